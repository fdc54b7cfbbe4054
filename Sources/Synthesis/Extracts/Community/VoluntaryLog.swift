import Vocabulary

/// The voluntary organisations' log: first names, months and streets, typed by hand.
struct VoluntaryLog: Extract {
  let source = "voluntary-log"
  let fileName: @Sendable (Day) -> String = {
    "VCS contact log \(DateStyle.month.text($0).capitalizedMonth).csv"
  }
  let shape = FileShape(
    encoding: .windows1252,
    preamble: { _ in
      ["Solent CVS,,,,,,", "Contacts \u{2013} please fill in every month!,,,,,,", ",,,,,,"]
    })
  let schedule = Schedule(months: 3, count: 2, lag: 22, contents: .snapshot)
  let isTypedByHand = true

  let fields: [Field<VoluntaryContact>] = [
    Field("Organisation") { $0.matter.organisation.rawValue },
    Field("Name", .fullName, of: "client") { entry in
      guard let person = entry.person("client") else { return "" }
      let style: NameStyle = entry.number(below: 3) == 0 ? .plain : .firstOnly
      return style.text(person.name(on: entry.start), knownAs: person.knownAs)
    },
    Field("Age") { entry in
      entry.number(below: 2) == 0
        ? entry.person("client").map { "\($0.age(on: entry.start))" } ?? "" : ""
    },
    Field("Street", .addressLine) { entry in
      guard let home = entry.home else { return "" }
      return entry.number(below: 4) == 0 ? "\(home.paon) \(home.street)" : home.street
    },
    Field("When") { entry in
      // A volunteer remembers the month; one in six writes the day down.
      let isDay = entry.from.day != nil && entry.number(below: 6) == 0
      return isDay ? DateStyle.slashes.text(entry.start) : DateStyle.month.text(entry.start)
    },
    Field("Contact", .code) { Self.words($0.matter) },
    Field("Came") { $0.matter.attended ? "Y" : "N" },
  ]

  func entries(in scene: Scene) -> [Entry<VoluntaryContact>] {
    scene.entries(of: .voluntaryContact, as: "client") {
      if case .voluntaryContact(let contact) = $0 { contact } else { nil }
    }
  }

  private static func words(_ contact: VoluntaryContact) -> String {
    switch (contact.organisation, contact.kind) {
    case (.foodBank, _): "food parcel"
    case (.adviceCentre, _): "debt advice"
    case (_, .homeVisit): "home visit"
    case (_, .groupSession): "group"
    case (_, .phoneCall): "phone"
    case (_, .selfReferral): "self referral"
    case (_, .referralIn): "referral in"
    case (_, .referralOut): "referral out"
    case (_, .meeting): "meeting"
    }
  }
}

extension String {
  /// `Jun 2013` of `JUN 2013`.
  fileprivate var capitalizedMonth: String { prefix(1) + dropFirst().lowercased() }
}
