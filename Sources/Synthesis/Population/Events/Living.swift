import Vocabulary

extension NeighbourhoodBuilder {
  /// Writes down all that happens to a family in the time line.
  mutating func live(
    _ family: Family.ID, _ household: Household, keepsDifficulties: Bool = false
  ) {
    var household = household
    household.isTroubled = world.families[family.place].isTroubled
    if !keepsDifficulties { drawDifficulties(&household) }
    let main = household.adults.first
    if let main { rent(household, main) }
    for adult in household.adults { liveAsAdult(adult, household, isMain: adult == main) }
    for child in household.children { liveAsChild(child, household) }
    sufferTogether(family, household)
  }

  /// What happens to someone grown up.
  private mutating func liveAsAdult(_ person: Person.ID, _ household: Household, isMain: Bool) {
    register(person, household)
    visitHealthServices(person, household)
    claimBenefits(person, household, isMain: isMain)
    sufferCrime(person)
    meetPolice(person, household)
    if isMain { struggle(person, household) }
  }

  /// What happens to someone who is, or was for part of the time line, a child.
  mutating func liveAsChild(_ child: Person.ID, _ household: Household) {
    guard presence(of: child) != nil else { return }
    register(child, household)
    immunise(child, household)
    visitHealthServices(child, household)
    goToSchool(child, household)
    offend(child, household)
    meetPolice(child, household)
    if age(child, on: last) >= 18 { claimBenefits(child, household, isMain: false) }
    beReferred(child, household)
  }

  private mutating func sufferTogether(_ family: Family.ID, _ household: Household) {
    wobble(household)
    disturb(household)
    quarrel(household)
    getHelp(family, household)
    for removal in household.removals where removal.on >= first {
      recordCare(
        removal.child, on: removal.on, need: .abuseOrNeglect, placement: .fosterCarer,
        carer: removal.carer)
    }
  }

  /// A day of someone's presence, on or after another day; nil if there is none.
  mutating func someDay(_ person: Person.ID, since: Day? = nil) -> Day? {
    guard let days = presence(of: person) else { return nil }
    let start = max(days.lowerBound, since ?? days.lowerBound)
    return start <= days.upperBound ? life.day(start, days.upperBound) : nil
  }

  /// A day of someone's presence on which offices and clinics are open; nil if there is none.
  mutating func someWorkday(_ person: Person.ID, since: Day? = nil) -> Day? {
    guard let day = someDay(person, since: since), let days = presence(of: person) else {
      return nil
    }
    let later = Self.workday(day)
    return days.contains(later) ? later : nil
  }

  /// The day, or the next on which offices are open: no weekend, Christmas or New Year.
  static func workday(_ day: Day) -> Day {
    var day = day
    while !isWorkday(day) { day = day.adding(days: 1) }
    return day
  }

  private static func isWorkday(_ day: Day) -> Bool {
    let parts = day.parts
    let isHoliday =
      (parts.month == 12 && (25...26).contains(parts.day)) || (parts.month == 1 && parts.day == 1)
    return !isHoliday && SchoolTerm.isWeekday(day)
  }

  /// How many times something happens to someone present for all of the time line at a yearly rate
  /// in thousandths; less in proportion to their presence.
  mutating func times(_ person: Person.ID, perThousandYears rate: Int) -> Int {
    guard let days = presence(of: person) else { return 0 }
    let expected = days.lowerBound.days(until: days.upperBound) * rate / 365
    return expected / 1_000 + (life.chance(expected % 1_000) ? 1 : 0)
  }
}
