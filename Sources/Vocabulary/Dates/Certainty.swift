/// An answer to a question that the data may be too vague to settle.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// It is so, whatever the missing detail is.
  case yes
  /// It is not so, whatever the missing detail is.
  case no
  /// The missing detail decides.
  case cannotTell = "cannot-tell"

  /// The answer to a plain question.
  public init(_ answer: Bool) {
    self = answer ? .yes : .no
  }

  /// The answer to the opposite question.
  public var negated: Certainty {
    switch self {
    case .yes: .no
    case .no: .yes
    case .cannotTell: .cannotTell
    }
  }

  /// Whether both are so: one *no* settles it.
  public func and(_ other: Certainty) -> Certainty {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .cannotTell
  }

  /// Whether at least one is so: one *yes* settles it.
  public func or(_ other: Certainty) -> Certainty {
    negated.and(other.negated).negated
  }
}
