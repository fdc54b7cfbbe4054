extension Linker {
  /// The first rule of the settings that brings two records together, by its place; nil if none does.
  public func firstRule(_ left: RecordNumber, _ right: RecordNumber) -> Int? {
    if mode == .link, table.sourceOf[Int(left)] == table.sourceOf[Int(right)] { return nil }
    let made = plan.rules.indices.filter { plan.makes($0, left, right, table) }
    return made.map { plan.rules[$0].origin }.min()
  }

  /// What each record weighs against itself: a record that says little never weighs much.
  public func selfWeights(_ model: LinkageModel) async -> [Double] {
    let scores = scores(model)
    let size = 1 << 14
    let pieces = await eachPiece((table.count + size - 1) / size) { piece in
      (piece * size..<min((piece + 1) * size, table.count)).map { index in
        let record = RecordNumber(index)
        return scores.weight(ofPattern: pattern(record, record), record, record, table)
      }
    }
    return pieces.flatMap(\.self)
  }

  /// The model with m counted from labelled pairs that match.
  ///
  /// u stays as it was: pairs are given to people because they are hard, and so the others among them
  /// agree more often than strangers do.
  public func trained(_ model: LinkageModel, on labels: [LabelledPair]) -> LinkageModel {
    var counter = PatternCounter(comparisons, table: table)
    for label in labels where label.score >= 0.5 && label.left != label.right {
      counter.add(min(label.left, label.right), max(label.left, label.right))
    }
    return model.trained(on: counter.finish())
  }

  /// Which pairs count when the linkage is judged.
  public var scope: PairScope { mode == .link ? .acrossSources : .everyPair }
}

extension LinkageModel {
  /// The levels with their parameters, as charts show them.
  public var levelFigures: [LevelFigures] {
    comparisons.flatMap { comparison in
      comparison.levels.map {
        LevelFigures(comparison: comparison.name, level: $0.label, m: $0.m, u: $0.u)
      }
    }
  }
}
