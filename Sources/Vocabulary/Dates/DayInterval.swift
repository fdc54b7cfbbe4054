/// The days from a first to a last one, both of them included.
public struct DayInterval: Sendable, Hashable {
  /// The first day in it.
  public let first: Day

  /// The last day in it.
  public let last: Day

  /// The days from the first to the last, or nothing if the last comes before the first.
  public init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.init(unchecked: first, last)
  }

  /// One day alone.
  public init(_ day: Day) {
    self.init(unchecked: day, day)
  }

  /// The day and all days after it: an interval whose end is open.
  public init(from first: Day) {
    self.init(unchecked: first, .latest)
  }

  init(unchecked first: Day, _ last: Day) {
    self.first = first
    self.last = last
  }

  /// Whether it has no end, or one that stands for none.
  public var isOpen: Bool { last == .latest }

  /// How many days it has, at least 1.
  public var dayCount: Int { first.days(until: last) + 1 }

  /// Whether the day is in it.
  public func contains(_ day: Day) -> Bool {
    first <= day && day <= last
  }

  /// Whether every day of the other is in it.
  public func contains(_ other: DayInterval) -> Bool {
    first <= other.first && other.last <= last
  }

  /// Whether the two share a day.
  public func intersects(_ other: DayInterval) -> Bool {
    first <= other.last && other.first <= last
  }

  /// The days that the two share, or nothing if they share none.
  public func overlap(with other: DayInterval) -> DayInterval? {
    DayInterval(first: max(first, other.first), last: min(last, other.last))
  }

  /// Whether the two share a day or one starts on the day after the other ends.
  public func touches(_ other: DayInterval) -> Bool {
    intersects(other) || last.adding(days: 1) == other.first || other.last.adding(days: 1) == first
  }
}

extension DayInterval: CustomStringConvertible {
  /// The interval as in `2013-07-01...2013-07-22`.
  public var description: String { "\(first.iso)...\(last.iso)" }
}
