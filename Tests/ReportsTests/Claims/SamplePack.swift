import Store
import Vocabulary

@testable import Reports

/// The evidence of a claim, made by hand: two people, a benefit that may not be shown, a gap.
enum SamplePack {
  static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  static let child = PersonID(101)
  static let parent = PersonID(102)

  private static func row(
    _ key: Int64, _ kind: String, _ line: Int, of person: PersonID?, from: String,
    source: String = "attendance-marks"
  ) -> EvidenceRow {
    EvidenceRow(
      key: key, kind: kind, source: source, file: "ab12", line: line, person: person,
      from: day(from), until: day(from), held: day("2013-07-19"))
  }

  static var life: FamilyLife {
    var life = FamilyLife(family: FamilyID(77), status: .worked)
    life.attachedOn = day("2012-09-03")
    life.assessed = day("2012-09-10")
    life.planned = day("2012-09-20")
    (life.leadAgency, life.leadProfessional) = ("early-help", "EH-7")
    life.lawfulBasis = "PN-2012-1"
    life.workedOn = [day("2012-10-01"), day("2013-03-04")]
    life.attachment = Attachment(
      year: FinancialYear(start: 2012), area: "Solenthaven", leadAgency: "early-help",
      leadProfessional: "EH-7",
      snapshot: EligibilitySnapshot(
        on: day("2012-09-03"), pack: "tf1-2012", packVersion: "1", run: "2012-09-03/0123456789ab",
        isEligible: true, discretion: .found("domestic-abuse"),
        findings: [
          FrozenFinding(
            criterion: "education", answer: .met,
            evidence: [row(1, "education.exclusion.fixed", 14, of: child, from: "2012-05-02")]),
          FrozenFinding(
            criterion: "work", answer: .met,
            evidence: [row(2, "dwp.benefit", 9, of: parent, from: "2012-07-02", source: "dwp")]),
          FrozenFinding(criterion: "crime", answer: .cannotTell),
        ]))
    return life
  }

  static var claim: FrozenClaim {
    FrozenClaim(
      family: FamilyID(77), reference: "F-7K2M-9QXD-4HTR",
      people: [
        CountedPerson(id: child, role: .dependentChild, records: [RecordKey(1), RecordKey(2)]),
        CountedPerson(id: parent, role: .parent, records: [RecordKey(3)]),
      ], scheme: "tf1-2012", schemeVersion: "1", path: "troubled-families",
      results: ["crime-education"], amount: Pence(70_000), attachedOn: day("2012-09-03"),
      attachmentYear: FinancialYear(start: 2012), criteria: ["education", "work"],
      elements: [
        FrozenElement(
          element: "education", answer: .achieved,
          lines: [
            .init(
              person: child, name: "Autumn 2012/13",
              days: interval("2012-09-03", "2012-12-21"), count: 4, outOf: 150, isCovered: true)
          ], rows: [row(3, "education.absence.unauthorised", 88, of: child, from: "2012-10-04")]),
        FrozenElement(
          element: "antisocial", answer: .cannotTell,
          lines: [
            .init(
              name: "now", days: interval("2013-01-11", "2013-07-10"), count: 0, isCovered: false)
          ], missing: ["police.antisocial.subject from 2013-01-11 to 2013-07-10"]),
      ], area: "Solenthaven", worker: "EH-7",
      gaps: [ClaimGap("cannot-tell", "Anti-social behaviour cannot be told")],
      run: "2013-07-22/ba9876543210", asOf: day("2013-07-22"))
  }

  private static func interval(_ first: String, _ last: String) -> DayInterval {
    DayInterval(first: day(first), last: day(last)) ?? DayInterval(day(first))
  }

  /// The claim's lines, behind salts that anybody can make.
  private static func evidence(_ names: EvidencePack.Names) -> ClaimEvidence {
    ClaimEvidence(
      claim, naming: { names.people[$0] ?? "" }, salting: { "salt of \($0.utf8.count)" },
      hiding: names.hiddenKinds.contains)
  }

  /// The pack, with a text in every place that takes one from outside.
  static func pack(_ text: String? = nil) -> EvidencePack {
    var names = EvidencePack.Names()
    names.scheme = text ?? "Troubled Families, first phase"
    names.results = ["crime-education": text ?? "Crime, anti-social behaviour and education"]
    names.elements = ["education": text ?? "Each child's schooling"]
    names.measures = ["education": text ?? "Less than 15% missed."]
    names.criteria = ["education": text ?? "Children not in school"]
    names.kinds = ["education.exclusion.fixed": text ?? "Excluded for a time"]
    names.hiddenKinds = ["dwp.benefit"]
    names.files = ["ab12": text ?? "attendance_20130720.txt"]
    names.people = [child: "P-AAAA-BBBB-CCCC", parent: "P-DDDD-EEEE-FFFF"]
    return EvidencePack(
      council: text ?? "Solentshire", authority: "820", claim: "C00007", version: 1,
      status: text ?? "submitted", window: text ?? "2013-07", submitted: day("2013-07-22"),
      frozen: claim, evidence: evidence(names), life: life, names: names,
      steps: [
        .init(on: day("2013-07-20"), by: text ?? "ann", role: "analyst", words: text ?? "prepared")
      ],
      decisions: [
        .init(
          entry: 4, what: "one person", reason: text ?? "same number", by: text ?? "ben",
          at: "2013-07-01T09:00:00Z")
      ], overlaps: text.map { [$0] } ?? [], changes: text.map { [$0] } ?? [],
      configuration: [.init(name: text ?? "../claims/tf1-2012.yaml", sha256: "ef34")],
      program: "Kindred 0", asOf: day("2013-07-22"))
  }

  /// A window with a claim in each of two states.
  static func window(_ text: String? = nil) -> WindowPicture {
    func claim(_ number: String, _ status: String) -> WindowPicture.Claim {
      .init(
        number: number, version: 1, family: text ?? "F-7K2M-9QXD-4HTR",
        area: text ?? "Solenthaven", worker: text ?? "EH-7",
        results: [text ?? "Crime, anti-social behaviour and education"],
        attached: day("2012-09-03"), year: "2012/13", amount: Pence(70_000),
        paid: status == "paid" ? Pence(70_000) : .zero, status: status,
        audited: status == "draft" ? "" : text ?? "itself",
        signatures: status == "draft" ? [] : ["auditor", "manager"],
        missing: status == "draft" ? 2 : 0, isDrawn: status != "draft", digest: "d1635")
    }
    return WindowPicture(
      council: text ?? "Solentshire", authority: "820", window: "2013-07",
      days: interval("2013-07-15", "2013-08-09"),
      scheme: ("tf1-2012", text ?? "Troubled Families, first phase"),
      claims: [claim("C00007", "paid"), claim("C00008", "draft")],
      sums: [
        .init(
          name: "submitted in 2013-07", whole: 1,
          parts: [.init(name: text ?? "paid", count: 1), .init(name: "pending", count: 0)],
          isMoney: false, adds: true),
        .init(
          name: "held", whole: 70_000, parts: [.init(name: "on paid claims", count: 69_900)],
          isMoney: true, adds: false),
      ],
      bridge: [
        .init(
          claim: "C00007", family: text ?? "F-7K2M-9QXD-4HTR", what: "new", before: .zero,
          after: Pence(70_000))
      ],
      audit: .init(
        population: 1, needed: 1, drawn: 1, audited: 1, failed: 0, tolerated: 5,
        samples: [text ?? "2013-07/tf1-2012/1/seed-42"], errorRange: 0...793),
      program: "Kindred 0", asOf: day("2013-07-22"))
  }
}
