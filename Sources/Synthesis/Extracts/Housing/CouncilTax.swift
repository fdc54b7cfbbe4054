import Vocabulary

/// Who is liable for council tax: the adults of each dwelling, and none of the children.
struct CouncilTax: Extract {
  /// An account.
  struct Matter: Sendable {
    var account: Int
    var summons: Day?
    var adults: Int
  }

  let source = "council-tax"
  let fileName: @Sendable (Day) -> String = {
    "ctax_liability_\(DateStyle.packed.text($0)).txt"
  }
  let shape = FileShape(encoding: .windows1252, separator: "\t")
  let schedule = Schedule(months: 3, count: 1, lag: 12, contents: .snapshot)

  let fields: [Field<Matter>] = [
    Field("AccountRef", .reference) { "70\($0.matter.account)" },
    .propertyNumber("UPRN"),
    .addressLine("Address1", 0),
    .addressLine("Address2", 1),
    .addressLine("Address3", 2),
    .postcode("Postcode"),
    .fullName("LiableParty1", of: "liable1", .formal),
    .fullName("LiableParty2", of: "liable2", .formal),
    .from("LiableFrom", .iso),
    .until("LiableTo", .iso),
    Field("Discount", .code) { $0.matter.adults == 1 ? "SPD" : "NONE" },
    Field("SummonsDate") { DateStyle.iso.text($0.matter.summons) },
  ]

  /// One account a dwelling for whoever lives there now: the two oldest adults since the later came.
  func entries(in scene: Scene) -> [Entry<Matter>] {
    scene.neighbourhood.dwellings.compactMap { dwelling in
      guard dwelling.kind == .house || dwelling.kind == .flat else { return nil }
      let adults = scene.household(of: dwelling.id, on: scene.day)
        .filter { $0.age(on: scene.day) >= 18 }
      guard let first = adults.first else { return nil }
      let liable = adults.prefix(2).filter { first.born.days(until: $0.born) < 16 * 365 }
      let since =
        scene.index.residents(of: dwelling.id)
        .filter { stay in liable.contains { $0.id == stay.person } && stay.holds(on: scene.day) }
        .map { max($0.from, Day.of(1993, 4, 1)) }.max() ?? scene.day
      let key = UInt64(dwelling.id.rawValue)
      return Entry(
        slots: liable.enumerated().map { ("liable\($0.offset + 1)", $0.element) },
        from: PartialDate(since), home: dwelling,
        matter: Matter(
          account: 100_000 + dwelling.id.neighbourhood * 1_000 + dwelling.id.place,
          summons: summons(key, dwelling, scene), adults: adults.count),
        day: scene.day, key: key)
    }
  }

  /// A summons for one council dwelling in twenty-five and one other in eighty.
  private func summons(_ key: UInt64, _ dwelling: Dwelling, _ scene: Scene) -> Day? {
    var chance = Chance(scene.seed, key, 0xC7)
    let isSummoned = chance.happens(dwelling.tenure == .council ? 400 : 125)
    return isSummoned ? scene.day.adding(days: -chance.below(300)) : nil
  }
}
