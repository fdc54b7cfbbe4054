import Vocabulary

/// The children that social care knows, with names, homes and parents: one row a child.
struct SocialCarePeople: Extract {
  /// What is known beside the child's own particulars.
  struct Matter: Sendable {
    var isRestricted: Bool
    var addressFrom: Day?
    var formerSurname: String
  }

  let source = "social-care-people"
  let fileName: @Sendable (Day) -> String = { "csc_persons_\($0.iso).zip" }
  let shape = FileShape(encoding: .utf8, wrapping: .zip)
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Matter>] = [
    .identifier("LAchildID", .ownNumber, of: "child", \.socialCare),
    .identifier("NHSNumber", .nhsNumber, of: "child", \.nhsNumber),
    .identifier("UPN", .upn, of: "child", \.upn),
    .surname("Surname", of: "child"),
    Field("Forename", .forename, of: "child") { entry in
      guard let child = entry.person("child") else { return "" }
      return child.born > entry.day ? "Unborn" : child.name(on: entry.day).forename
    },
    Field("FormerSurname", .otherName, of: "child") { $0.matter.formerSurname },
    Field("DateOfBirth", .born(.slashes), of: "child") { Self.born($0, isExpected: false) },
    Field("ExpectedDateOfBirth", .other) { Self.born($0, isExpected: true) },
    .sex("Gender", of: "child"),
    .ethnicity("Ethnicity", of: "child"),
    Field("Restricted") { $0.matter.isRestricted ? "Y" : "N" },
    .address("Address"),
    .postcode("Postcode"),
    Field("AddressFrom", .date(.slashes)) { DateStyle.slashes.text($0.matter.addressFrom) },
    .fullName("MotherName", of: "mother", .plain),
    .born("MotherDOB", of: "mother"),
    .fullName("FatherName", of: "father", .plain),
    .born("FatherDOB", of: "father"),
    .fullName("CarerName", of: "carer", .plain),
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let carers = Self.carers(in: scene)
    return scene.neighbourhood.people.compactMap { child in
      guard child.identifiers.socialCare != nil, child.age(on: scene.day) < 21,
        let known = Self.firstKnown(child, scene), known <= scene.day
      else { return nil }
      var entry = scene.entry(
        about: child, as: "child", from: PartialDate(known), key: UInt64(child.id.rawValue),
        matter: Matter(
          isRestricted: scene.isProtected(child.id, on: scene.day),
          addressFrom: scene.index.residences(of: child.id).last { $0.from <= scene.day }?.from,
          formerSurname: Self.formerSurname(of: child, on: scene.day)))
      entry.errors.removeAll { $0 == .lateRow }
      (entry.home, _) = scene.home(of: child.id, on: max(child.born, scene.day))
      for (slot, parent) in [("mother", child.mother), ("father", child.father)] {
        if let parent { entry.slots.append((slot, scene.neighbourhood[parent])) }
      }
      if let carer = carers[child.id.place] {
        entry.slots.append(("carer", scene.neighbourhood[carer]))
      }
      return entry
    }
  }

  private static func born(_ entry: Entry<Matter>, isExpected: Bool) -> String {
    guard let born = entry.person("child")?.born, (born > entry.day) == isExpected else {
      return ""
    }
    return DateStyle.slashes.text(born)
  }

  private static func formerSurname(of child: Person, on day: Day) -> String {
    let now = child.name(on: day).surname
    return child.names.last { $0.surname != now && $0.from <= day }?.surname ?? ""
  }

  /// The first day that social care wrote anything down about a child.
  private static func firstKnown(_ child: Person, _ scene: Scene) -> Day? {
    let kinds: [Happening.Kind] = [
      .socialCareContact, .referral, .assessment, .section47, .childInNeed, .protectionPlan,
      .lookedAfter,
    ]
    return kinds.flatMap { scene.index.events(of: $0) }
      .map { scene.neighbourhood.events[$0] }
      .filter { $0.person == child.id }
      .map(\.at.earliest).min()
  }

  private static func carers(in scene: Scene) -> [Int: Person.ID] {
    var carers: [Int: Person.ID] = [:]
    for number in scene.index.events(of: .lookedAfter) {
      let event = scene.neighbourhood.events[number]
      guard case .lookedAfter(let care) = event.happening, let child = event.person,
        event.at.earliest <= scene.day, event.until.map({ scene.day < $0.earliest }) ?? true
      else { continue }
      carers[child.place] = care.carer
    }
    return carers
  }
}
