import Vocabulary

/// Drug and alcohol treatment: initials, birth date, sex and part of a postcode, no name.
struct SubstanceTreatment: Extract {
  /// A treatment and whether the client lives with children.
  struct Matter: Sendable {
    var treatment: Treatment
    var parenthood: String
  }

  let source = "substance-misuse"
  let fileName: @Sendable (Day) -> String = { "treatment_\($0.iso).csv" }
  let schedule = Schedule.quarterlySnapshots

  let fields: [Field<Matter>] = [
    Field("ClientRef", .ownNumber, of: "client") { entry in
      // The same client has the same number in every spell of treatment.
      entry.person("client").map { "SR\(1_000_000 + $0.id.neighbourhood * 1_000 + $0.id.place)" }
        ?? ""
    },
    Field("Initials", .initials, of: "client") { entry in
      entry.name("client").map { "\($0.forename.prefix(1))\($0.surname.prefix(1))" } ?? ""
    },
    .born("DOB", of: "client"),
    .sex("Sex", of: "client"),
    Field("PostcodeSector") { $0.home.map { String($0.postcode.dropLast(2)) } ?? "" },
    .from("TreatmentStart"),
    Field("MainDrug") { $0.matter.treatment.subject.rawValue },
    Field("ParentalStatus", .code) { $0.matter.parenthood },
    .until("DischargeDate"),
    Field("DischargeReason", .code) { entry in
      entry.until == nil ? "" : entry.matter.treatment.discharge.map { Self.words($0, entry) } ?? ""
    },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let plain = scene.entries(of: .treatment, as: "client") { happening -> Treatment? in
      guard case .treatment(let treatment) = happening, treatment.subject.isSubstance
      else { return nil }
      return treatment
    }
    return plain.map { entry in
      Entry(
        slots: entry.slots, from: entry.from, until: entry.until, home: entry.home,
        matter: Matter(
          treatment: entry.matter,
          parenthood: Self.parenthood(of: entry.slots[0].person, on: entry.start, scene)),
        day: entry.day, key: entry.key, errors: entry.errors.filter { $0 != .oldAddress })
    }
  }

  private static func parenthood(of person: Person, on day: Day, _ scene: Scene) -> String {
    let children = scene.index.children(of: person.id).filter {
      (0..<18).contains(scene.neighbourhood[$0].age(on: day))
    }
    guard let child = children.first else { return "Not a parent" }
    let isWith = scene.dwelling(of: child, on: day) == scene.dwelling(of: person.id, on: day)
    return isWith ? "All children live with client" : "None of the children live with client"
  }

  private static func words(_ discharge: Treatment.Discharge, _ entry: Entry<Matter>) -> String {
    switch discharge {
    case .completed:
      entry.matter.treatment.subject == .alcohol
        ? "Treatment completed - alcohol free" : "Treatment completed - drug free"
    case .droppedOut: "Incomplete - dropped out"
    case .transferred: "Transferred - not in custody"
    case .custody: "Transferred - in custody"
    }
  }
}
