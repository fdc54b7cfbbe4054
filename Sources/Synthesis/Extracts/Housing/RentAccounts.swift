import Vocabulary

/// Rent balances at the end of a month, with the sign of the payments ledger.
struct RentAccounts: Extract {
  /// A balance with the tenancy it belongs to.
  struct Matter: Sendable {
    var month: RentMonth
    var weeklyRent: Int
    var stage: String
  }

  let source = "rent-accounts"
  let fileName: @Sendable (Day) -> String = {
    "rent_balances_\(DateStyle.packed.text($0).prefix(6)).csv"
  }
  let schedule = Schedule(months: 1, count: 3, lag: 22, contents: .increment(overlap: 31))

  let fields: [Field<Matter>] = [
    Field("TenancyRef", .reference) { TenancyNumber.text($0.matter.month.tenancy) },
    Field("PropertyRef", .reference) { $0.home?.landlordReference ?? "" },
    .fullName("Tenant", of: "tenant", .surnameFirst),
    .address("Address"),
    .postcode("Postcode"),
    Field("PeriodStart") { DateStyle.slashes.text($0.start.adding(months: -1).adding(days: 1)) },
    .from("PeriodEnd"),
    Field("WeeklyRent") { Money.plain($0.matter.weeklyRent) },
    Field("CurrentBalance") { Money.inverted(debt: $0.matter.month.owed) },
    Field("ArrearsStage") { $0.matter.stage },
    Field("LastPaymentDate", .date(.slashes)) {
      DateStyle.slashes.text($0.start.adding(days: -3 - $0.number(below: 25)))
    },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let rents = Self.rents(in: scene)
    return scene.entries(of: .rentMonth, as: "tenant") { happening -> Matter? in
      guard case .rentMonth(let month) = happening else { return nil }
      let rent = rents[month.tenancy] ?? 9_000
      let weeks = month.owed / max(1, rent)
      let stage = weeks >= 8 ? "NOSP" : weeks >= 4 ? "Letter 2" : weeks >= 2 ? "Letter 1" : ""
      return Matter(month: month, weeklyRent: rent, stage: stage)
    }
  }

  private static func rents(in scene: Scene) -> [Int: Int] {
    var rents: [Int: Int] = [:]
    for number in scene.index.events(of: .tenancy) {
      guard case .tenancy(let tenancy) = scene.neighbourhood.events[number].happening
      else { continue }
      rents[tenancy.number] = tenancy.weeklyRent
    }
    return rents
  }
}
