import Vocabulary

extension NeighbourhoodBuilder {
  /// Lets each social home of a family to its main member, with arrears where they have them.
  mutating func rent(_ household: Household, _ main: Person.ID) {
    for home in household.homes
    where isSocial(home.dwelling) && home.until.map({ $0 >= first }) ?? true {
      let tenancy = Tenancy(
        number: nextCase(), kind: tenancyKind(home), jointTenant: jointTenant(household, home),
        weeklyRent: life.within(7_200...12_900), ending: home.until.map { _ in .ended })
      world.events.append(
        Event(
          person: main, dwelling: home.dwelling, at: PartialDate(home.from),
          until: home.until.map { PartialDate($0) }, happening: .tenancy(tenancy)))
      visitTenant(main, home)
      fallBehind(household, main, home, tenancy)
    }
  }

  private func tenancyKind(_ home: Stay) -> Tenancy.Kind {
    let isNew = home.from > last.adding(days: -365)
    let isCouncil = world.dwellings[home.dwelling.place].tenure == .council
    return isNew ? .introductory : isCouncil ? .secure : .assured
  }

  private func jointTenant(_ household: Household, _ home: Stay) -> Person.ID? {
    household.adults.dropFirst().first { self.home(of: $0, on: home.from) == home.dwelling }
  }

  private mutating func fallBehind(
    _ household: Household, _ main: Person.ID, _ home: Stay, _ tenancy: Tenancy
  ) {
    guard let since = household.difficulties[.arrears] else { return }
    var day = max(max(home.from, first), since)
    var (owed, hasNotice, hasOrder) = (0, false, false)
    while day <= last, home.until.map({ day < $0 }) ?? true {
      owed = max(0, owed + tenancy.weeklyRent * life.within(-220...340) / 100)
      record(
        .rentMonth(RentMonth(tenancy: tenancy.number, owed: owed)), main, on: day, at: home.dwelling
      )
      if !hasNotice, owed > tenancy.weeklyRent * 6 {
        hasNotice = true
        possess(.noticeOfSeekingPossession, tenancy, main, on: day, home)
      }
      if hasNotice, !hasOrder, owed > tenancy.weeklyRent * 11 {
        hasOrder = true
        possess(.suspendedOrder, tenancy, main, on: day, home)
      }
      day = day.adding(months: 1)
    }
  }

  private mutating func possess(
    _ step: PossessionStep.Step, _ tenancy: Tenancy, _ main: Person.ID, on day: Day, _ home: Stay
  ) {
    record(
      .possessionStep(PossessionStep(tenancy: tenancy.number, step: step, ground: .arrears)), main,
      on: day, at: home.dwelling)
  }

  /// Writes down a person's benefits: one long spell for the workless, short ones for some.
  mutating func claimBenefits(_ person: Person.ID, _ household: Household, isMain: Bool) {
    guard let days = presence(of: person) else { return }
    let age = age(person, on: days.upperBound)
    if age >= 66 {
      if life.chance(240) { claim(.pensionCredit, person, from: days.lowerBound, until: nil) }
      return
    }
    let grown = world.people[person.place].born.adding(months: 12 * 18)
    let start = max(days.lowerBound, grown)
    guard start < days.upperBound else { return }
    if let since = household.difficulties[.worklessness], isMain || life.chance(500) {
      let day = max(since, start)
      guard day < days.upperBound else { return }
      let end = days.upperBound < last ? days.upperBound : nil
      claim(benefit(household, person), person, from: day, until: end)
    } else if life.chance(90) {
      let day = life.day(start, days.upperBound)
      let until = min(day.adding(days: life.within(20...260)), days.upperBound)
      if day < until { claim(.jobseekersAllowance, person, from: day, until: until) }
    }
  }

  private mutating func benefit(
    _ household: Household, _ person: Person.ID
  ) -> BenefitSpell.Benefit {
    let youngest = household.children.map { age($0, on: last) }.min() ?? 99
    if household.isLoneParent, youngest < 7 { return .incomeSupport }
    return life.weigh([
      (.jobseekersAllowance, 52), (.employmentAndSupport, 33), (.incapacity, 7), (.carers, 6),
      (.severeDisablement, 2),
    ])
  }

  /// The first claims of Universal Credit; a few of those who claim after that day.
  private static let universalCreditBegins = Day.of(2013, 4, 29)

  private mutating func claim(
    _ benefit: BenefitSpell.Benefit, _ person: Person.ID, from: Day, until: Day?
  ) {
    let isNewClaim = from >= Self.universalCreditBegins && benefit != .pensionCredit
    let isUniversal = isNewClaim && life.chance(100)
    let spell = BenefitSpell(
      benefit: isUniversal ? .universalCredit : benefit,
      regime: isUniversal ? life.pick([.searchingForWork, .preparing, .noRequirements]) : nil)
    record(.benefit(spell), person, on: from, until: until)
  }
}
