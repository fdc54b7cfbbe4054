public import Vocabulary

/// A trigger that was seen, with its date as exact as it is known and the facts that show it.
public struct TriggerOccurrence: Hashable, Sendable {
  /// The trigger's place in the rules.
  public var trigger: Int
  /// The step's place in the trigger.
  public var step: Int
  /// Whom it is about, by the place in the case file's people; nil for the family.
  public var person: Int?
  /// The days on which it may have been: one day, or all days of a month, quarter or year.
  public var date: DayInterval
  /// 0 for an opportunity, and 1 to 4 for what worries.
  public var weight: Int
  /// Whether it is certain, whatever a vague date or a missing detail hides.
  public var isCertain: Bool
  /// The facts, by their places in the case file.
  public var facts: [Int]
}

/// A trigger of which nobody can tell whether it occurred; which is not the same as that it did not.
public struct UntoldTrigger: Hashable, Sendable {
  /// Why nobody can tell.
  public enum Reason: Hashable, Sendable {
    /// No kind of fact could show it, for the reason that the pack gives.
    case noKind
    /// No source delivered the kind at all, by its place in the vocabulary.
    case noFeed(kind: Int)
    /// The sources do not cover the days in question.
    case notCovered(kind: Int, days: DayInterval)
    /// A birth date, a detail or a day of the month is missing, and it decides.
    case vague
  }

  /// The trigger's place in the rules.
  public var trigger: Int
  /// The step's place in the trigger.
  public var step: Int
  /// Whom it is about; nil for the family.
  public var person: Int?
  /// Why.
  public var reason: Reason
}
