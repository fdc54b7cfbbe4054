public import Vocabulary

/// One line of a family's timeline: something that an agency wrote down of someone, as exact as it was told.
public struct TimelineEntry: Hashable, Sendable {
  /// The fact, by its place in the case file.
  public var fact: Int
  /// Whom it is about; nil for the address.
  public var person: Int?
  /// The agency, by its place in the vocabulary.
  public var agency: Int
  /// The kind, by its place in the vocabulary.
  public var kind: Int
  /// When it was, or began.
  public var date: PartialDate
  /// When it ended.
  public var ends: PartialDate?
  /// The highest weight of the signs that it shows; 0 where it shows none.
  public var weight: Int
  /// The signs that it shows, by their places in the rules.
  public var triggers: [Int]
  /// What it cost; nil where that is not known, or a dearer cost of the same matter holds it.
  public var cost: Pence?
}

/// A visit that is due to a family that came to a new home.
public struct WelcomeVisit: Hashable, Sendable {
  /// When the family came.
  public var arrival: DayInterval
  /// Until when the visit is due.
  public var due: Day
  /// Whether a visit was made by then; *cannot tell* where nobody delivers visits.
  public var isMade: Certainty
  /// The lists on which someone turned out to be missing, by the triggers' places.
  public var notRegistered: [Int]
}
