import Linkage
import Store

/// What is told about the linkage as a whole.
extension PeopleWriting {
  func writeSummary(to work: inout StageWork) throws {
    let (model, statistics) = (linking.model, linking.clustering.statistics)
    let settings = linking.definition.settings
    let facts: [(String, String)] = [
      ("settings", settings.name), ("settings_version", "\(settings.version)"),
      ("model", model.name), ("model_version", "\(model.version)"), ("prior", "\(model.prior)"),
      ("join_probability", "\(settings.clusters.joinProbability)"),
      ("records", "\(statistics.records)"), ("people", "\(linking.clustering.clusterCount)"),
      ("people_with_one_record", "\(statistics.alone)"),
      ("largest_person", "\(statistics.largest)"),
      ("pairs_possible", "\(linking.linker.totalPairs)"),
      ("pairs_compared", "\(linking.scored.compared)"),
      ("pairs_kept", "\(linking.scored.pairs.count)"),
      ("groups_divided", "\(statistics.divided)"),
    ]
    for (name, value) in facts { try work.file.addLinkageSummary(name, value) }
    for (number, comparison) in model.comparisons.enumerated() {
      for (place, level) in comparison.levels.enumerated() {
        try work.file.addLinkageLevel(
          comparison: number + 1, level: place + 1, comparisonName: comparison.name,
          label: level.label, m: level.m, u: level.u, weight: level.weight)
      }
    }
    for (number, estimate) in linking.linker.estimates.enumerated() {
      try work.file.addLinkageRule(
        estimate.rule, number: number, pairs: linking.scored.comparedByRule[number],
        largestBlock: estimate.largest)
    }
  }

  /// What somebody should look at: blocks too large to be compared, decisions that contradict one another.
  func addFindings(to work: inout StageWork) throws {
    let left = linking.linker.largeBlocks.filter { $0.fate == .leftOut }
    // The value that so many share may be a person's, so it is not told.
    for rule in Set(left.map(\.rule)).sorted() {
      let blocks = left.filter { $0.rule == rule }
      let most = blocks.map(\.records).max() ?? 0
      try work.file.addFinding(
        FindingRow(
          severity: "warning", code: "large-block", source: "",
          message: "\(blocks.count) values of the blocking rule '\(rule)' are shared by up to "
            + "\(most) records, which are too many to be compared with each other.",
          remedy: "Look for a placeholder among the values, or add a part to the rule in the "
            + "linkage settings."))
    }
    for contradiction in linking.clustering.contradictions {
      let numbers = contradiction.decisions.map(String.init).joined(separator: ", ")
      try work.file.addFinding(
        FindingRow(
          severity: "warning", code: "contradicting-decisions", source: "",
          message: "Decisions to join records cannot be followed (\(numbers)): "
            + against(contradiction.against) + ".",
          remedy: "Withdraw one of the decisions, or have the records corrected."))
    }
  }

  private func against(_ against: ClusterContradiction.Against) -> String {
    switch against {
    case .decision(let number): "decision \(number) says that they are two people"
    case .identifier(let kind):
      "the records have different valid numbers of one kind, "
        + linking.definition.settings.clusters.neverTwo[kind].text
    case .exclusion: "the records are of a source in which every person stands once"
    }
  }
}
