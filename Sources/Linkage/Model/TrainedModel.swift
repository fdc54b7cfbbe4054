/// A model with how its training went.
public struct TrainedModel: Sendable, Equatable {
  /// The model.
  public var model: LinkageModel
  /// How the training went, for charts.
  public var estimate: MatchEstimate
  /// What somebody should look at.
  public var warnings: [ModelWarning]
}

extension ModelTraining {
  /// What about the training somebody should look at.
  func warnings(about model: LinkageModel, _ estimate: MatchEstimate) -> [ModelWarning] {
    var warnings = blockWarnings(estimate)
    if !estimate.hasConverged, let last = estimate.rounds.last {
      warnings.append(.notConverged(rounds: estimate.rounds.count, change: last.largestChange))
    }
    for (index, comparison) in comparisons.enumerated() {
      if !blocks.contains(where: { !$0.held.contains(index) }) {
        warnings.append(.neverTrained(comparison: comparison.name))
      } else {
        warnings += unseenInTraining(index)
      }
      warnings += unseenAtRandom(index)
    }
    return warnings + model.warnings
  }

  private func blockWarnings(_ estimate: MatchEstimate) -> [ModelWarning] {
    estimate.blocks.compactMap { block in
      let share = block.matches / Double(max(1, block.pairs))
      if block.matches < 20 { return .fewMatches(block: block.name, matches: block.matches) }
      return share > 0.99 ? .nearlyAllMatch(block: block.name, share: share) : nil
    }
  }

  private func unseenInTraining(_ index: Int) -> [ModelWarning] {
    let comparison = comparisons[index]
    var seen = [Int](repeating: 0, count: comparison.levels.count + 1)
    for block in blocks where !block.held.contains(index) {
      for (level, count) in block.patterns.levels(of: index).enumerated() { seen[level] += count }
    }
    return comparison.levels.enumerated().compactMap { place, level in
      guard seen[place + 1] == 0, level.fixedM == nil else { return nil }
      return .levelNeverSeenInTraining(comparison: comparison.name, level: level.label)
    }
  }

  private func unseenAtRandom(_ index: Int) -> [ModelWarning] {
    let comparison = comparisons[index]
    let seen = randomPairs.levels(of: index)
    return comparison.levels.enumerated().compactMap { place, level in
      let isComputed = place == 0 && comparison.exactAgreement != nil
      guard seen[place + 1] == 0, level.fixedU == nil, !isComputed else { return nil }
      return .levelNeverSeenAtRandom(comparison: comparison.name, level: level.label)
    }
  }
}

extension LinkageModel {
  /// What about the model itself somebody should look at: weights that are not ordered as the levels.
  public var warnings: [ModelWarning] {
    var warnings: [ModelWarning] = []
    var evidence = 0.0
    for comparison in comparisons {
      for level in comparison.levels { evidence += level.m * level.weight }
      warnings += orderWarnings(of: comparison)
    }
    if evidence < 1 { warnings.append(.collapsed) }
    return warnings
  }

  private func orderWarnings(of comparison: ComparisonModel) -> [ModelWarning] {
    var warnings: [ModelWarning] = []
    let levels = comparison.levels
    if let strongest = levels.first, levels.count > 1, strongest.weight <= 0 {
      warnings.append(.agreementSpeaksAgainst(comparison: comparison.name, level: strongest.label))
    }
    for (stronger, weaker) in zip(levels, levels.dropFirst()) where stronger.weight < weaker.weight
    {
      warnings.append(
        .weightsOutOfOrder(
          comparison: comparison.name, stronger: stronger.label, weaker: weaker.label,
          strongerWeight: stronger.weight, weakerWeight: weaker.weight))
    }
    return warnings
  }
}
