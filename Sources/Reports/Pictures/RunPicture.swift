import SQLiteAccess
import Store
import Vocabulary

/// Everything that the reports tell of a run, as plain values.
struct RunPicture: Sendable {
  /// The run's name; empty where the file alone is known.
  var name = ""
  /// The reports that pages link to.
  var books: [BookLink] = []
  let council: String
  let asOf: String
  let purpose: String
  let program: String
  let pipeline: String
  let sources: [SourcePicture]
  let findings: [FindingSummary]
  let factCounts: [FactCount]
  let totals: RunTotals
  /// Who is who; nil where the pipeline has no linkage.
  let people: PeopleSummary?
  /// The families in numbers; nil where the run formed none.
  let families: FamiliesSummary?
  /// The packs of criteria that were asked, in their order.
  let packs: [PackVersion]
  private let agencyTitles: [String: String]
  private let meanings: [String: ProblemMeaning]

  init(_ file: inout RunFile) throws(DatabaseError) {
    let notes = try file.notes()
    council = notes["council"] ?? ""
    asOf = notes["as_of"] ?? ""
    purpose = notes["purpose"] ?? ""
    program = notes["program"] ?? ""
    pipeline = notes["pipeline"] ?? ""
    sources = try SourcePicture.all(in: &file)
    findings = try file.findingSummaries()
    factCounts = try file.factCounts()
    totals = try file.totals()
    people = try file.peopleSummary(notesOfEachKind: PeoplePage.mostNotes)
    families = try file.familiesSummary()
    packs = try file.packVersions()
    agencyTitles = try file.agencyTitles()
    meanings = Dictionary(
      uniqueKeysWithValues: try file.problemMeanings().map { ($0.code, $0) })
  }

  /// Where all records of all extracts went.
  var account: RecordAccount { RecordAccount(sum: sources.map(\.account)) }

  /// What people call an agency.
  func title(ofAgency name: String) -> String {
    agencyTitles[name] ?? Words.sentence(name)
  }

  /// What people call an agency, without what it consists of: `Health: practices, clinics` is `Health`.
  func shortTitle(ofAgency name: String) -> String {
    String(title(ofAgency: name).prefix { $0 != ":" })
  }

  func meaning(of code: String) -> String {
    meanings[code]?.meaning ?? Words.sentence(code) + "."
  }

  func remedy(of code: String) -> String {
    meanings[code]?.remedy ?? ""
  }

  func findings(ofSource name: String) -> [FindingSummary] {
    findings.filter { $0.source == name }
  }

  /// The source with this name, if it is one of the run's.
  func source(named name: String) -> SourcePicture? {
    sources.first { $0.name == name }
  }
}
