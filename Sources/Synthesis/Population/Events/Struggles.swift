import Vocabulary

extension NeighbourhoodBuilder {
  /// Violence between partners: calls to the police, and crimes with a victim and a suspect.
  mutating func quarrel(_ household: Household) {
    guard let since = household.difficulties[.domesticAbuse],
      let victim = household.adults.first(where: { world.people[$0.place].sex == .female })
    else { return }
    let suspect =
      household.formerPartner
      ?? household.adults.first { $0 != victim && world.people[$0.place].sex == .male }
    for _ in 0..<troubles.within(1...(household.isTroubled ? 7 : 2)) {
      guard let day = someDay(victim, since: since) else { return }
      let number = nextCase()
      let risk = troubles.weigh([(Incident.Risk.standard, 60), (.medium, 30), (.high, 10)])
      let children = !household.children.isEmpty && troubles.chance(600)
      report(
        .domestic, victim, on: day, risk: risk, isSubject: false, number: number,
        childrenPresent: children)
      if let suspect, troubles.chance(350), home(of: suspect, on: day) != nil {
        accuse(suspect, victim, on: day)
      }
    }
  }

  private mutating func accuse(_ suspect: Person.ID, _ victim: Person.ID, on day: Day) {
    let crime = nextCase()
    let isCharged = troubles.chance(400)
    for (person, role) in [
      (suspect, isCharged ? CrimeRole.Role.offender : .suspect), (victim, .victim),
    ] {
      record(
        .crime(
          CrimeRole(
            crime: crime, offence: .commonAssault, role: role,
            outcome: isCharged ? .charged : .victimDeclines, isDomestic: true)), person, on: day)
    }
  }

  /// The main member's own troubles: crime, drink and drugs, ill health.
  mutating func struggle(_ person: Person.ID, _ household: Household) {
    if let since = household.difficulties[.adultCrime] { answer(person, since: since) }
    if let since = household.difficulties[.substance] {
      treat(
        person, troubles.weigh([(.alcohol, 50), (.heroin, 25), (.cannabis, 15), (.cocaine, 10)]),
        since)
    }
    if let since = household.difficulties[.mentalHealth] {
      treat(person, troubles.weigh([(.depression, 60), (.anxiety, 32), (.psychosis, 8)]), since)
    }
  }

  private mutating func answer(_ person: Person.ID, since: Day) {
    guard let day = someDay(person, since: since) else { return }
    let offence = troubles.pick([Offence.shoplifting, .handling, .commonAssault, .theft, .supply])
    record(
      .crime(
        CrimeRole(
          crime: nextCase(), offence: offence, role: .offender, outcome: .charged,
          isDomestic: false)), person, on: day)
    goToCourt(person, offence, on: day)
    let start = day.adding(days: 50)
    guard start <= last, home(of: person, on: start) != nil else { return }
    let reference = "X\(100_000 + (person.rawValue / 1_000_000 * 97 + person.place * 7) % 899_999)"
    record(
      .probationOrder(
        ProbationOrder(
          reference: reference, kind: troubles.pick([.communityOrder, .suspendedSentence]),
          offence: offence, riskOfHarm: UInt8(troubles.within(1...3)),
          drugRehabilitation: troubles.chance(250),
          breachedOn: troubles.chance(200)
            ? PartialDate(.month, containing: start.adding(days: 70)) : nil
        )), person, on: start, until: start.adding(days: 365))
  }

  private mutating func treat(_ person: Person.ID, _ subject: Treatment.Subject, _ since: Day) {
    guard let day = someDay(person, since: since) else { return }
    let end = day.adding(days: troubles.within(60...500))
    let isOver = end <= (presence(of: person)?.upperBound ?? last)
    record(
      .treatment(
        Treatment(
          subject: subject,
          discharge: isOver ? troubles.pick([.completed, .droppedOut, .transferred]) : nil)),
      person, on: day, until: isOver ? end : nil)
  }
}
