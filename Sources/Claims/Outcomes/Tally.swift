import Vocabulary

/// How often something happened in a window: at least, and at most where dates are vague or sources silent.
struct Tally {
  /// How many are certain.
  var least = 0
  /// How many there may be among the rows; nil where sources do not cover the window, so that there may be any number.
  var most: Int? = 0
  /// The rows.
  var rows: [EvidenceRow] = []
  /// The people with a certain one.
  var people: Set<Int> = []
  /// The people with one that may be in the window.
  var possiblePeople: Set<Int> = []
}

extension ClaimCase {
  /// Counts incidents of some kinds in a window among the people who live with the family on the day.
  ///
  /// Whoever moved out counts in neither window, or a family would improve by losing a child. One incident is counted
  /// once, though it may be told of several people, of the address and by two agencies.
  ///
  /// What is known of days after the window, up to the claim, counts too: the window may end early, and must not hide it.
  func tally(
    _ kinds: [UInt16], _ whose: Measure.Whose, in covered: DayInterval, until last: Day? = nil
  ) -> Tally {
    let days = DayInterval(first: covered.first, last: last ?? covered.last) ?? covered
    var certain: [Incident: [UInt16: Int]] = [:]
    var possible: [Incident: [UInt16: Int]] = [:]
    var tally = Tally()
    let people: [Int?] = residents.map { $0 } + (whose == .family ? [nil] : [])
    for person in people {
      for fact in facts(of: kinds, about: person) {
        let isIn = isIn(fact, days).and(counts(fact, whose))
        guard isIn != .no else { continue }
        let incident = incident(of: fact)
        possible[incident, default: [:]][fact.kind, default: 0] += 1
        tally.rows.append(row(of: fact))
        if let person { tally.possiblePeople.insert(person) }
        guard isIn == .yes else { continue }
        certain[incident, default: [:]][fact.kind, default: 0] += 1
        if let person { tally.people.insert(person) }
      }
    }
    tally.least = Self.count(certain)
    tally.most =
      holes(in: kinds, over: covered).isEmpty ? Self.count(possible, isMost: true) : nil
    return tally
  }

  /// What makes two facts one incident: its reference, or else the person and the date.
  private enum Incident: Hashable {
    case reference(String)
    case dated(Int?, PartialDate?)
  }

  private func incident(of fact: CaseFact) -> Incident {
    for name in ["incident", "case", "crime"] {
      if let reference = detail(name, of: fact) { return .reference(reference) }
    }
    return .dated(fact.person, fact.starts)
  }

  /// Incidents with a reference count one; of a day's others, two agencies tell the same ones.
  ///
  /// What they tell of a month may be the same or not, so that the most there may be is all of it.
  private static func count(
    _ incidents: [Incident: [UInt16: Int]], isMost: Bool = false
  ) -> Int {
    incidents.reduce(0) { sum, incident in
      switch incident.key {
      case .reference: sum + 1
      case .dated(_, let date) where isMost && date?.day == nil:
        sum + incident.value.values.reduce(0, +)
      case .dated: sum + (incident.value.values.max() ?? 0)
      }
    }
  }

  /// Whether a fact lies in a window: an event on a day of it, an episode with a day in it.
  func isIn(_ fact: CaseFact, _ days: DayInterval) -> Certainty {
    guard let starts = fact.starts else { return .cannotTell }
    guard isEpisode(fact) else { return starts.isWithin(days) }
    let hasBegun = starts.isOnOrBefore(days.last)
    guard let ends = fact.ends else { return hasBegun }
    return hasBegun.and(ends.isOnOrAfter(days.first))
  }

  private func isEpisode(_ fact: CaseFact) -> Bool {
    context.episodes.contains(fact.kind)
  }

  private func counts(_ fact: CaseFact, _ whose: Measure.Whose) -> Certainty {
    guard whose != .family else { return .yes }
    guard let person = fact.person, let starts = fact.starts else { return .cannotTell }
    let isUnder = isUnder18(person, on: starts)
    return whose == .under18 ? isUnder : isUnder.negated
  }
}
