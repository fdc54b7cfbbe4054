import Vocabulary

/// When an agency sends its extracts, and what each of them holds.
struct Schedule: Sendable {
  /// What an extract holds.
  enum Contents: Sendable {
    /// Everything that is still true.
    case snapshot
    /// What is new since the last extract, with so many days of it again; the first holds all.
    case increment(overlap: Int)
  }

  /// How many months lie between two extracts.
  var months: Int
  /// How many extracts have arrived.
  var count: Int
  /// How many days before the last day the last one was made.
  var lag: Int
  var contents: Contents

  /// One extract, by its day and the first day of what it holds.
  struct Delivery: Sendable {
    var day: Day
    var since: Day
    /// The day of the extract before it, if there was one.
    var previous: Day?
    var isLast: Bool
  }

  /// The extracts up to a day, earliest first.
  func deliveries(asOf: Day) -> [Delivery] {
    let days = (0..<count).reversed().map {
      asOf.adding(days: -lag).adding(months: -months * $0)
    }
    return days.indices.map { place in
      let previous = place == 0 ? nil : days[place - 1]
      return Delivery(
        day: days[place], since: since(previous), previous: previous,
        isLast: place == days.count - 1)
    }
  }

  private func since(_ previous: Day?) -> Day {
    guard case .increment(let overlap) = contents, let previous else { return .earliest }
    return previous.adding(days: -overlap)
  }
}
