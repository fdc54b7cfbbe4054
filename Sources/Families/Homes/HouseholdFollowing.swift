import Vocabulary

/// Takes along those of whom no row told since their household moved.
///
/// A practice's list has the address of the day when somebody registered. Who is known from there alone stays behind in
/// the records when the family moves, and would belong to the family that moves in.
struct HouseholdFollowing {
  let input: FamilyInput
  let settings: FamilySettings
  let ties: Ties
  let residents: Residents
  let isChild: [Bool]
  let care: CareList
  /// Since when each person's address is secret.
  let protected: [Day?]

  /// Where people follow their household to, and since when; no grown-up follows those who may have fled from them.
  func followers(_ homes: HomeTimelines) -> [Int: HomeSpell] {
    var found: [Int: HomeSpell] = [:]
    let secret = Set(
      input.people.indices.compactMap { protected[$0] == nil ? nil : homes.last($0)?.dwelling })
    for person in input.people.indices {
      guard let last = homes.last(person), last.dwelling >= 0, last.last == .latest,
        let next = move(of: person, from: last, homes),
        isChild[person] || protected[person] != nil || !secret.contains(next.dwelling)
      else { continue }
      found[person] = HomeSpell(
        person: Int32(person), dwelling: next.dwelling, first: next.first, last: .latest,
        vouched: last.vouched, told: last.told, held: last.held, row: next.row)
    }
    return found
  }

  private struct Companion {
    var person: Int
    /// The home after the shared one; nil where they are still there as far as anybody knows.
    var next: HomeSpell?
    /// The last day for which it is certain that they were still in the shared one.
    var held: Day
    /// The last day on which a row says so.
    var vouched: Day
    var isCarer: Bool
  }

  private func move(of person: Int, from last: HomeSpell, _ homes: HomeTimelines) -> HomeSpell? {
    let companions = self.companions(of: person, last, homes)
    let movers = companions.filter { companion in
      companion.next.map { !isNextDoor(person, companion.person, from: last, to: $0) } ?? false
    }
    guard let first = movers.compactMap({ $0.next?.first }).min(), last.held < first,
      movers.contains(where: { !isChild[$0.person] })
    else { return nil }
    let carers = companions.filter(\.isCarer)
    if isChild[person], let next = nextOfSiblings(companions, carers, first) { return next }
    let deciding = isChild[person] && !carers.isEmpty ? carers : companions
    guard movers.contains(where: { mover in deciding.contains { $0.person == mover.person } }),
      !deciding.contains(where: { $0.next == nil && $0.held >= first })
    else { return nil }
    // One of several who went may have left the others.
    guard movers.count > 1 || deciding.allSatisfy({ $0.next != nil }) else { return nil }
    return best(deciding.compactMap(\.next))
  }

  /// Whether somebody seems to have moved to another flat of the building, without a row that ties the two together: then
  /// a neighbour of that name was rather taken for them.
  private func isNextDoor(
    _ person: Int, _ mover: Int, from home: HomeSpell, to next: HomeSpell
  ) -> Bool {
    guard !isChild[person], next.dwelling >= 0, ties.between(person, mover).isEmpty else {
      return false
    }
    let (here, there) = (input.dwellings[Int(home.dwelling)], input.dwellings[Int(next.dwelling)])
    return here.building != 0 && here.building == there.building
  }

  /// Where brothers and sisters went with a parent, if none of them is known to have stayed.
  private func nextOfSiblings(
    _ companions: [Companion], _ carers: [Companion], _ first: Day
  ) -> HomeSpell? {
    let siblings = companions.filter { isChild[$0.person] }
    guard !siblings.contains(where: { $0.next == nil && $0.vouched >= first }) else { return nil }
    let adults = carers.isEmpty ? companions.filter { !isChild[$0.person] } : carers
    return adults.compactMap(\.next).first { next in
      siblings.contains { $0.next?.dwelling == next.dwelling }
    }
  }

  /// The home to which most went, and of those the first.
  private func best(_ homes: [HomeSpell]) -> HomeSpell? {
    homes.max { one, other in
      let (ones, others) = (
        homes.count { $0.dwelling == one.dwelling }, homes.count { $0.dwelling == other.dwelling }
      )
      return (ones, other.first, other.dwelling) < (others, one.first, one.dwelling)
    }
  }

  private func companions(
    of person: Int, _ last: HomeSpell, _ homes: HomeTimelines
  ) -> [Companion] {
    var found: [Companion] = []
    for spell in residents.spells(in: last.dwelling, homes)
    where Int(spell.person) != person && spell.days.intersects(last.days) {
      let other = Int(spell.person)
      guard !care.isInCare[other], belongTogether(last, spell),
        days(spell, last) >= settings.home.leastDays
      else {
        continue
      }
      let own = homes.of(other)
      let next = own.first { $0.first > spell.first && $0.dwelling != spell.dwelling }
      let isGone = next == nil && spell.last != .latest
      if isGone { continue }
      found.append(
        Companion(
          person: other, next: next, held: spell.held, vouched: spell.vouched,
          isCarer: ties.isCarer(other, of: person)))
    }
    return found
  }

  private func days(_ one: HomeSpell, _ other: HomeSpell) -> Int {
    one.days.overlap(with: other.days)?.dayCount ?? 0
  }

  /// Whether two of one home are of one household, as far as can be told before families are formed.
  private func belongTogether(_ mine: HomeSpell, _ theirs: HomeSpell) -> Bool {
    let (one, other) = (Int(mine.person), Int(theirs.person))
    if ties.between(one, other).contains(where: { $0.weight >= settings.tie }) { return true }
    let names = input.surnames[input.people[other].surnames]
    if input.surnames[input.people[one].surnames].contains(where: names.contains) { return true }
    guard !input.dwellings[Int(mine.dwelling)].isInstitution else { return false }
    return isChild[one] != isChild[other]
      && abs(mine.first.days(until: theirs.first)) <= settings.home.arrivalDays
      || isCouple(mine, theirs)
  }

  /// Whether two grown-ups came together and are of one generation.
  private func isCouple(_ mine: HomeSpell, _ theirs: HomeSpell) -> Bool {
    let (one, other) = (Int(mine.person), Int(theirs.person))
    guard !isChild[one], !isChild[other],
      abs(mine.first.days(until: theirs.first)) <= settings.home.arrivalDays,
      let born = input.people[one].born?.earliest, let later = input.people[other].born?.earliest
    else { return false }
    return abs(born.days(until: later)) <= settings.ages.generation * 365
  }
}
