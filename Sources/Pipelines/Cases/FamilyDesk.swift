import Criteria
import SQLiteAccess
public import Store
public import Vocabulary

/// What takes long to make ready and holds for every family of a run: what sources told of, and the packs compiled.
///
/// Whoever answers for one family after the other, as a server does, makes one and keeps it.
public struct FamilyDesk: Sendable {
  private let reader: CaseReader
  private let packs: [PreparedCriteria]
  private let vocabulary: FactVocabulary
  private let files: [Int: String]

  /// Makes ready what families of a run are asked; nil where the pipeline does not say of which council it is.
  ///
  /// - Parameters:
  ///   - definition: What the pipeline says.
  ///   - file: The run.
  ///   - date: The day on which they are asked.
  /// - Throws: What the run file throws.
  public init?(
    _ definition: PipelineDefinition, _ file: inout RunFile, at date: Day
  ) throws {
    guard let authority = try? LocalAuthorityCode(definition.localAuthority) else { return nil }
    let coverage = CaseCoverageReading(definition)
    let common = try coverage.read(&file)
    reader = CaseReader(common: common)
    let terms = CouncilTerms(definition.calendar, of: authority)
    packs = definition.criteria.map { pack in
      let program = CriteriaProgram(pack, vocabulary: definition.vocabulary)
      return PreparedCriteria(CriteriaEngine(program, terms: terms), for: common, at: date)
    }
    vocabulary = definition.vocabulary
    let names = try file.connection.query("SELECT id, file_name FROM extract") { row in
      (row.integer(0), row.text(1))
    }
    files = Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// What every criterion of the packs comes to for a family, in sentences; nil where the run has no such family.
  ///
  /// - Parameters:
  ///   - family: The family.
  ///   - file: The run that the desk was made ready for.
  /// - Returns: The packs in their order.
  /// - Throws: What the run file throws.
  public func criteria(
    of family: FamilyID, in file: inout RunFile
  ) throws -> [FamilyCriteria]? {
    let found = try file.connection.first(
      "SELECT count(*) FROM family WHERE id = \(family.value)"
    ) { row in row.integer(0) }
    guard found == 1 else { return nil }
    let cases = try reader.family(family, in: &file)
    return packs.map { prepared in
      let explanations = prepared.explanations(ofFamily: 0, in: cases)
      let pack = prepared.engine.program.pack
      return FamilyCriteria(
        pack: pack.name, title: pack.title,
        explanations: explanations,
        evidence: explanations.map { explanation in
          explanation.evidence.map { FamilyCriteria.evidence($0, cases, vocabulary, files) }
        })
    }
  }
}
