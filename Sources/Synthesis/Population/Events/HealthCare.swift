import Vocabulary

extension NeighbourhoodBuilder {
  /// Registers someone with a practice, soon after they came; a few never do.
  mutating func register(_ person: Person.ID, _ household: Household) {
    guard let days = presence(of: person), let first = stays[person.place].first else { return }
    if health.chance(household.isTroubled ? 60 : 15) { return }
    let isNewborn = first.from == world.people[person.place].born
    let wait = health.within(isNewborn ? 10...40 : household.isTroubled ? 5...150 : 2...45)
    let day = first.from.adding(days: wait)
    guard day <= days.upperBound else { return }
    let isGone = days.upperBound < last
    record(
      .practiceRegistration(PracticeRegistration(practice: practice)), person, on: day,
      until: isGone ? days.upperBound : nil)
  }

  var practice: Practice { Practice(number / 3) }

  /// Writes down the vaccines and checks that fell due in the time line.
  mutating func immunise(_ child: Person.ID, _ household: Household) {
    let born = world.people[child.place].born
    guard born.adding(months: 42) >= first, born <= last else { return }
    let missing = household.isTroubled ? 220 : 45
    let vaccines: [(Immunisation.Vaccine, Int)] = [
      (.first, 2), (.second, 3), (.third, 4), (.menC, 12), (.mmrFirst, 13), (.preschool, 40),
      (.mmrSecond, 40),
    ]
    for (vaccine, months) in vaccines {
      let due = born.adding(months: months)
      let given = health.chance(missing) ? nil : due.adding(days: health.within(0...35))
      let known = given.flatMap { $0 <= last ? $0 : nil }
      recordIfPresent(.immunisation(Immunisation(vaccine: vaccine, givenOn: known)), child, on: due)
    }
    let level: DevelopmentCheck.Level =
      household.isTroubled ? health.pick([.universalPlus, .partnershipPlus]) : .universal
    let checks: [(DevelopmentCheck.Kind, Int)] = [
      (.newBirthVisit, 12), (.sixWeeks, 45), (.oneYear, 330), (.twoYears, 810),
    ]
    for (kind, days) in checks {
      let due = born.adding(days: days)
      let done = health.chance(missing) ? nil : due.adding(days: health.within(0...25))
      let known = done.flatMap { $0 <= last ? $0 : nil }
      recordIfPresent(
        .developmentCheck(DevelopmentCheck(kind: kind, doneOn: known, level: level)), child,
        on: due)
    }
  }

  /// Writes down appointments and emergency visits.
  mutating func visitHealthServices(_ person: Person.ID, _ household: Household) {
    let isTroubled = household.isTroubled
    for _ in 0..<times(person, perThousandYears: isTroubled ? 900 : 260) {
      guard let day = someWorkday(person) else { continue }
      record(
        .appointment(
          Appointment(clinic: clinic(age(person, on: day)), attendance: attendance(isTroubled))),
        person, on: day)
    }
    for _ in 0..<times(person, perThousandYears: isTroubled ? 420 : 130) {
      guard let day = someDay(person) else { return }
      let reasons: [(EmergencyAttendance.Reason, Int)] =
        age(person, on: day) < 14
        ? [(.minorIllness, 50), (.minorInjury, 45), (.majorInjury, 5)]
        : [
          (.minorIllness, 40), (.minorInjury, 38), (.assault, isTroubled ? 12 : 3), (.alcohol, 6),
          (.selfHarm, 3), (.overdose, 2), (.majorInjury, 7),
        ]
      let isRegistered = !health.chance(isTroubled ? 90 : 25)
      record(
        .emergencyAttendance(
          EmergencyAttendance(
            reason: health.weigh(reasons), practice: isRegistered ? practice : nil,
            isLowAcuity: health.chance(550))), person, on: day)
    }
  }

  private mutating func clinic(_ age: Int) -> Appointment.Clinic {
    switch age {
    case ..<5: health.pick([.healthVisitor, .paediatrics, .generalPractice, .speechTherapy])
    case ..<18: health.pick([.schoolNurse, .dentist, .paediatrics, .childMentalHealth])
    default:
      health.pick([.generalPractice, .dentist, .physiotherapy, .adultMentalHealth, .midwifery])
    }
  }

  private mutating func attendance(_ isTroubled: Bool) -> Appointment.Attendance {
    health.weigh([
      (.attended, isTroubled ? 560 : 830), (.lateSeen, 40), (.lateNotSeen, isTroubled ? 40 : 6),
      (.cancelledByPatient, 60), (.didNotAttend, isTroubled ? 260 : 55),
      (.cancelledByProvider, 30),
    ])
  }
}
