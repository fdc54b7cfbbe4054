import Vocabulary

/// Tenancies with the joint tenant and up to six others of the household on one row.
struct Tenancies: Extract {
  let source = "housing-tenancies"
  let fileName: @Sendable (Day) -> String = { "tenancies_\($0.iso).csv" }
  let shape = FileShape(encoding: .windows1252, separator: ";")
  let schedule = Schedule.quarterlySnapshots

  let fields: [Field<Tenancy>] =
    Self.tenancyFields + Self.memberFields + [
      Field("WeeklyRent") { Money.plain($0.matter.weeklyRent) }
    ]

  private static let tenancyFields: [Field<Tenancy>] = [
    Field("TenancyRef", .reference) { TenancyNumber.text($0.matter.number) },
    Field("PropertyRef", .reference) { $0.home?.landlordReference ?? "" },
    .propertyNumber("UPRN"),
    .addressLine("AddressLine1", 0),
    .addressLine("AddressLine2", 1),
    .addressLine("AddressLine3", 2),
    .addressLine("AddressLine4", 3),
    .postcode("Postcode"),
    Field("TenancyType", .code) { Self.code($0.matter.kind) },
    .from("TenancyStart"),
    .until("TenancyEnd"),
    Field("TenancyEndReason") { entry in
      entry.until == nil ? "" : entry.matter.ending.map { "\($0.rawValue)" } ?? ""
    },
    Field("MainTenantTitle") { $0.name("tenant")?.title ?? "" },
    .forename("MainTenantForename", of: "tenant"),
    .surname("MainTenantSurname", of: "tenant"),
    .born("MainTenantDOB", of: "tenant"),
    .identifier("MainTenantNINO", .nino, of: "tenant", \.nino),
    Field("JointTenantTitle") { $0.name("joint")?.title ?? "" },
    .forename("JointTenantForename", of: "joint"),
    .surname("JointTenantSurname", of: "joint"),
    .born("JointTenantDOB", of: "joint"),
  ]

  private static let memberFields: [Field<Tenancy>] = (1...6).flatMap { number in
    [
      .fullName("Member\(number)Name", of: "member\(number)", .plain),
      .born("Member\(number)DOB", of: "member\(number)"),
      Field("Member\(number)Relationship") { Self.relationship(of: number, $0) },
    ]
  }

  func entries(in scene: Scene) -> [Entry<Tenancy>] {
    scene.index.events(of: .tenancy).compactMap { number in
      let event = scene.neighbourhood.events[number]
      let key = scene.key(ofEvent: number)
      guard case .tenancy(let tenancy) = event.happening, let id = event.person,
        scene.holds(event.at.earliest, key: key)
      else { return nil }
      var entry = scene.entry(
        about: scene.neighbourhood[id], as: "tenant", from: event.at,
        until: scene.shown(event.until), key: key, matter: tenancy)
      if let joint = tenancy.jointTenant {
        entry.slots.append(("joint", scene.neighbourhood[joint]))
      }
      guard let place = event.dwelling else { return entry }
      entry.home = scene.neighbourhood[place]
      entry.errors.removeAll { $0 == .oldAddress }
      let others = scene.household(of: place, on: event.at.earliest.adding(days: 7))
        .filter { other in !entry.slots.contains { $0.person.id == other.id } }
      for (place, member) in others.prefix(6).enumerated() {
        entry.slots.append(("member\(place + 1)", member))
      }
      return entry
    }
  }

  private static func relationship(of number: Int, _ entry: Entry<Tenancy>) -> String {
    guard let member = entry.person("member\(number)"), let tenant = entry.person("tenant")
    else { return "" }
    if member.mother == tenant.id || member.father == tenant.id {
      return member.sex == .female ? "Daughter" : "Son"
    }
    if tenant.mother == member.id || tenant.father == member.id { return "Parent" }
    return member.age(on: entry.start) < 18 ? "Child" : "Other"
  }

  private static func code(_ kind: Tenancy.Kind) -> String {
    switch kind {
    case .introductory: "INT"
    case .secure: "SEC"
    case .assured: "ASS"
    case .shorthold: "AST"
    case .demoted: "DEM"
    case .temporary: "NON"
    case .licence: "LIC"
    }
  }
}

/// How landlords write a tenancy's number: eight digits with zeros in front.
enum TenancyNumber {
  static func text(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}

/// How systems write an amount of pence.
enum Money {
  /// `1234.50`.
  static func plain(_ pence: Int) -> String {
    let sign = pence < 0 ? "-" : ""
    let (pounds, rest) = abs(pence).quotientAndRemainder(dividingBy: 100)
    return "\(sign)\(pounds).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// What a ledger of payments shows for a debt: `-1234.50`, and `20.00 CR` for a credit.
  static func inverted(debt pence: Int) -> String {
    pence < 0 ? plain(-pence) + " CR" : plain(-pence)
  }
}

extension Scene {
  /// Who truly lived in a dwelling on a day, oldest first.
  func household(of dwelling: Dwelling.ID, on moment: Day) -> [Person] {
    index.residents(of: dwelling).filter { $0.holds(on: moment) }
      .map { neighbourhood[$0.person] }
      .filter { $0.born <= moment }
      .sorted { ($0.born, $0.id) < ($1.born, $1.id) }
  }
}
