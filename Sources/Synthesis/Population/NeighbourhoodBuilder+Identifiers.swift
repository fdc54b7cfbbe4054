import Vocabulary

extension NeighbourhoodBuilder {
  /// Gives everyone the numbers that their age and story have earned them.
  mutating func giveIdentifiers() {
    let firstSchool = firstSchools()
    let arrests = firstArrests()
    var convictions = 0
    for place in world.people.indices {
      let person = world.people[place]
      let serial = number * 1_200 + place
      var numbers = person.identifiers
      numbers.nhsNumber = IdentifierMaker.nhsNumber(serial)
      let end = person.died ?? last
      if person.age(on: end) >= 16 { numbers.nino = IdentifierMaker.nino(serial) }
      if person.age(on: end) >= 14, person.born.year >= 1_994 {
        numbers.uln = IdentifierMaker.uln(serial)
      }
      if let school = firstSchool[place] { givePupilNumbers(&numbers, school, person) }
      if let arrest = arrests[place] {
        numbers.pnc = IdentifierMaker.pnc(year: arrest.day.year, serial: serial)
        if arrest.isConvicted {
          convictions += 1
          numbers.cro = IdentifierMaker.cro(
            year: arrest.day.year, serial: number * 200 + convictions)
        }
      }
      world.people[place].identifiers = numbers
    }
    giveSocialCareNumbers()
  }

  private mutating func givePupilNumbers(
    _ numbers: inout Identifiers, _ school: School, _ person: Person
  ) {
    let year = max(1_999, person.born.year + 4)
    numbers.upn = pupilNumber(school, year)
    if members.chance(12) { numbers.formerUPN = pupilNumber(school, year) }
    if members.chance(15) {
      numbers.temporaryUPN = IdentifierMaker.temporaryUPN(
        school: school, year: year, serial: pupilSerial(year))
    }
  }

  private mutating func pupilNumber(_ school: School, _ year: Int) -> String {
    IdentifierMaker.upn(school: school, year: year, serial: pupilSerial(year))
  }

  private mutating func pupilSerial(_ year: Int) -> Int {
    pupilNumbers[year, default: 0] += 1
    return number % 4 * 250 + pupilNumbers[year, default: 0]
  }

  private func firstSchools() -> [Int: School] {
    var schools: [Int: School] = [:]
    for event in world.events {
      guard case .enrolment = event.happening, let person = event.person else { continue }
      schools[person.place] = School(.primary, number / 4)
    }
    return schools
  }

  private func firstArrests() -> [Int: (day: Day, isConvicted: Bool)] {
    var arrests: [Int: (day: Day, isConvicted: Bool)] = [:]
    for event in world.events {
      guard let person = event.person, let isConvicted = Self.arrest(event.happening) else {
        continue
      }
      let day = event.at.earliest
      let known = arrests[person.place]
      arrests[person.place] = (
        min(known?.day ?? day, day), isConvicted || known?.isConvicted ?? false
      )
    }
    return arrests
  }

  /// Whether a happening means an arrest, and if so whether a conviction.
  private static func arrest(_ happening: Happening) -> Bool? {
    switch happening {
    case .crime(let part) where part.role == .offender: part.outcome == .charged
    case .crime(let part) where part.role == .suspect: false
    case .youthOffence(let offence): offence.outcome.isProven
    case .probationOrder, .custody: true
    default: nil
    }
  }

  private mutating func giveSocialCareNumbers() {
    for event in world.events {
      guard let person = event.person else { continue }
      switch event.happening {
      case .socialCareContact, .referral, .assessment, .section47, .childInNeed, .protectionPlan,
        .lookedAfter:
        world.people[person.place].identifiers.socialCare = String(
          1_000_000 + number * 1_200 + person.place)
      default: break
      }
    }
  }
}
