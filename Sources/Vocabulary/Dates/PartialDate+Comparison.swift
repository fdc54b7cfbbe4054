extension PartialDate {
  /// Whether it is earlier than the other.
  public func isBefore(_ other: PartialDate) -> Certainty {
    if latest < other.earliest { return .yes }
    return earliest >= other.latest ? .no : .cannotTell
  }

  /// Whether it is earlier than the day.
  public func isBefore(_ day: Day) -> Certainty {
    isBefore(PartialDate(day))
  }

  /// Whether it is later than the other.
  public func isAfter(_ other: PartialDate) -> Certainty {
    other.isBefore(self)
  }

  /// Whether it is later than the day.
  public func isAfter(_ day: Day) -> Certainty {
    isAfter(PartialDate(day))
  }

  /// Whether it is the other's day or an earlier one.
  public func isOnOrBefore(_ other: PartialDate) -> Certainty {
    other.isBefore(self).negated
  }

  /// Whether it is the day or an earlier one.
  public func isOnOrBefore(_ day: Day) -> Certainty {
    isOnOrBefore(PartialDate(day))
  }

  /// Whether it is the other's day or a later one.
  public func isOnOrAfter(_ other: PartialDate) -> Certainty {
    isBefore(other).negated
  }

  /// Whether it is the day or a later one.
  public func isOnOrAfter(_ day: Day) -> Certainty {
    isOnOrAfter(PartialDate(day))
  }

  /// Whether the two are one day.
  public func isSameDay(as other: PartialDate) -> Certainty {
    guard interval.intersects(other.interval) else { return .no }
    return day != nil && day == other.day ? .yes : .cannotTell
  }

  /// Whether it lies in the interval.
  public func isWithin(_ days: DayInterval) -> Certainty {
    if days.contains(interval) { return .yes }
    return days.intersects(interval) ? .cannotTell : .no
  }

  /// A stable order for lists: by the earliest possible day, the more exact date first.
  ///
  /// It is an order of display and says nothing about which date came first.
  public static func orderedByEarliest(_ left: PartialDate, _ right: PartialDate) -> Bool {
    left.earliest != right.earliest
      ? left.earliest < right.earliest : left.latest < right.latest
  }
}
