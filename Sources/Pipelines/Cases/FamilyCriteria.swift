public import Criteria
import Intake
import SQLiteAccess
public import Store
public import Vocabulary

/// What every criterion of a pipeline's packs comes to for one family, in sentences.
public struct FamilyCriteria: Sendable {
  /// A fact that an answer rests on.
  public struct Evidence: Hashable, Sendable {
    /// What it is; of what comes from the benefits system, only that it may not be shown.
    public var title: String
    /// When it was, as one reads it out.
    public var date: String?
    /// The file it comes from, and its line.
    public var place: String?
    /// Whether it certainly counts.
    public var isCertain: Bool
  }

  /// The pack.
  public var pack: String
  /// The answers, in the order of the pack.
  public var explanations: [Explanation]
  /// The facts that each rests on.
  public var evidence: [[Evidence]]

  /// Asks the pipeline's packs of one family of a run anew, and says why each came out as it did; nothing if the run
  /// has no such family.
  public static func explain(
    _ family: FamilyID, in file: inout RunFile, _ definition: PipelineDefinition, at date: Day
  ) throws -> [FamilyCriteria]? {
    let isThere = try file.connection.first(
      "SELECT count(*) FROM family WHERE id = \(family.value)"
    ) { row in row.integer(0) }
    guard isThere == 1, let authority = try? LocalAuthorityCode(definition.localAuthority) else {
      return nil
    }
    let coverage = CaseCoverageReading(
      contracts: definition.contracts, vocabulary: definition.vocabulary,
      calendar: definition.calendar, authority: authority)
    let reader = try CaseReader(try coverage.read(&file), &file)
    let cases = try reader.family(family, in: &file)
    let terms = CouncilTerms(definition.calendar, of: authority)
    let files = try file.connection.query("SELECT id, file_name FROM extract") { row in
      (row.integer(0), row.text(1))
    }
    let names = Dictionary(files, uniquingKeysWith: { first, _ in first })
    return definition.criteria.map { pack in
      let engine = CriteriaEngine(
        CriteriaProgram(pack, vocabulary: definition.vocabulary), terms: terms)
      let explanations = engine.explanations(ofFamily: 0, in: cases, at: date)
      return FamilyCriteria(
        pack: pack.name, explanations: explanations,
        evidence: explanations.map { explanation in
          explanation.evidence.map { evidence($0, cases, definition.vocabulary, names) }
        })
    }
  }

  private static func evidence(
    _ evidence: FindingEvidence, _ cases: CaseFile, _ vocabulary: FactVocabulary,
    _ files: [Int: String]
  ) -> Evidence {
    let fact = cases.facts[Int(evidence.fact)]
    let kind = vocabulary.kinds[Int(fact.kind)]
    // Whoever passes on what the benefits system says commits an offence.
    guard kind.sensitivity != .benefit else {
      return Evidence(
        title: "a return that may not be shown", date: nil, place: nil,
        isCertain: evidence.isCertain)
    }
    return Evidence(
      title: kind.title, date: fact.starts?.spoken,
      place: files[Int(fact.extract)].map { "\($0):\(fact.line)" },
      isCertain: evidence.isCertain)
  }
}
