import Vocabulary

/// Orders, licences and prison terms of adults.
struct Probation: Extract {
  /// A sentence.
  struct Matter: Sendable {
    var reference: String?
    var order: String
    var offence: Offence?
    var harm: UInt8?
    var drugs: Bool
    var breach: Day?
    var expectedEnd: Day?
  }

  let source = "probation"
  let fileName: @Sendable (Day) -> String = { "Delius_extract_\(DateStyle.packed.text($0)).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Matter>] = [
    Field("CRN", .otherIdentifier, of: "offender") { $0.matter.reference ?? "" },
    .identifier("PNC", .otherIdentifier, of: "offender", \.pnc),
    .surname("Surname", of: "offender"),
    .forename("Forename", of: "offender"),
    .born("DOB", of: "offender"),
    .sex("Sex", of: "offender"),
    .address("Address"),
    .postcode("Postcode"),
    Field("OrderType", .code) { $0.matter.order },
    .from("Start"),
    Field("ExpectedEnd", .date(.slashes)) { DateStyle.slashes.text($0.matter.expectedEnd) },
    Field("Offence") { $0.matter.offence?.title ?? "" },
    Field("RiskOfHarm", .code) { entry in
      entry.matter.harm.map { ["L", "M", "H", "VH"][max(0, min(3, Int($0) - 1))] } ?? ""
    },
    Field("DrugRehabilitation") { $0.matter.drugs ? "Y" : "N" },
    Field("BreachDate", .date(.slashes)) { DateStyle.slashes.text($0.matter.breach) },
    Field("OffenderManager") { $0.pick(Workers.officers) },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    sentences(.probationOrder, in: scene) + sentences(.custody, in: scene)
  }

  private func sentences(_ kind: Happening.Kind, in scene: Scene) -> [Entry<Matter>] {
    scene.index.events(of: kind).compactMap { number in
      let event = scene.neighbourhood.events[number]
      let key = scene.key(ofEvent: number)
      guard let id = event.person, scene.holds(event.at.earliest, key: key),
        var matter = Self.matter(of: event.happening, on: scene.day)
      else { return nil }
      let person = scene.neighbourhood[id]
      guard person.age(on: event.at.earliest) >= 18 else { return nil }
      matter.expectedEnd = event.until?.earliest
      return scene.entry(
        about: person, as: "offender", from: event.at, until: matter.expectedEnd, key: key,
        matter: matter)
    }
  }

  private static func matter(of happening: Happening, on day: Day) -> Matter? {
    switch happening {
    case .probationOrder(let order):
      let breach = order.breachedOn?.earliest
      return Matter(
        reference: order.reference, order: words(order.kind), offence: order.offence,
        harm: order.riskOfHarm, drugs: order.drugRehabilitation,
        breach: breach.flatMap { $0 <= day ? $0 : nil })
    case .custody(let custody):
      return Matter(order: words(custody.kind), drugs: false)
    default: return nil
    }
  }

  private static func words(_ kind: ProbationOrder.Kind) -> String {
    switch kind {
    case .communityOrder: "Community Order"
    case .suspendedSentence: "Suspended Sentence Order"
    case .licence: "Licence"
    case .youthToAdult: "Youth to Adult Transfer"
    }
  }

  private static func words(_ kind: Custody.Kind) -> String {
    switch kind {
    case .prison: "Prison"
    case .youngOffenderInstitution: "Young Offender Institution"
    case .remand: "Remand"
    }
  }
}
