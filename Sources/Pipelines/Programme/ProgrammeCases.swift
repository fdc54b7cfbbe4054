public import Claims
import Criteria
import SQLiteAccess
import Store
public import Vocabulary

/// The families of a run, as claims and snapshots are judged by them.
public struct ProgrammeCases: ~Copyable {
  private var file: RunFile
  private let reader: CaseReader
  private let definition: PipelineDefinition
  private let authority: LocalAuthorityCode
  private let context: ClaimContext
  private let run: RunName

  /// Opens the run of a workspace that the first letters of a name mean; without letters, the live one.
  public init(
    _ keeper: RunKeeper, _ pipeline: LoadedPipeline, run letters: String? = nil
  ) throws {
    guard let authority = try? LocalAuthorityCode(pipeline.definition.localAuthority) else {
      preconditionFailure("the pipeline was loaded with a council's number")
    }
    var opened = try keeper.open(letters)
    let coverage = CaseCoverageReading(
      contracts: pipeline.definition.contracts, vocabulary: pipeline.definition.vocabulary,
      calendar: pipeline.definition.calendar, authority: authority)
    let common = try coverage.read(&opened.file)
    let reader = try CaseReader(common, &opened.file)
    let context = ClaimContext(
      vocabulary: pipeline.definition.vocabulary, sources: common.sources,
      extracts: try Self.extracts(&opened.file), calendar: pipeline.definition.calendar,
      authority: authority, run: opened.run.description, asOf: opened.run.asOf)
    self.init(
      file: opened.file, reader: reader, definition: pipeline.definition, authority: authority,
      context: context, run: opened.run)
  }

  private init(
    file: consuming RunFile, reader: CaseReader, definition: PipelineDefinition,
    authority: LocalAuthorityCode, context: ClaimContext, run: RunName
  ) {
    self.file = file
    self.reader = reader
    self.definition = definition
    self.authority = authority
    self.context = context
    self.run = run
  }

  /// The day of which the run is.
  public var asOf: Day { run.asOf }

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

  /// Whether the run has a family.
  private mutating func has(_ family: FamilyID) throws -> Bool {
    try file.connection.first("SELECT count(*) FROM family WHERE id = \(family.value)") { row in
      row.integer(0)
    } == 1
  }

  // MARK: Claims

  /// The family as a claim is judged; nil where the run does not have it.
  ///
  /// - Parameters:
  ///   - life: Its life in the programme.
  ///   - decisions: Who decided about which records.
  /// - Returns: The case.
  /// - Throws: What the run file throws.
  public mutating func claimCase(
    of life: FamilyLife, decisions: [(by: String, records: [RecordKey])]
  ) throws -> ClaimCase? {
    guard try has(life.family) else { return nil }
    let cases = try reader.family(life.family, in: &file)
    guard let family = cases.families.first else { return nil }
    var records: [PersonID: [RecordKey]] = [:]
    for person in Set(cases.people.map(\.id)).sorted() {
      records[person] = try file.connection.query(
        "SELECT record_key FROM person_member WHERE person_id = \(person.value) ORDER BY record_key"
      ) { row in RecordKey(UInt64(bitPattern: row.integer64(0))) }
    }
    let own = Set(records.values.joined())
    let deciders = Set(
      decisions.filter { $0.records.contains(where: own.contains) }.map(\.by))
    return ClaimCase(
      file: cases, family: family, life: life, reference: "F\(life.family.text)",
      openQuestions: try openQuestions(about: life.family), linkDeciders: deciders.sorted(),
      records: records, context: context)
  }

  /// Notes of the run that somebody has to look at before anything is claimed.
  private mutating func openQuestions(about family: FamilyID) throws -> Int {
    try file.connection.first(
      """
      SELECT count(*) FROM family_note
      WHERE family_id = \(family.value) AND kind IN ('contradiction', 'oversized')
      """
    ) { row in row.integer(0) } ?? 0
  }

  // MARK: Eligibility

  /// Whether a family meets a pack on a day, frozen; nil where the run or the pipeline does not have it.
  public mutating func snapshot(
    of family: FamilyID, pack name: String, on day: Day
  ) throws -> EligibilitySnapshot? {
    guard let pack = definition.criteria.first(where: { $0.name == name }), try has(family) else {
      return nil
    }
    let cases = try reader.family(family, in: &file)
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
    return EligibilitySnapshot(
      on: day, pack: pack.name, packVersion: "\(pack.version)", run: run.description,
      isEligible: eligible?.answer == .met, findings: frozen)
  }
}
