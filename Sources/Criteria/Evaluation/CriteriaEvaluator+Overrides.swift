import Vocabulary

/// What people decided in place of what the rules say.
extension CriteriaEvaluator {
  /// The decision that stands in place of a criterion's rule for the family at hand; of several the newest.
  ///
  /// Local discretion settles what the pack leaves to a decision. Where it leaves nothing to one, it is about who is
  /// eligible, and so is keeping a family out.
  func override(of criterion: Int) -> CaseOverride? {
    guard !decided.isEmpty else { return nil }
    let name = program.pack.criteria[criterion].name
    let isEligibility = name == program.pack.eligibility
    return decided.last { ruled in
      if let other = ruled.criterion { return other == name }
      return isEligibility && (ruled.finding != .met || !program.leavesToDecision)
    }
  }

  /// What local discretion says of the family at hand, where it says anything.
  var discretion: Bool? {
    decided.last { $0.criterion == nil }.map { $0.finding == .met }
  }
}

extension CriteriaProgram {
  /// Whether a rule of the pack asks what was decided.
  var leavesToDecision: Bool { steps.contains { $0.operation == .decision } }
}

extension FindingState {
  init(_ ruled: RuledFinding) {
    self =
      switch ruled {
      case .met: .met
      case .notMet: .notMet
      case .cannotTell: .cannotTell
      case .notApplicable: .notApplicable
      }
  }
}
