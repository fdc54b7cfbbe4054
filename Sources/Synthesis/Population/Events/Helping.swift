import Vocabulary

extension NeighbourhoodBuilder {
  /// What children's social care hears and does about a child.
  mutating func beReferred(_ child: Person.ID, _ household: Household) {
    if let since = household.difficulties[.neglect] {
      protect(child, household, since: since)
    } else if life.chance(household.difficulties[.domesticAbuse] == nil ? 22 : 400) {
      contact(child, household, since: household.difficulties[.domesticAbuse])
    }
  }

  private mutating func contact(_ child: Person.ID, _ household: Household, since: Day?) {
    guard let day = someWorkday(child, since: since), age(child, on: day) < 18 else { return }
    let source = since == nil ? life.pick(ReferralSource.allCases) : .police
    let outcome = life.weigh([
      (SocialCareContact.Outcome.noFurtherAction, 55), (.informationAndAdvice, 25),
      (.earlyHelpReferral, 8), (.referral, 12),
    ])
    record(.socialCareContact(SocialCareContact(source: source, outcome: outcome)), child, on: day)
    if outcome == .referral { refer(child, household, source, on: day.adding(days: 1)) }
  }

  private mutating func refer(
    _ child: Person.ID, _ household: Household, _ source: ReferralSource, on day: Day
  ) {
    let outcome = life.pick([Referral.Outcome.noFurtherAction, .signposted, .assessment])
    let need =
      household.difficulties[.domesticAbuse] == nil ? PrimaryNeed.acuteStress : .abuseOrNeglect
    recordIfPresent(
      .referral(Referral(source: source, need: need, outcome: outcome)), child, on: day)
    guard outcome == .assessment else { return }
    recordIfPresent(
      .assessment(Assessment(factors: factors(household), outcome: .noFurtherAction)), child,
      on: day.adding(days: 5), until: day.adding(days: 38))
  }

  private func factors(_ household: Household) -> AssessmentFactors {
    let known: [(Difficulties.Kind, AssessmentFactors)] = [
      (.substance, .parentAlcohol), (.domesticAbuse, .parentDomesticAbuse),
      (.mentalHealth, .parentMentalHealth), (.neglect, .neglect),
    ]
    return known.reduce(into: []) { factors, pair in
      if household.difficulties[pair.0] != nil { factors.insert(pair.1) }
    }
  }

  /// Contacts without result, then a referral that counts, need, and for some a protection plan.
  private mutating func protect(_ child: Person.ID, _ household: Household, since: Day) {
    guard let days = presence(of: child) else { return }
    var day = max(since, days.lowerBound)
    let isChild = { [born = world.people[child.place].born] (day: Day) in
      born.completedYears(to: day) < 17
    }
    for _ in 0..<life.within(0...2) where isChild(day) {
      let source = life.pick([ReferralSource.anonymous, .school, .healthVisitor, .housing, .police])
      recordIfPresent(
        .socialCareContact(SocialCareContact(source: source, outcome: .noFurtherAction)), child,
        on: day)
      day = day.adding(days: life.within(40...200))
    }
    guard isChild(day), day.adding(days: 40) < days.upperBound else { return }
    let goesOn = life.chance(450)
    recordIfPresent(
      .referral(
        Referral(
          source: life.pick([.school, .healthVisitor, .police]), need: .abuseOrNeglect,
          outcome: goesOn ? .strategyDiscussion : .assessment)), child, on: day)
    recordIfPresent(
      .assessment(
        Assessment(
          factors: factors(household), outcome: goesOn ? .strategyDiscussion : .childInNeed)),
      child, on: day.adding(days: 2), until: day.adding(days: 35))
    needOrPlan(child, since: day, hasEnquiry: goesOn, days)
  }

  private mutating func needOrPlan(
    _ child: Person.ID, since day: Day, hasEnquiry: Bool, _ days: ClosedRange<Day>
  ) {
    let end = day.adding(days: life.within(150...700))
    let isOver = end <= days.upperBound
    recordIfPresent(
      .childInNeed(ChildInNeed(need: .abuseOrNeglect, closure: isOver ? .ceased : nil)), child,
      on: day, until: isOver ? end : nil)
    guard hasEnquiry else { return }
    let conference = day.adding(days: 20)
    recordIfPresent(
      .section47(SectionFortySeven(conferenceOn: PartialDate(conference))), child,
      on: day.adding(days: 4))
    let planEnd = conference.adding(days: life.within(90...420))
    let hasEnded = planEnd <= days.upperBound
    recordIfPresent(
      .protectionPlan(
        ProtectionPlan(
          category: life.pick([.neglect, .neglect, .emotional, .physical]), previousPlans: 0)),
      child, on: conference, until: hasEnded ? planEnd : nil)
  }

  /// Early help for the family, visits by the voluntary sector, professionals' nominations.
  mutating func getHelp(_ family: Family.ID, _ household: Household) {
    guard !household.children.isEmpty, let main = household.adults.first else { return }
    if life.chance(household.isTroubled ? 520 : 18) { openEarlyHelp(family, household, main) }
    for _ in 0..<(household.isTroubled ? life.within(0...9) : life.chance(25) ? 1 : 0) {
      guard let day = someWorkday(main) else { return }
      record(
        .voluntaryContact(
          VoluntaryContact(
            organisation: life.pick(VoluntaryContact.Organisation.allCases),
            kind: life.pick([.homeVisit, .groupSession, .phoneCall, .meeting]),
            attended: life.chance(household.isTroubled ? 700 : 930))), main, on: day)
    }
    if life.chance(household.isTroubled ? 240 : 4),
      let day = someWorkday(main, since: last.adding(days: -400))
    {
      record(
        .nomination(
          Nomination(
            agency: life.pick(Nomination.Agency.allCases),
            concern: life.pick(Nomination.Concern.allCases))), main, on: day)
    }
  }

  private mutating func openEarlyHelp(
    _ family: Family.ID, _ household: Household, _ main: Person.ID
  ) {
    guard let day = someWorkday(main), let days = presence(of: main) else { return }
    let end = day.adding(days: life.within(90...400))
    let isOver = end <= days.upperBound
    let ending: EarlyHelp.Ending? = isOver ? life.pick(EarlyHelp.Ending.allCases) : nil
    let episode = nextCase()
    let consent: Bool? = life.chance(850) ? true : life.chance(500) ? false : nil
    let lead = life.pick(["School", "Health visitor", "Housing", "Youth service", nil])
    for member in world.families[family.place].members where member.holds(on: day) {
      guard home(of: member.person, on: day) != nil else { continue }
      record(
        .earlyHelp(
          EarlyHelp(
            episode: episode, family: family, service: .commonAssessment, role: member.role,
            consent: consent, leadProfessional: lead, ending: ending)), member.person, on: day,
        until: isOver ? end : nil)
    }
  }
}
