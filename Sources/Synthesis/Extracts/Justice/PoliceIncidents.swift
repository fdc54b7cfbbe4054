import Vocabulary

/// Calls to addresses, as a printed report: a title, who ran it, and a heading on every page.
struct PoliceIncidents: Extract {
  let source = "police-incidents"
  let fileName: @Sendable (Day) -> String = { "RMS_INCIDENTS_\(DateStyle.packed.text($0)).csv" }
  let shape = FileShape(
    preamble: { day in
      [
        "SOLENT CONSTABULARY - RMS INCIDENT LIST",
        "Run by RMSADMIN on \(DateStyle.words.text(day)) 06:00", "RESTRICTED", "",
      ]
    },
    footer: { ["Total records: \($0)", "*** END OF REPORT ***"] }, rowsToAPage: 60)
  let schedule = Schedule(months: 1, count: 3, lag: 4, contents: .increment(overlap: 31))

  let fields: [Field<Incident>] = [
    Field("IncidentNo", .reference) {
      "SC-\(DateStyle.packed.text($0.start))-\($0.matter.incident)"
    },
    .from("Created", .joined),
    Field("OpeningCode", .code) { Self.words($0.matter.kind) },
    Field("DASHrisk", .code) { $0.matter.risk?.rawValue ?? "" },
    Field("ChildrenPresent") { $0.matter.childrenPresent ? "Y" : "N" },
    .address("Address"),
    .postcode("Postcode"),
    .propertyNumber("UPRN"),
    Field("Involvement", .code) { entry in
      guard entry.person("involved") != nil else { return "NONE" }
      if entry.matter.kind == .missingPerson { return "MISSING" }
      return entry.matter.isSubject ? "ACCUSED" : "AGGRIEVED"
    },
    .fullName("Name", of: "involved", .surnameFirst),
    .born("DOB", of: "involved", .joined),
    .sex("Sex", of: "involved"),
  ]

  /// A call is listed whether or not anyone is named.
  func entries(in scene: Scene) -> [Entry<Incident>] {
    scene.index.events(of: .incident).compactMap { number in
      let event = scene.neighbourhood.events[number]
      let key = scene.key(ofEvent: number)
      guard case .incident(let incident) = event.happening,
        scene.holds(event.at.earliest, key: key)
      else { return nil }
      let person = event.person.map { scene.neighbourhood[$0] }
      let place =
        event.dwelling ?? person.flatMap { scene.dwelling(of: $0.id, on: event.at.earliest) }
      return Entry(
        slots: person.map { [("involved", $0)] } ?? [], from: event.at,
        home: place.map { scene.neighbourhood[$0] }, matter: incident, day: scene.day, key: key,
        errors: scene.isLate(event.at.earliest, key: key) ? [.lateRow] : [])
    }
  }

  private static func words(_ kind: Incident.Kind) -> String {
    switch kind {
    case .domestic: "DOMESTIC"
    case .antisocialPersonal: "ASB PERSONAL"
    case .antisocialNuisance: "ASB NUISANCE"
    case .antisocialEnvironmental: "ASB ENVIRONMENTAL"
    case .concernForSafety: "CONCERN FOR SAFETY"
    case .missingPerson: "MISSING PERSON"
    case .suspiciousPerson: "SUSPICIOUS CIRCUMSTANCES"
    case .roadMatter: "ROAD RELATED"
    }
  }
}

extension Scene {
  /// Where someone truly lived on a day.
  func dwelling(of person: Person.ID, on moment: Day) -> Dwelling.ID? {
    index.residences(of: person).last { $0.from <= moment && !$0.isSecondHome }?.dwelling
  }
}
