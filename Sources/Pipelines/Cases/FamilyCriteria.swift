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
    /// How carefully it is to be handled.
    public var sensitivity: Sensitivity
    /// The agency that knows of it.
    public var agency: String
    /// Whom of the family it is about; nil for a home.
    public var person: PersonID?
  }

  /// The pack.
  public var pack: String
  /// What people call the pack.
  public var title: String
  /// The answers, in the order of the pack.
  public var explanations: [Explanation]
  /// The facts that each rests on.
  public var evidence: [[Evidence]]

  /// Asks the pipeline's packs of one family of a run anew, and says why each came out as it did; nothing if the run
  /// has no such family.
  public static func explain(
    _ family: FamilyID, in file: inout RunFile, _ definition: PipelineDefinition, at date: Day
  ) throws -> [FamilyCriteria]? {
    try FamilyDesk(definition, &file, at: date)?.criteria(of: family, in: &file)
  }

  static func evidence(
    _ evidence: FindingEvidence, _ cases: CaseFile, _ vocabulary: FactVocabulary,
    _ files: [Int: String]
  ) -> Evidence {
    let fact = cases.facts[Int(evidence.fact)]
    let kind = vocabulary.kinds[Int(fact.kind)]
    let person = fact.person.map { cases.people[$0].id }
    // Whoever passes on what the benefits system says commits an offence.
    guard kind.sensitivity != .benefit else {
      return Evidence(
        title: "a return that may not be shown", date: nil, place: nil,
        isCertain: evidence.isCertain, sensitivity: kind.sensitivity, agency: kind.agency,
        person: person)
    }
    return Evidence(
      title: kind.title, date: fact.starts?.spoken,
      place: files[Int(fact.extract)].map { "\($0):\(fact.line)" },
      isCertain: evidence.isCertain, sensitivity: kind.sensitivity, agency: kind.agency,
      person: person)
  }
}
