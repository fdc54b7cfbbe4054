/// How sure we are that a rule says what its source says.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  /// Read in a published source.
  case published
  /// Recalled by people who used the rule, and not read again.
  case recalled
  /// Proposed here: a council is expected to set its own.
  case proposed
}
