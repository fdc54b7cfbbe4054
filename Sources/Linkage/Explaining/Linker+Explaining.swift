extension Linker {
  /// The weight from which on two records are joined.
  public var joinWeight: Double {
    Evidence.weight(ofProbability: min(max(settings.clusters.joinProbability, 1e-12), 1 - 1e-12))
  }

  /// What explains any pairs of these records with a model.
  ///
  /// With a clustering it also says whether they became one person.
  public func explainer(_ model: LinkageModel, _ clustering: Clustering? = nil) -> PairExplainer {
    PairExplainer(linker: self, model: model, clustering: clustering, scores: scores(model))
  }

  /// The levels of two records in all comparisons, packed.
  func pattern(_ left: RecordNumber, _ right: RecordNumber) -> UInt64 {
    var pattern: UInt64 = 0
    for (comparison, program) in comparisons.programs.enumerated() {
      pattern |=
        UInt64(program.level(left, right, table)) << comparisons.shape.shift(of: comparison)
    }
    return pattern
  }
}
