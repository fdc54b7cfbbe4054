public import Vocabulary

/// A moment at which help could have begun and did not.
public struct MissedOpportunity: Hashable, Sendable {
  /// How it was missed.
  public enum Reason: Hashable, Sendable {
    /// A contact came to nothing.
    case outcome
    /// A sign was seen and no plan was opened in time, and nobody was in the lead.
    case noPlan
  }

  /// When it was.
  public var date: DayInterval
  /// The agency, by its place in the vocabulary.
  public var agency: Int
  /// How it was missed.
  public var reason: Reason
  /// The facts of it, by their places in the case file; several where a chain of contacts is one.
  public var facts: [Int]
  /// The triggers until then that the agency's own facts show, by their places in the rules.
  public var known: [Int]
  /// Those that only others could see.
  public var knownElsewhere: [Int]
  /// When the family was next heard of; nil where it was not.
  public var next: DayInterval?
  /// From it to the threshold; nil where none was reached.
  public var lost: LeadTime?
  /// What was spent afterwards, as far as it is costed.
  public var costAfter = Pence.zero
}
