/// Explains the weights of pairs, whether they were compared or not.
public struct PairExplainer: Sendable {
  let linker: Linker
  let model: LinkageModel
  let clustering: Clustering?
  let scores: ScoreTable

  private var table: RecordTable { linker.table }
  private var settings: LinkageSettings { linker.settings }

  /// The weight of two records, in either order, without what it is made of: that of ``explain(_:_:)`` to the last bit.
  public func weight(_ one: RecordNumber, _ other: RecordNumber) -> Double {
    let (left, right) = (min(one, other), max(one, other))
    return scores.weight(ofPattern: linker.pattern(left, right), left, right, table)
  }

  /// Explains the weight of two records, in either order.
  public func explain(_ one: RecordNumber, _ other: RecordNumber) -> PairExplanation {
    precondition(one != other, "a record is one person with itself")
    var weight = scores.prior
    var steps: [WeightStep] = []
    // The smaller number is the left side of every pair that is scored.
    let (left, right) = (min(one, other), max(one, other))
    let pattern = linker.pattern(left, right)
    for comparison in settings.comparisons.indices {
      let number = linker.comparisons.shape.level(of: comparison, in: pattern)
      let step = step(comparison, number, left, right)
      // The same sum in the same order as when scoring.
      weight += step.levelWeight
      if let rarity = step.rarity { weight += rarity.weight }
      steps.append(step)
    }
    let adjustment = scores.lookAlikes(ofPattern: pattern, left, right, table)
    let lookAlikes = adjustment.lookAlikes.map {
      LookAlikeStep(block: model.lookAlikes[$0].block, weight: adjustment.bits)
    }
    weight += adjustment.bits
    let isComparable =
      linker.mode != .link || table.sourceOf[Int(left)] != table.sourceOf[Int(right)]
    let bare = PairExplanation(
      left: table.name(left), right: table.name(right), prior: scores.prior,
      priorProbability: model.prior, steps: steps, lookAlikes: lookAlikes, weight: weight,
      joinWeight: linker.joinWeight, meetings: linker.plan.meetings(left, right, table),
      isComparable: isComparable, verdict: nil)
    guard let clustering else { return bare }
    return bare.with(verdict(bare, left, right, clustering))
  }

  private func step(
    _ comparison: Int, _ number: Int, _ left: RecordNumber, _ right: RecordNumber
  ) -> WeightStep {
    let parts = scores.parts(comparison, level: number, left, right, table)
    let level = number > 0 ? model.comparisons[comparison].levels[number - 1] : nil
    let setting = settings.comparisons[comparison]
    return WeightStep(
      comparison: setting.name, number: number, level: level?.label,
      isElse: number > 0 && setting.levels[number - 1].condition == nil,
      values: values(setting, left, right), m: level?.m, u: level?.u, levelWeight: parts.level,
      rarity: number > 0
        ? parts.rarity.flatMap { rarity(setting.levels[number - 1], $0, left, right) } : nil)
  }

  private func rarity(
    _ level: LevelSettings, _ weight: Double, _ left: RecordNumber, _ right: RecordNumber
  ) -> WeightStep.Rarity? {
    guard let expression = level.frequencyOf else { return nil }
    let place = linker.builder.place(expression)
    let field = table.fields[place]
    let counts = [left, right].map { record in
      let code = Int(table.code(record, place))
      return code == 0 ? 0 : Int(field.frequencies[code])
    }
    return WeightStep.Rarity(
      expression: expression.text, records: counts.max() ?? 0,
      present: field.present(of: table.count), weight: weight)
  }

  /// The columns that a comparison depends on, or what its tests look at where these are many.
  private func values(
    _ comparison: ComparisonSettings, _ left: RecordNumber, _ right: RecordNumber
  ) -> [WeightStep.Values] {
    let inputs = comparison.levels.flatMap { $0.condition?.tests ?? [] }.flatMap(\.inputs)
    var places =
      linker.builder.allRoots(of: inputs).count <= 2 ? linker.builder.roots(of: inputs) : []
    if places.isEmpty {
      for place in inputs.map(linker.builder.place) where !places.contains(place) {
        places.append(place)
      }
    }
    return places.map { place in
      WeightStep.Values(
        expression: table.fields[place].name, left: table.shown(left, place),
        right: table.shown(right, place))
    }
  }

  private func verdict(
    _ pair: PairExplanation, _ left: RecordNumber, _ right: RecordNumber, _ clustering: Clustering
  ) -> JoiningVerdict {
    let clusters = [clustering.clusters[Int(left)], clustering.clusters[Int(right)]].sorted()
    let isEnough = pair.weight >= linker.joinWeight
    if clusters[0] == clusters[1] {
      let number = Int(clusters[0]) + 1
      return isEnough && pair.wasCompared
        ? .joined(cluster: number) : .joinedThroughOthers(cluster: number)
    }
    guard isEnough else { return .tooLight(lacking: linker.joinWeight - pair.weight) }
    guard pair.wasCompared else { return .neverCompared }
    let split = clustering.splits.first { $0.left == clusters[0] && $0.right == clusters[1] }
    return .keptApart(
      why: split?.words(settings) ?? "the records around them form other people")
  }
}

extension PairExplanation {
  fileprivate func with(_ verdict: JoiningVerdict) -> PairExplanation {
    PairExplanation(
      left: left, right: right, prior: prior, priorProbability: priorProbability, steps: steps,
      lookAlikes: lookAlikes, weight: weight, joinWeight: joinWeight, meetings: meetings,
      isComparable: isComparable,
      verdict: verdict)
  }
}
