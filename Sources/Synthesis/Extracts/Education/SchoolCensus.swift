import Vocabulary

/// The school census: pupils on roll, their homes and their parents.
struct SchoolCensus: Extract {
  /// A pupil's time at a school, with what the school knows beside it.
  struct Matter: Sendable {
    var enrolment: Enrolment
    var year: Int
    var needs: (stage: SpecialNeeds, since: Day)?
    var relationships: [String]
  }

  let source = "school-census"
  let fileName: @Sendable (Day) -> String = { "school_census_\($0.iso).csv" }
  let shape = FileShape(encoding: .utf8WithMark)
  let schedule = Schedule(months: 4, count: 3, lag: 53, contents: .snapshot)

  let fields: [Field<Matter>] = [
    .identifier("UPN", .upn, of: "pupil", \.upn),
    .identifier("FormerUPN", .otherIdentifier, of: "pupil", \.formerUPN),
    .identifier("ULN", .otherIdentifier, of: "pupil", \.uln),
    .surname("Surname", of: "pupil"),
    .forename("Forename", of: "pupil"),
    .middleNames("MiddleNames", of: "pupil"),
    Field("PreferredSurname", .otherName, of: "pupil") { $0.name("pupil")?.surname ?? "" },
    .born("DOB", of: "pupil"),
    .sex("Gender", of: "pupil"),
    .ethnicity("Ethnicity", of: "pupil"),
    Field("EnrolStatus", .code) { $0.matter.enrolment.status.rawValue },
    .from("EntryDate"),
    .until("LeavingDate"),
    Field("LeavingReason", .code) { entry in
      entry.until == nil ? "" : entry.matter.enrolment.leaving.map(Self.words) ?? ""
    },
    Field("NCyearActual") { $0.matter.year < 1 ? "R" : "\($0.matter.year)" },
    Field("SENprovision", .code) { $0.matter.needs?.stage.stage.rawValue ?? "N" },
    Field("SENtype", .code) { $0.matter.needs?.stage.need.rawValue ?? "" },
    Field("SENstart", .date(.slashes)) { DateStyle.slashes.text($0.matter.needs?.since) },
    Field("FSMeligible") { $0.matter.enrolment.freeMeals ? "Y" : "N" },
    Field("FSMstart", .date(.slashes)) {
      $0.matter.enrolment.freeMeals ? DateStyle.slashes.text($0.start) : ""
    },
    Field("LAEstab", .reference) { "\($0.matter.enrolment.school.laEstab)" },
    Field("SAON", .flatPart) { $0.home?.saon ?? "" },
    Field("PAON", .addressLine) { $0.home?.paon ?? "" },
    Field("Street", .addressLine) { $0.home?.street ?? "" },
    Field("Locality") { $0.home?.locality ?? "" },
    Field("Town") { $0.home?.town ?? "" },
    .postcode("Postcode"),
    .propertyNumber("UPRN"),
    .surname("Parent1Surname", of: "parent1"),
    .forename("Parent1Forename", of: "parent1"),
    Field("Parent1Relationship", .code) { $0.matter.relationships.first ?? "" },
    .surname("Parent2Surname", of: "parent2"),
    .forename("Parent2Forename", of: "parent2"),
    Field("Parent2Relationship", .code) { $0.matter.relationships.dropFirst().first ?? "" },
    // Kept by schools and never agreed on: the contract does not declare it.
    Field("Phone") { "07700 900\(100 + $0.number(below: 900))" },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let needs = Self.needs(in: scene)
    let plain = scene.entries(of: .enrolment, as: "pupil") { happening -> Enrolment? in
      guard case .enrolment(let enrolment) = happening else { return nil }
      let leavesOut = enrolment.school.kind == .independent || enrolment.school.kind == .nursery
      return leavesOut ? nil : enrolment
    }
    return plain.filter { Self.isInCensus($0, scene) }.map { entry in
      with(entry, needs: needs[entry.slots[0].person.id.place], scene)
    }
  }

  /// A census holds those on roll and those who left in the year before it.
  private static func isInCensus(_ entry: Entry<Enrolment>, _ scene: Scene) -> Bool {
    guard let left = entry.until else { return true }
    return scene.day.adding(months: -12) < left
  }

  private func with(
    _ entry: Entry<Enrolment>, needs: (stage: SpecialNeeds, since: Day)?, _ scene: Scene
  ) -> Entry<Matter> {
    let pupil = entry.slots[0].person
    let (parents, relationships) = Self.parents(of: pupil, scene)
    let lastAugust = scene.day.month >= 9 ? scene.day.year : scene.day.year - 1
    let year =
      pupil.born.month >= 9
      ? lastAugust - pupil.born.year - 5 : lastAugust - pupil.born.year - 4
    let matter = Matter(
      enrolment: entry.matter, year: year, needs: needs, relationships: relationships)
    // The census gives the address of today, not of the day the pupil joined.
    let (home, isOld) = scene.home(of: pupil.id, on: scene.day)
    return Entry(
      slots: entry.slots + parents, from: entry.from, until: entry.until, home: home,
      matter: matter, day: entry.day, key: entry.key,
      errors: entry.errors.filter { $0 != .oldAddress } + (isOld ? [.oldAddress] : []))
  }

  /// The parents the school writes down: the mother, then whoever else it knows of; of a child who lives with the
  /// father alone, him and then the mother.
  private static func parents(
    of pupil: Person, _ scene: Scene
  ) -> (slots: [(name: String, person: Person)], relationships: [String]) {
    let mother = pupil.mother.map { ($0, "Mother") }
    let father = pupil.father.map { ($0, "Father") }
    let known = [mother, father].compactMap { $0 }.filter {
      scene.neighbourhood[$0.0].isAlive(on: scene.day)
    }
    var chance = Chance(scene.seed, UInt64(pupil.id.rawValue), 0x9A)
    let isWithFather = known.count == 2 && livesWithOther(pupil, known[0].0, known[1].0, scene)
    let written = (isWithFather ? known.reversed() : known).enumerated().filter {
      $0.offset == 0 || isWithFather || chance.happens(6_000)
    }
    let slots = written.map { place, parent in
      (name: "parent\(place + 1)", person: scene.neighbourhood[parent.0])
    }
    return (slots, written.map(\.element.1))
  }

  /// Whether a pupil lives with the second of two parents and not with the first.
  private static func livesWithOther(
    _ pupil: Person, _ one: Person.ID, _ other: Person.ID, _ scene: Scene
  ) -> Bool {
    func home(_ person: Person.ID) -> Dwelling.ID? {
      scene.index.residences(of: person).last { !$0.isSecondHome && $0.holds(on: scene.day) }?
        .dwelling
    }
    guard let own = home(pupil.id) else { return false }
    return home(one) != own && home(other) == own
  }

  private static func needs(in scene: Scene) -> [Int: (stage: SpecialNeeds, since: Day)] {
    var latest: [Int: (stage: SpecialNeeds, since: Day)] = [:]
    for number in scene.index.events(of: .specialNeeds) {
      let event = scene.neighbourhood.events[number]
      guard let person = event.person, event.at.earliest <= scene.day,
        case .specialNeeds(let stage) = event.happening
      else { continue }
      latest[person.place] = (stage, event.at.earliest)
    }
    return latest
  }

  private static func words(_ leaving: Enrolment.Leaving) -> String {
    switch leaving {
    case .endOfPhase: "End of phase"
    case .moved: "Moved away"
    case .parentsChoice: "Parental choice"
    case .excluded: "Excluded"
    case .alternativeProvision: "Alternative provision"
    case .homeEducation: "Home educated"
    case .unknown: "Not known"
    }
  }
}
