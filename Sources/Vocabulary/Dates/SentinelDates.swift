/// Days that systems write where they have no date: stored as dates, they would be lies.
public struct SentinelDates: Sendable, Hashable {
  /// What a date is about.
  public enum Use: Sendable, Hashable {
    /// Someone's birth.
    case birth
    /// The end of something that may not have ended.
    case end
    /// Anything else.
    case event
  }

  /// What a sentinel says.
  public enum Meaning: Sendable, Hashable {
    /// The date is not known.
    case notKnown
    /// There is no end yet.
    case openEnd
  }

  // Sorted lists, not sets: there are a handful, and each date of each row is looked for.
  private let notKnown: [Day]
  private let openEnds: [Day]

  /// Sentinels that a council's systems are known to write.
  public init(notKnown: Set<Day>, openEnds: Set<Day>) {
    self.notKnown = notKnown.sorted()
    self.openEnds = openEnds.sorted()
  }

  /// Those of common systems: 1899-12-30, 1900-01-01, 1901-01-01, 1970-01-01, and 9999-12-31 for open.
  public static let standard = SentinelDates(
    notKnown: [
      Day(unchecked: -25_569), Day(unchecked: -25_567), Day(unchecked: -25_202),
      Day(unchecked: 0),
    ],
    openEnds: [.latest])

  /// All of them, in no use in particular.
  public var days: [Day] { notKnown + openEnds }

  /// What the day says in that use, or nothing if it is an ordinary day.
  ///
  /// The far end of the calendar is an open end where an end is asked for, and no date anywhere else.
  public func meaning(of day: Day, as use: Use) -> Meaning? {
    if openEnds.contains(day) { return use == .end ? .openEnd : .notKnown }
    return notKnown.contains(day) ? .notKnown : nil
  }
}
