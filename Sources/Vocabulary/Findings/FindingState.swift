/// What a criterion comes to for a family at a date.
public enum FindingState: String, Hashable, Sendable, CaseIterable {
  /// The criterion is met, whatever is not known.
  case met
  /// The criterion is not met, and everything that could have met it was delivered.
  case notMet = "not-met"
  /// What is not known decides.
  case cannotTell = "cannot-tell"
  /// The criterion asks for someone whom the family does not have.
  case notApplicable = "not-applicable"

  /// The state as people say it: «cannot tell».
  public var title: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .cannotTell: "cannot tell"
    case .notApplicable: "not applicable"
    }
  }

  /// The state of the opposite.
  public var negated: FindingState {
    switch self {
    case .met: .notMet
    case .notMet: .met
    case .cannotTell, .notApplicable: self
    }
  }

  /// The state that an answer amounts to.
  public init(_ answer: Certainty) {
    switch answer {
    case .yes: self = .met
    case .no: self = .notMet
    case .cannotTell: self = .cannotTell
    }
  }
}
