import Journeys
import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// A family with everything that its page shows, and what of it whoever asks may see.
///
/// A class, since every part of the page holds it.
final class FamilyView {
  let visit: Visit
  let id: FamilyID
  private let facts: FamilyFacts
  private let people: [Int64: FamilyAccount.Person]
  private let seesProtected: Bool
  private let seesSensitive: Bool

  init(_ visit: Visit) throws {
    let id = try visit.family()
    guard let facts = try visit.generation.facts(of: id) else {
      throw Refusal.notFound("There is no such family in this run.")
    }
    self.visit = visit
    self.id = id
    seesProtected = visit.may(.seeProtected)
    seesSensitive = visit.may(.seeSensitive)
    self.facts = facts
    people = Dictionary(
      facts.account.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var account: FamilyAccount { facts.account }
  var kin: [FamilyKin] { facts.kin }
  var lineage: [LineageRow] { facts.lineage }
  var journey: JourneyAccount? { facts.journey }
  /// What the packs come to; nil where the pipeline can't be read any more.
  var criteria: [FamilyCriteria]? { facts.criteria }

  var day: Day { visit.generation.run.asOf }

  /// Whether the run puts it forward for the programme.
  var isPutForward: Bool {
    visit.generation.pipeline?.putsForward == true
      && visit.generation.index[id]?.eligible == .met
  }

  // MARK: What may be seen

  /// Whether the name and the birth date of a member are hidden from whoever asks.
  func isHidden(_ person: Int64) -> Bool {
    !seesProtected && people[person]?.isProtected ?? false
  }

  /// What a member is called on the page.
  func name(_ person: Int64?) -> String {
    guard let person else { return "The home" }
    if isHidden(person) { return "Protected person" }
    guard let known = people[person], !known.name.isEmpty else { return "Somebody" }
    return known.name
  }

  func born(_ person: Int64) -> String? { isHidden(person) ? nil : people[person]?.born }
  func sex(_ person: Int64) -> String? { people[person]?.sex }

  /// Whether rows of this sensitivity are shown: health, care and offences are for those who answer for the family.
  func shows(_ sensitivity: Sensitivity) -> Bool {
    switch sensitivity {
    case .ordinary: true
    case .special, .offence: seesSensitive
    case .benefit: false
    }
  }

  func shows(_ sensitivity: String) -> Bool {
    Sensitivity(rawValue: sensitivity).map(shows) ?? false
  }

  /// Whether a sign is told: every row that it rests on is shown, since a sign says as much as its rows do.
  ///
  /// A sign that names no row may rest on what a list of a clinic lacks, so it is for those who may see every row.
  func shows(_ sign: JourneyAccount.Sign) -> Bool {
    sign.sensitivities.allSatisfy { shows($0) } && (seesSensitive || !sign.sensitivities.isEmpty)
  }

  /// The names of signs of which at least one is not told.
  lazy var hiddenSigns: Set<String> = Set(
    (journey?.signs ?? []).filter { !shows($0) }.map(\.name))

  /// The tier of need, for whoever may see all rows that it may rest on: it sums up what is open and what was of late.
  var tier: String? {
    guard seesSensitive || journey?.hasOrdinaryRowsAlone ?? false else { return nil }
    return journey?.values["tier"]
  }

  /// The agencies of whose rows about this family at least one is not shown.
  var hiddenAgencies: Set<String> {
    Set((journey?.entries ?? []).filter { !shows($0.sensitivity) }.map(\.agency))
  }

  /// Whether the dates of the concern rest on rows that the role does not show, and so would tell of them.
  lazy var isConcernHidden: Bool = {
    guard !seesSensitive, let journey,
      let day = journey.values["concern_to"] ?? journey.values["first_sign_to"]
    else { return false }
    return !journey.isOrdinary(until: day)
  }()

  /// A date of the concern by its column in the journey, for whoever may know it.
  func concern(_ column: String) -> String? {
    isConcernHidden ? nil : journey?.values[column]
  }

  /// A member's name, with the way to the person.
  func link(_ person: Int64?) -> Markup {
    guard let person, !isHidden(person) else { return "\(name(person))" }
    return "<a href=\"\(Links.person(PersonID(person)))\">\(name(person))</a>"
  }

  /// Who belongs to it and why, on the day of the run.
  var belonging: MembershipReasons { MembershipReasons(account, at: day) { self.name($0) } }

  /// What a date is called that may be any of some days.
  static func date(_ from: String?, _ to: String?) -> String? {
    guard let from, let to, let first = Day(iso: from), let last = Day(iso: to) else { return nil }
    return DayInterval(first: first, last: last).map { DayWording.long($0.dateText) }
  }

  static func date(_ span: JourneyAccount.Span) -> String { date(span.from, span.to) ?? "?" }
}

extension Visit {
  /// The family that the path names.
  func family() throws -> FamilyID {
    guard let key = values["family"].flatMap(RecordKey.init(text:)) else {
      throw Refusal.notFound("There is no such family.")
    }
    return FamilyID(key.storeNumber)
  }
}
