import Vocabulary

/// Who is taken to share a home that nobody knows.
///
/// That two left the same house says little: a house has many tenants in turn, and housemates flee for reasons of their own.
/// Only those share a home who lived in the one they left at the same time and left it together, and a child whose
/// kin did.
struct SecretGroups {
  /// Somebody whose home is not known, with the one that was left.
  private struct Leaver {
    var person: Int
    var left: HomeSpell
    var day: Day

    /// The days in the home until the secret began; rows that tell of it later are behind the times.
    var days: DayInterval? {
      DayInterval(first: left.first, last: min(left.last, day.adding(days: -1)))
    }
  }

  private let ties: Ties
  private let isChild: [Bool]
  private var groups: [Int32: [(home: Int32, leavers: [Leaver])]] = [:]

  /// Takes those whose home is kept secret already.
  init(_ homes: HomeTimelines, _ ties: Ties, protected: [Day?], isChild: [Bool]) {
    self.ties = ties
    self.isChild = isChild
    for person in protected.indices {
      guard let day = protected[person], let last = homes.last(person), last.dwelling < 0,
        let left = homes.of(person).dropLast().last
      else { continue }
      put(Leaver(person: person, left: left, day: day), into: last.dwelling)
    }
  }

  /// The homes that some others came to, who left theirs on the day since which their address is secret.
  mutating func homes(of leavers: [(person: Int, left: HomeSpell, day: Day)]) -> [Int: Int32] {
    var found: [Int: Int32] = [:]
    for (person, left, day) in leavers.sorted(by: { ($0.day, $0.person) < ($1.day, $1.person) }) {
      let leaver = Leaver(person: person, left: left, day: day)
      let group = groups[left.dwelling]?.first { goes(leaver, with: $0.leavers) }
      let home = group?.home ?? -1 - Int32(person)
      put(leaver, into: home)
      found[person] = home
    }
    return found
  }

  private mutating func put(_ leaver: Leaver, into home: Int32) {
    var known = groups[leaver.left.dwelling] ?? []
    if let place = known.firstIndex(where: { $0.home == home }) {
      known[place].leavers.append(leaver)
    } else {
      known.append((home, [leaver]))
    }
    groups[leaver.left.dwelling] = known
  }

  /// Grown-ups go with whoever fled first, so that no chain of housemates leads from one to another; a child goes with
  /// anyone who fled when it did, and with its kin whenever rows begin to say that they are protected.
  private func goes(_ leaver: Leaver, with group: [Leaver]) -> Bool {
    let others = isChild[leaver.person] ? group : Array(group.prefix(1))
    return others.contains { fledTogether(leaver, $0) }
      || group.contains { isKin(leaver.person, $0.person) && livedTogether(leaver, $0) }
  }

  private func fledTogether(_ one: Leaver, _ other: Leaver) -> Bool {
    guard let mine = one.days, let theirs = other.days else { return false }
    return mine.intersects(theirs) && abs(one.day.days(until: other.day)) <= SecretHomes.movingDays
  }

  private func livedTogether(_ one: Leaver, _ other: Leaver) -> Bool {
    one.left.days.intersects(other.left.days)
  }

  /// Whether one is a parent of the other, or both are children of one parent.
  private func isKin(_ one: Int, _ other: Int) -> Bool {
    if ties.isParent(one, of: other) || ties.isParent(other, of: one) { return true }
    let parents = ties.parents(of: other)
    return ties.parents(of: one).contains(where: parents.contains)
  }
}
