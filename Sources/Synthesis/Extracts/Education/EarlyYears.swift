import Vocabulary

/// Nursery places taken up, and families registered with a children's centre.
struct EarlyYears: Extract {
  /// A place or a registration.
  struct Matter: Sendable {
    var record: String
    var provider: String
    var hours: String
  }

  let source = "early-years"
  let fileName: @Sendable (Day) -> String = { "early_years_\($0.iso).csv" }
  let schedule = Schedule(months: 4, count: 2, lag: 20, contents: .snapshot)

  let fields: [Field<Matter>] = [
    Field("RecordType", .code) { $0.matter.record },
    .surname("ChildSurname", of: "child"),
    .forename("ChildForename", of: "child"),
    .born("ChildDOB", of: "child"),
    .sex("Sex", of: "child"),
    .fullName("ParentName", of: "parent", .plain),
    .born("ParentDOB", of: "parent"),
    .addressLine("Address1", 0),
    .addressLine("Address2", 1),
    .addressLine("Address3", 2),
    .postcode("Postcode"),
    .from("StartDate"),
    .until("EndDate"),
    Field("Provider") { $0.matter.provider },
    Field("HoursPerWeek") { $0.matter.hours },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let places = scene.entries(of: .enrolment, as: "child") { happening -> Matter? in
      guard case .enrolment(let enrolment) = happening, enrolment.school.kind == .nursery
      else { return nil }
      return Matter(record: "HEADCOUNT", provider: "\(enrolment.school.laEstab)", hours: "15")
    }
    return (places + registrations(in: scene)).map { entry in
      var entry = entry
      if let mother = entry.person("child")?.mother {
        entry.slots.append(("parent", scene.neighbourhood[mother]))
      }
      return entry
    }
  }

  /// Families register with a centre after the visit that follows a birth: no visit, no centre.
  private func registrations(in scene: Scene) -> [Entry<Matter>] {
    scene.index.events(of: .developmentCheck).compactMap { number in
      let event = scene.neighbourhood.events[number]
      guard case .developmentCheck(let check) = event.happening, check.kind == .newBirthVisit,
        let visit = check.doneOn, let id = event.person
      else { return nil }
      let key = scene.key(ofEvent: number)
      let joined = visit.adding(days: 20)
      guard scene.holds(joined, key: key) else { return nil }
      return scene.entry(
        about: scene.neighbourhood[id], as: "child", from: PartialDate(joined), key: key,
        matter: Matter(record: "REGISTRATION", provider: "Harbour Children's Centre", hours: ""))
    }
  }
}
