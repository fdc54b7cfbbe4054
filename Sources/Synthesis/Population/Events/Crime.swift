import Vocabulary

extension NeighbourhoodBuilder {
  private static let youthOffences: [(Offence, Int)] = [
    (.shoplifting, 25), (.criminalDamage, 22), (.commonAssault, 18), (.theft, 12),
    (.publicOrder, 9), (.cannabisPossession, 8), (.burglary, 4), (.affray, 2),
  ]

  private static let outcomes: [(YouthOffence.Outcome, Int)] = [
    (.reprimand, 28), (.finalWarning, 16), (.referralOrder, 20), (.communityResolution, 14),
    (.rehabilitationOrder, 7), (.noFurtherAction, 10), (.conditionalDischarge, 5),
  ]

  /// Someone is robbed, burgled or hit, as anyone may be.
  mutating func sufferCrime(_ person: Person.ID) {
    for _ in 0..<times(person, perThousandYears: 32) {
      guard let day = someDay(person) else { return }
      let offence = life.weigh([
        (Offence.theft, 38), (.burglary, 17), (.criminalDamage, 27), (.commonAssault, 12),
        (.vehicleTaking, 6),
      ])
      record(
        .crime(
          CrimeRole(
            crime: nextCase(), offence: offence, role: life.chance(930) ? .victim : .witness,
            outcome: life.pick([.noSuspect, .noSuspect, .evidentialDifficulty, .charged]),
            isDomestic: false)), person, on: day)
    }
  }

  /// A young person offends, if that is the family's trouble and theirs.
  mutating func offend(_ child: Person.ID, _ household: Household) {
    guard let since = household.difficulties[.youthCrime],
      focus(household, ages: 12...17) == child
    else { return }
    let tenth = world.people[child.place].born.adding(months: 12 * 11)
    let start = max(since, tenth)
    for _ in 0..<troubles.within(0...(household.isTroubled ? 5 : 1)) {
      guard let day = someDay(child, since: start) else { return }
      commit(child, on: day, outcome: troubles.weigh(Self.outcomes))
    }
    if household.isTroubled || troubles.chance(350) {
      let recent = max(last.adding(days: -330), start)
      if let day = presence(of: child).map({ max($0.lowerBound, recent) }),
        day < last.adding(days: -60)
      {
        commit(
          child, on: troubles.day(day, last.adding(days: -60)),
          outcome: troubles.pick([.reprimand, .finalWarning, .referralOrder]))
      }
    }
  }

  private mutating func commit(
    _ child: Person.ID, on day: Day, outcome: YouthOffence.Outcome
  ) {
    let offence = troubles.weigh(Self.youthOffences)
    let decided = day.adding(days: troubles.within(10...55))
    let isKnown = decided <= last
    record(
      .youthOffence(
        YouthOffence(
          offence: offence, gravity: UInt8(troubles.within(2...4)),
          outcome: isKnown ? outcome : .pending,
          outcomeOn: isKnown ? PartialDate(decided) : nil)), child, on: day)
    record(
      .crime(
        CrimeRole(
          crime: nextCase(), offence: offence, role: outcome.isProven ? .offender : .suspect,
          outcome: outcome.isProven ? .youthCaution : .communityResolution, isDomestic: false)),
      child, on: day)
    if outcome == .referralOrder || outcome == .rehabilitationOrder {
      recordIfPresent(
        .courtDate(CourtDate(offence: offence)), child, on: decided.adding(days: -1))
    }
    if isKnown, outcome == .referralOrder || outcome == .rehabilitationOrder {
      record(
        .youthIntervention(
          YouthIntervention(kind: outcome == .referralOrder ? .referralOrder : .rehabilitationOrder)
        ),
        child, on: decided, until: decided.adding(days: 180))
    }
  }

  /// Noise, nuisance and what landlord and police do about it.
  mutating func disturb(_ household: Household) {
    guard let since = household.difficulties[.antisocial], let main = household.adults.first else {
      return
    }
    for index in 0..<troubles.within(1...(household.isTroubled ? 6 : 2)) {
      guard let day = someDay(main, since: since) else { return }
      let number = nextCase()
      let nature = troubles.pick(AntisocialCase.Nature.allCases)
      record(
        .antisocialCase(AntisocialCase(number: number, nature: nature, isComplainant: false)), main,
        on: day)
      record(
        .antisocialAction(
          AntisocialAction(number: number, step: index == 0 ? .warningLetter : .visit)), main,
        on: min(day.adding(days: 20), last))
      complain(of: number, nature, on: day, against: main)
      report(.antisocialNuisance, main, on: day, risk: nil, isSubject: true)
    }
    if household.isTroubled { takeAction(main, since: since) }
  }

  /// A step in the last year that counts as an intervention.
  private mutating func takeAction(_ main: Person.ID, since: Day) {
    guard let day = someDay(main, since: max(since, last.adding(days: -320))) else { return }
    let step = troubles.weigh([
      (AntisocialAction.Step.acceptableBehaviourContract, 55), (.noticeOnNuisanceGround, 25),
      (.injunction, 12), (.antisocialBehaviourOrder, 8),
    ])
    let number = nextCase()
    record(
      .antisocialCase(AntisocialCase(number: number, nature: .harassment, isComplainant: false)),
      main, on: day)
    record(.antisocialAction(AntisocialAction(number: number, step: step)), main, on: day)
  }

  mutating func report(
    _ kind: Incident.Kind, _ person: Person.ID, on day: Day, risk: Incident.Risk?,
    isSubject: Bool, number: Int? = nil, childrenPresent: Bool = false
  ) {
    record(
      .incident(
        Incident(
          incident: number ?? nextCase(), kind: kind, risk: risk, childrenPresent: childrenPresent,
          isSubject: isSubject)), person, on: day)
  }
}
