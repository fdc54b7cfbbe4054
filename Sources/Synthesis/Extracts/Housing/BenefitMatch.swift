import Vocabulary

/// The DWP's return for the adults whose details the council sent.
struct BenefitMatch: Extract {
  /// What the return says of one adult.
  struct Matter: Sendable {
    var match: String
    var spell: BenefitSpell?
  }

  let source = "dwp-match"
  let fileName: @Sendable (Day) -> String = {
    "DWP_RETURN_\(County.localAuthority)_\(DateStyle.packed.text($0)).csv"
  }
  let schedule = Schedule(months: 3, count: 4, lag: 20, contents: .snapshot)

  let fields: [Field<Matter>] = [
    Field("LA_REF", .reference) { entry in
      entry.person("adult").map { "TF\(10_000 + $0.id.neighbourhood * 1_000 + $0.id.place)" } ?? ""
    },
    Field("SURNAME", .surname, of: "adult") { $0.name("adult")?.surname.uppercased() ?? "" },
    Field("FORENAME", .forename, of: "adult") { $0.name("adult")?.forename.uppercased() ?? "" },
    .born("DOB", of: "adult", .packed),
    .identifier("NINO", .nino, of: "adult", \.nino),
    .addressLine("ADDR1", 0),
    .addressLine("ADDR2", 1),
    .addressLine("ADDR3", 2),
    .postcode("POSTCODE"),
    Field("MATCH", .code) { $0.matter.match },
    Field("BENEFIT", .code) { $0.matter.spell?.benefit.rawValue ?? "" },
    Field("UC_REGIME") { $0.matter.spell?.regime?.rawValue ?? "" },
    Field("AS_AT") { DateStyle.packed.text($0.day) },
  ]

  /// The council sends the adults of families with children, and of those known for benefits.
  func entries(in scene: Scene) -> [Entry<Matter>] {
    let spells = Self.spells(in: scene)
    let parents = scene.neighbourhood.people.filter { person in
      let age = person.age(on: scene.day)
      let hasChild = scene.index.children(of: person.id).contains {
        (0..<18).contains(scene.neighbourhood[$0].age(on: scene.day))
      }
      return (16..<66).contains(age) && person.isAlive(on: scene.day)
        && (hasChild || spells[person.id.place] != nil)
    }
    return parents.flatMap { person -> [Entry<Matter>] in
      let found = spells[person.id.place] ?? []
      let results = result(for: person, found, scene)
      return results.enumerated().map { place, matter in
        scene.entry(
          about: person, as: "adult", from: PartialDate(scene.day),
          key: UInt64(person.id.rawValue) << 3 | UInt64(place), matter: matter)
      }
    }
  }

  /// One line a benefit; one adult in twenty-five is not traced, whatever they live on.
  private func result(
    for person: Person, _ spells: [BenefitSpell], _ scene: Scene
  ) -> [Matter] {
    var chance = Chance(scene.seed, scene.source, UInt64(person.id.rawValue), 0xD)
    let roll = chance.below(100)
    if roll < 4 { return [Matter(match: "U")] }
    if roll < 5 { return [Matter(match: "R")] }
    return spells.isEmpty ? [Matter(match: "N")] : spells.map { Matter(match: "Y", spell: $0) }
  }

  private static func spells(in scene: Scene) -> [Int: [BenefitSpell]] {
    var spells: [Int: [BenefitSpell]] = [:]
    for number in scene.index.events(of: .benefit) {
      let event = scene.neighbourhood.events[number]
      guard case .benefit(let spell) = event.happening, let person = event.person,
        event.at.earliest <= scene.day, event.until.map({ scene.day < $0.earliest }) ?? true
      else { continue }
      spells[person.place, default: []].append(spell)
    }
    return spells
  }
}
