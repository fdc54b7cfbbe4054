import Claims
import Criteria
import SQLiteAccess
import Store
import Vocabulary

/// How the families of a run are judged for claims: what they share, and the reading of each.
struct JudgedFamilies {
  private let common: CaseFile
  private let definition: PipelineDefinition
  private let authority: LocalAuthorityCode
  private let context: ClaimContext
  private let references: PublicReferences
  private let run: RunName
  private let gathered: GatheredCases?

  /// So many families are put side by side at once.
  private static let portion = 500

  /// The families of a run; `gathered` are all of them, where they have been read.
  init(
    _ definition: PipelineDefinition, _ run: RunName, _ references: PublicReferences,
    _ file: inout RunFile, gathered: GatheredCases? = nil
  ) throws {
    guard let authority = try? LocalAuthorityCode(definition.localAuthority) else {
      preconditionFailure("the pipeline was loaded with a council's number")
    }
    self.gathered = gathered
    common = try gathered?.common ?? CaseCoverageReading(definition).read(&file)
    context = ClaimContext(
      vocabulary: definition.vocabulary, sources: common.sources,
      extracts: try Self.extracts(&file), calendar: definition.calendar,
      authority: authority, run: run.description, asOf: run.asOf)
    self.definition = definition
    self.authority = authority
    self.references = references
    self.run = run
  }

  private static func extracts(_ file: inout RunFile) throws -> [ClaimContext.Extract] {
    let rows = try file.connection.query("SELECT id, sha256, delivered FROM extract ORDER BY id") {
      row in (row.integer(0), row.text(1), row.text(2))
    }
    var extracts: [ClaimContext.Extract] = []
    for (id, digest, delivered) in rows {
      while extracts.count <= id { extracts.append(.init(digest: "", held: .earliest)) }
      extracts[id] = .init(digest: digest, held: Day(iso: delivered) ?? .earliest)
    }
    return extracts
  }

  // MARK: Claims

  /// Calls the closure with each family that the run has, as a claim is judged, in the order of ids.
  ///
  /// `decisions` say who decided about which records.
  func forEach(
    _ lives: [FamilyLife], decisions: [(by: String, records: [RecordKey])],
    in file: inout RunFile, _ body: (FamilyLife, ClaimCase) throws -> Void
  ) throws {
    let byFamily = Dictionary(lives.map { ($0.family, $0) }, uniquingKeysWith: { one, _ in one })
    var deciders: [RecordKey: Set<String>] = [:]
    for decision in decisions {
      for record in decision.records { deciders[record, default: []].insert(decision.by) }
    }
    let found = try gathered ?? CaseReader(common: common).families(byFamily.keys, in: &file)
    for portion in found.portions(of: Self.portion, with: Set(byFamily.keys)) {
      let cases = found.batch(portion)
      for family in cases.families {
        guard let life = byFamily[family.id] else { continue }
        try body(life, try claimCase(of: family, cases, life, deciders, &file))
      }
    }
  }

  private func claimCase(
    of family: CaseFamily, _ cases: CaseFile, _ life: FamilyLife,
    _ deciders: [RecordKey: Set<String>], _ file: inout RunFile
  ) throws -> ClaimCase {
    var records: [PersonID: [RecordKey]] = [:]
    for person in Set(cases.people[family.people].map(\.id)).sorted() {
      records[person] = try file.connection.query(
        "SELECT record_key FROM person_member WHERE person_id = \(person.value) ORDER BY record_key"
      ) { row in RecordKey(UInt64(bitPattern: row.integer64(0))) }
    }
    let names = records.values.joined().reduce(into: Set<String>()) { names, record in
      names.formUnion(deciders[record] ?? [])
    }
    return ClaimCase(
      file: cases, family: family, life: life, reference: references.reference(to: family.id),
      openQuestions: try openQuestions(about: family.id, &file), linkDeciders: names.sorted(),
      records: records, context: context)
  }

  /// Notes of the run that somebody has to look at before anything is claimed.
  private func openQuestions(about family: FamilyID, _ file: inout RunFile) throws -> Int {
    try file.connection.first(
      """
      SELECT count(*) FROM family_note
      WHERE family_id = \(family.value) AND kind IN ('contradiction', 'oversized')
      """
    ) { row in row.integer(0) } ?? 0
  }

  // MARK: Eligibility

  /// Whether a family meets a pack on a day, frozen; nil where the run or the pipeline does not have it.
  func snapshot(
    of family: FamilyID, pack name: String, on day: Day, in file: inout RunFile
  ) throws -> EligibilitySnapshot? {
    guard let pack = definition.criteria.first(where: { $0.name == name }) else { return nil }
    let cases = try CaseReader(common: common).families([family], in: &file).whole
    let engine = CriteriaEngine(
      CriteriaProgram(pack, vocabulary: definition.vocabulary),
      terms: CouncilTerms(definition.calendar, of: authority))
    let findings = engine.findings(for: cases, at: day)
    guard let caseFamily = cases.families.first else { return nil }
    let rows = ClaimCase(
      file: cases, family: caseFamily, life: FamilyLife(family: family), context: context)
    let frozen = findings.findings(ofFamily: 0).map { finding in
      FrozenFinding(
        criterion: pack.criteria[Int(finding.criterion)].name, answer: finding.state,
        evidence: findings.evidence(of: finding).filter(\.isCertain).map {
          rows.evidence(at: Int($0.fact))
        })
    }
    let eligible = pack.eligibility.flatMap { name in frozen.first { $0.criterion == name } }
    var snapshot = EligibilitySnapshot(
      on: day, pack: pack.name, packVersion: "\(pack.version)", run: run.description,
      isEligible: eligible?.answer == .met, findings: frozen)
    let discretion = pack.discretion(met: snapshot.met)
    // Who is in without the concern that the pack asks for was let in by somebody's decision on the whole of it.
    if discretion != .missing { snapshot.discretion = discretion }
    return snapshot
  }
}
