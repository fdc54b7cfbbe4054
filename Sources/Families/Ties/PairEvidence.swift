public import Vocabulary

/// One thing that speaks for two people being of one family.
public struct FamilyEvidence: Hashable, Sendable {
  /// What speaks for it.
  public enum Kind: Hashable, Sendable {
    /// A row says it; the kind is the place in ``FamilySettings/relations``.
    case relation(Int)
    /// They live or lived in one home.
    case together
    /// They shared further homes, so many.
    case another(Int)
    /// They came to the home within days.
    case sameArrival
    /// One is a child, the other of an age to be the parent.
    case childWithAdult
    /// They are the only two grown-ups there, of one generation.
    case onlyTwo
    /// They share a surname.
    case surname
    /// Somebody ruled it; the number is the ledger's.
    case ruling(Int)
  }

  /// What speaks for it.
  public var kind: Kind
  /// What it weighs.
  public var weight: Int
  /// The days for which it holds, where it has any.
  public var days: DayInterval?
  /// The row that says it, or the first of those that do.
  public var row: RowPlace?
}

/// Weighs what speaks for two people being of one family.
struct PairWeighing: Sendable {
  let input: FamilyInput
  let settings: FamilySettings
  let homes: HomeTimelines
  let ties: Ties
  let places: PlaceJudgement
  /// Who is a child on the last day.
  let isChild: [Bool]

  /// What rows and rulings say about two people that holds in some days.
  func said(_ one: Int, _ other: Int, in days: DayInterval) -> FamilyEvidence? {
    var best: FamilyEvidence?
    for tie in ties.between(one, other) where tie.weight > best?.weight ?? 0 {
      let isLasting = tie.meaning == .parent
      let from = tie.since ?? .earliest
      guard isLasting || from <= days.last, isLasting || days.first <= tie.until ?? .latest
      else { continue }
      best = FamilyEvidence(
        kind: .relation(tie.kind), weight: tie.weight,
        days: DayInterval(first: from, last: max(from, tie.until ?? .latest)), row: tie.row)
    }
    return best
  }

  /// Everything that speaks for two people who share a home, where all of some others live or lived too.
  func evidence(
    _ one: HomeSpell, _ other: HomeSpell, among all: [HomeSpell]
  ) -> [FamilyEvidence] {
    let (left, right) = (Int(one.person), Int(other.person))
    guard let days = one.days.overlap(with: other.days) else { return [] }
    var found: [FamilyEvidence] = []
    if let said = said(left, right, in: days) { found.append(said) }
    // Whoever joined a family by decision may live elsewhere.
    guard one.dwelling == other.dwelling, !places.isInstitution(one.dwelling) else { return found }
    let isShared = isShared(one.dwelling, in: days, among: all)
    func add(_ kind: FamilyEvidence.Kind, _ weight: Int, _ row: RowPlace? = nil) {
      if weight > 0 { found.append(.init(kind: kind, weight: weight, days: days, row: row)) }
    }
    guard lasts(days) else { return found }
    if !isShared { add(.together, settings.home.together, max(one.row, other.row)) }
    let others = sharedHomes(left, right, without: one.dwelling)
    if others > 0 { add(.another(others), settings.home.another * others) }
    if shareSurname(left, right) { add(.surname, settings.home.surname) }
    guard !isShared else { return found }
    if abs(one.first.days(until: other.first)) <= settings.home.arrivalDays {
      add(.sameArrival, settings.home.sameArrival)
    }
    if isChildWithAdult(left, right), !areOfTwoFamilies(one, other) {
      add(.childWithAdult, settings.home.childWithAdult)
    }
    if areOnlyTwo(left, right, in: days, among: all) { add(.onlyTwo, settings.home.onlyTwo) }
    return found
  }

  private func lasts(_ days: DayInterval) -> Bool {
    days.isOpen || days.dayCount >= settings.home.leastDays
  }

  /// Whether two of one generation are the only grown-ups of a home for the days that they share.
  private func areOnlyTwo(
    _ one: Int, _ other: Int, in days: DayInterval, among all: [HomeSpell]
  ) -> Bool {
    guard isOneGeneration(one, other) else { return false }
    let adults = Set(all.filter { isGrownUp($0, in: days) }.map { Int($0.person) })
    return adults == [one, other]
  }

