import Vocabulary

extension NeighbourhoodBuilder {
  /// The first day on which any difficulty of a family showed; nil for a family without any.
  private func onset(_ household: Household) -> Day? {
    Difficulties.Kind.allCases.compactMap { household.difficulties[$0] }.min()
  }

  /// The small signs that come before a difficulty: each harmless, each in another agency's files.
  mutating func wobble(_ household: Household) {
    guard let onset = onset(household), let main = household.adults.first else { return }
    let count = household.isTroubled ? life.within(2...5) : life.below(3)
    for _ in 0..<count {
      let day = Self.workday(onset.adding(days: -life.within(10...420)))
      let child = household.children.isEmpty ? nil : life.pick(household.children)
      sign(main, child, on: day, household)
    }
  }

  private mutating func sign(
    _ main: Person.ID, _ child: Person.ID?, on day: Day, _ household: Household
  ) {
    switch life.below(7) {
    case 0: miss(child ?? main, on: day)
    case 1: miss(main, on: day)
    case 2: note(main, on: day, [.poorCondition, .rubbish, .repairRequest])
    case 3:
      recordIfPresent(
        .emergencyAttendance(
          EmergencyAttendance(reason: .minorIllness, practice: nil, isLowAcuity: true)),
        child ?? main, on: day)
    case 4:
      guard let child, age(child, on: day) < 17 else { return }
      let source = life.pick([ReferralSource.school, .healthVisitor, .acquaintance, .anonymous])
      recordIfPresent(
        .socialCareContact(SocialCareContact(source: source, outcome: .noFurtherAction)), child,
        on: day)
    case 5:
      recordIfPresent(
        .voluntaryContact(
          VoluntaryContact(
            organisation: life.pick([.foodBank, .adviceCentre, .childrensCentre]),
            kind: .selfReferral, attended: true)), main, on: day)
    default:
      let number = nextCase()
      recordIfPresent(
        .antisocialCase(
          AntisocialCase(number: number, nature: .noise, isComplainant: false)), main, on: day)
      complain(of: number, .noise, on: day, against: main)
    }
  }

  private mutating func miss(_ person: Person.ID, on day: Day) {
    let years = age(person, on: day)
    let clinic: Appointment.Clinic =
      years < 5 ? .healthVisitor : years < 18 ? .schoolNurse : .generalPractice
    recordIfPresent(
      .appointment(Appointment(clinic: clinic, attendance: .didNotAttend)), person, on: day)
  }

  private mutating func note(_ main: Person.ID, on day: Day, _ kinds: [HousingReport.Kind]) {
    guard let home = home(of: main, on: day), isSocial(home) else { return }
    recordIfPresent(.housingReport(HousingReport(kind: life.pick(kinds))), main, on: day)
  }

  /// A neighbour is the one who complains, if one is found at home.
  mutating func complain(
    of number: Int, _ nature: AntisocialCase.Nature, on day: Day, against main: Person.ID
  ) {
    guard storied < world.people.count else { return }
    let neighbour = world.people[troubles.within(storied...world.people.count - 1)].id
    guard neighbour != main, first <= day, age(neighbour, on: day) >= 18,
      let theirs = home(of: neighbour, on: day), theirs != home(of: main, on: day)
    else { return }
    record(
      .antisocialCase(AntisocialCase(number: number, nature: nature, isComplainant: true)),
      neighbour, on: day)
  }

  /// The visit that a social landlord pays to new tenants, and the repairs they ask for later.
  mutating func visitTenant(_ main: Person.ID, _ home: Stay) {
    if home.from >= first, life.chance(650) {
      recordIfPresent(
        .housingReport(HousingReport(kind: .welcomeVisit)), main,
        on: Self.workday(home.from.adding(days: life.within(7...42))))
    }
    if life.chance(350), let day = someWorkday(main, since: home.from) {
      note(main, on: day, [.repairRequest, .repairRequest, .transferRequest])
    }
  }

  /// A child who lives here without a school for more than four weeks is missing from education.
  mutating func missEducation(_ child: Person.ID, from: Day, until: Day, isTroubled: Bool) {
    guard from.days(until: until) >= 28, (5...15).contains(age(child, on: from)) else { return }
    recordIfPresent(
      .missingEducation(MissingEducation(reason: isTroubled ? .notApplied : .movedIn)), child,
      on: from, until: min(until, last))
  }

  /// Out in the street, lost, or worrying someone: what the police note of anyone now and then.
  mutating func meetPolice(_ person: Person.ID, _ household: Household) {
    for _ in 0..<times(person, perThousandYears: household.isTroubled ? 60 : 9) {
      guard let day = someDay(person), age(person, on: day) >= 10 else { return }
      let isYoung = age(person, on: day) < 18
      let kind: Incident.Kind = life.weigh([
        (.antisocialNuisance, isYoung ? 40 : 20), (.antisocialPersonal, 12),
        (.antisocialEnvironmental, 8), (.concernForSafety, 22), (.suspiciousPerson, 12),
        (.missingPerson, isYoung ? 22 : 3), (.roadMatter, isYoung ? 0 : 18),
      ])
      report(kind, person, on: day, risk: nil, isSubject: life.chance(500))
    }
  }

  /// Prison for some of the grown-up, days at court for most who are charged.
  mutating func goToCourt(_ person: Person.ID, _ offence: Offence, on day: Day) {
    for index in 0..<troubles.within(1...3) {
      let date = Self.workday(day.adding(days: 20 + index * troubles.within(14...40)))
      recordIfPresent(.courtDate(CourtDate(offence: offence)), person, on: date)
    }
    guard troubles.chance(160), age(person, on: day) >= 18 else { return }
    let start = day.adding(days: 120)
    let end = start.adding(days: troubles.within(40...300))
    recordIfPresent(
      .custody(Custody(kind: .prison)), person, on: start, until: end <= last ? end : nil)
  }
}
