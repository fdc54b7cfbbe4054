import Vocabulary

/// One family's facts laid out for the rules: when each was, of whom, and whether it is the family's at all.
///
/// One scene is used for family after family, so that its lists are not made anew.
struct FamilyScene {
  let file: CaseFile
  let asOf: Int32
  let founders: Int
  private(set) var family = CaseFamily(id: FamilyID(0), people: 0..<0, facts: 0..<0)
  /// The facts' places for each kind: `starts[kind]..<starts[kind + 1]` in ``order``.
  private var starts: [Int32]
  private var order: [Int32] = []
  private var firsts: [Int32] = []
  private var lasts: [Int32] = []
  private var standing: [Certainty] = []
  /// The first day of the family: of its first membership.
  private(set) var firstDay: Int32 = .max
  /// How many facts bear no date.
  private(set) var undated = 0

  init(_ file: CaseFile, kinds: Int, asOf: Day, founders: Int) {
    self.file = file
    self.asOf = asOf.daysSince1970
    self.founders = founders
    starts = Array(repeating: 0, count: kinds + 1)
  }

  /// Lays out a family.
  mutating func enter(_ family: CaseFamily) {
    self.family = family
    undated = 0
    firstDay = .max
    for person in family.people {
      for membership in file.people[person].memberships
      // A membership of which nobody knows the beginning says nothing of the family's.
      where file.memberships[membership].days.first > .earliest {
        firstDay = min(firstDay, file.memberships[membership].days.first.daysSince1970)
      }
    }
    sortByKind()
    firsts.removeAll(keepingCapacity: true)
    lasts.removeAll(keepingCapacity: true)
    standing.removeAll(keepingCapacity: true)
    for place in family.facts { measure(file.facts[place]) }
  }

  /// Counts kinds, then puts the facts in their order: the file's own order within a kind does not matter.
  private mutating func sortByKind() {
    for kind in starts.indices { starts[kind] = 0 }
    for place in family.facts { starts[Int(file.facts[place].kind) + 1] += 1 }
    for kind in 1..<starts.count { starts[kind] += starts[kind - 1] }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: repeatElement(0, count: family.facts.count))
    var next = starts
    for place in family.facts {
      let kind = Int(file.facts[place].kind)
      order[Int(next[kind])] = Int32(place)
      next[kind] += 1
    }
  }

  private mutating func measure(_ fact: CaseFact) {
    guard let date = fact.starts else {
      undated += 1
      firsts.append(.max)
      lasts.append(.max)
      standing.append(.no)
      return
    }
    let first = date.earliest.daysSince1970
    firsts.append(first)
    lasts.append(date.precision == .day ? first : date.latest.daysSince1970)
    standing.append(first > asOf ? .no : belongs(fact.person, on: date))
  }

  /// Whether a person's fact is the family's: it was when they belonged to it, or before, if they came with its first days.
  ///
  /// A child brings its own history along, whenever it comes.
  private func belongs(_ person: Int?, on date: PartialDate) -> Certainty {
    guard let person else { return .yes }
    var answer = Certainty.no
    var joined: Int32 = .max
    var isChild = false
    for place in file.people[person].memberships {
      let days = file.memberships[place].days
      joined = min(joined, days.first.daysSince1970)
      if file.memberships[place].role.isChild { isChild = true }
      answer = answer.or(date.isWithin(days))
    }
    guard answer != .yes, joined < .max, joined > Day.earliest.daysSince1970 else { return answer }
    guard isChild || joined <= firstDay &+ Int32(founders) else { return answer }
    return answer.or(date.isBefore(Day(clamping: joined)))
  }

  /// The facts of a kind, by their places in the file.
  func facts(of kind: Int) -> ArraySlice<Int32> {
    order[Int(starts[kind])..<Int(starts[kind + 1])]
  }

  /// Whether the family has a fact of any of the kinds.
  func has(anyOf kinds: [Int]) -> Bool {
    for kind in kinds where starts[kind] != starts[kind + 1] { return true }
    return false
  }

  /// When a fact was, if it is or may be the family's.
  func moment(of place: Int32) -> Moment? {
    let offset = Int(place) - family.facts.lowerBound
    guard standing[offset] != .no else { return nil }
    let fact = file.facts[Int(place)]
    return Moment(
      fact: place, first: firsts[offset], last: lasts[offset], person: Int32(fact.person ?? -1),
      isCertain: standing[offset] == .yes)
  }

  /// The days of an episode: from the first that it may have begun to the last that it may have lasted.
  func mayLast(_ place: Int32) -> ClosedRange<Int32> {
    let first = firsts[Int(place) - family.facts.lowerBound]
    let end = file.facts[Int(place)].ends?.latest.daysSince1970 ?? Day.latest.daysSince1970
    return first...max(first, end)
  }

  /// The days on which an episode was open for certain; nil where there is none.
  func surelyLasts(_ place: Int32) -> ClosedRange<Int32>? {
    let last = lasts[Int(place) - family.facts.lowerBound]
    let end = file.facts[Int(place)].ends?.earliest.daysSince1970 ?? Day.latest.daysSince1970
    return last <= end ? last...end : nil
  }

  /// Whether an episode's days are known only in part.
  func isVague(_ place: Int32) -> Bool {
    let offset = Int(place) - family.facts.lowerBound
    let ends = file.facts[Int(place)].ends
    return firsts[offset] != lasts[offset] || ends.map { $0.precision != .day } == true
  }

  /// Whether someone is of an age on a day known to some days; facts about an address fit no bounds on ages.
  func isAged(_ ages: AgeBounds, _ person: Int32, _ first: Int32, _ last: Int32) -> Certainty {
    if ages == .any { return .yes }
    guard person >= 0 else { return .no }
    guard let born = file.people[Int(person)].born else { return .cannotTell }
    let early = Day(clamping: first)
    let late = Day(clamping: last)
    var answer = Certainty.yes
    if let under = ages.under { answer = answer.and(Self.isUnder(under, born, early, late)) }
    if let from = ages.from { answer = answer.and(Self.isUnder(from, born, early, late).negated) }
    return answer
  }

  private static func isUnder(
    _ age: Int, _ born: PartialDate, _ early: Day, _ late: Day
  ) -> Certainty {
    let atLast = Age.isUnder(age, born: born, on: late)
    if atLast == .yes || early == late { return atLast }
    return Age.isUnder(age, born: born, on: early) == .no ? .no : .cannotTell
  }
}