  /// Whether somebody lived in a home for long enough of some days, and was grown up by their end.
  private func isGrownUp(_ home: HomeSpell, in days: DayInterval) -> Bool {
    let person = Int(home.person)
    guard !isChild[person], let shared = home.days.overlap(with: days), lasts(shared) else {
      return false
    }
    guard !days.isOpen, let born = input.people[person].born else { return true }
    return settings.ages.grownUp(born) <= days.last || !ties.children(of: person).isEmpty
  }

  /// Whether a house was shared by unrelated grown-ups while two lived there: who lives there now says nothing of it.
  private func isShared(
    _ dwelling: Int32, in days: DayInterval, among all: [HomeSpell]
  ) -> Bool {
    guard !days.isOpen else { return places.isShared(dwelling) }
    guard !places.isAnyFlat(dwelling) else { return true }
    let adults = all.filter { home in
      // Whoever moves out and whoever moves in seem to be there at once, for a while; and somebody of whom no row says
      // when they were born is perhaps another under a name of theirs.
      input.people[Int(home.person)].born != nil && isGrownUp(home, in: days)
        && (home.days.overlap(with: days)?.dayCount ?? 0) * 2 > days.dayCount
    }
    return PlaceJudgement.isShared(
      by: adults, input, ties, from: settings.limits.unrelatedAdults)
  }

  /// How many homes two people shared beside one, for long enough.
  private func sharedHomes(_ one: Int, _ other: Int, without dwelling: Int32) -> Int {
    homes.of(one).count { mine in
      mine.dwelling != dwelling && !places.isInstitution(mine.dwelling)
        && homes.of(other).contains { theirs in
          guard theirs.dwelling == mine.dwelling,
            let days = mine.days.overlap(with: theirs.days)
          else { return false }
          return days.dayCount >= settings.home.leastDays
        }
    }
  }

  /// Whether two people are or were known by one surname.
  func shareSurname(_ one: Int, _ other: Int) -> Bool {
    let theirs = input.surnames[input.people[other].surnames]
    return input.surnames[input.people[one].surnames].contains(where: theirs.contains)
  }

  // MARK: Ages

  /// The years by which the one is older than the other; negative where younger.
  func years(from one: Int, to other: Int) -> Int? {
    guard let born = input.people[one].born?.earliest,
      let later = input.people[other].born?.earliest
    else { return nil }
    let days = born.days(until: later)
    return days >= 0 ? days * 4 / 1_461 : -(-days * 4 / 1_461)
  }

  private func isChildWithAdult(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (isChild[one], isChild[other])
    guard left != right else { return false }
    let (adult, child) = left ? (other, one) : (one, other)
    // A parent whose birth date nobody knows is still a grown-up beside a child.
    guard let gap = years(from: adult, to: child) else { return true }
    return (settings.ages.parentLeast...settings.ages.parentMost + 20).contains(gap)
  }

  /// Whether the child has parents there and the grown-up children, or since the parents came one list at most told of
  /// the grown-up, so that two families seem to live in one home: one is moving out while the other moves in.
  private func areOfTwoFamilies(_ one: HomeSpell, _ other: HomeSpell) -> Bool {
    let (adult, child) = isChild[Int(one.person)] ? (other, one) : (one, other)
    let (carer, minor) = (Int(adult.person), Int(child.person))
    let parents = ties.parents(of: minor).filter { isThere($0, child) }
    guard !parents.isEmpty, !areRelated(carer, minor) else { return false }
    return ties.children(of: carer).contains { isChild[$0] && isThere($0, adult) }
      || parents.allSatisfy {
        !areRelated(carer, $0) && came($0, to: adult.dwelling, after: min(adult.told, adult.held))
      }
  }

  private func areRelated(_ one: Int, _ other: Int) -> Bool {
    !ties.between(one, other).isEmpty || shareSurname(one, other)
  }

  private func came(_ person: Int, to dwelling: Int32, after day: Day) -> Bool {
    homes.of(person).allSatisfy { $0.dwelling != dwelling || $0.first > day }
  }

  private func isThere(_ person: Int, _ home: HomeSpell) -> Bool {
    homes.of(person).contains {
      $0.dwelling == home.dwelling && $0.days.intersects(home.days)
    }
  }

  func isOneGeneration(_ one: Int, _ other: Int) -> Bool {
    guard !isChild[one], !isChild[other] else { return false }
    guard let gap = years(from: one, to: other) else { return true }
    return abs(gap) <= settings.ages.generation
  }
}
