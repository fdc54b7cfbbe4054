public import Claims
import Store
public import Vocabulary

/// The families of a run that is open to be read, as claims and snapshots are judged by them.
public struct ProgrammeCases: ~Copyable {
  private var file: RunFile
  private let cases: JudgedFamilies
  private let run: RunName

  /// Opens the run of a workspace that the first letters of a name mean; without letters, the live one.
  public init(
    _ keeper: RunKeeper, _ pipeline: LoadedPipeline, run letters: String? = nil
  ) throws {
    var opened = try keeper.open(letters)
    let cases = try JudgedFamilies(
      pipeline.definition, opened.run, try PublicReferences(keeper.workspace), &opened.file)
    self.init(file: opened.file, cases: cases, run: opened.run)
  }

  private init(file: consuming RunFile, cases: JudgedFamilies, run: RunName) {
    self.file = file
    self.cases = cases
    self.run = run
  }

  /// The day of which the run is.
  public var asOf: Day { run.asOf }

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
    var found: ClaimCase?
    try cases.forEach([life], decisions: decisions, in: &file) { _, claimCase in
      found = claimCase
    }
    return found
  }

  /// Whether a family meets a pack on a day, frozen; nil where the run or the pipeline does not have it.
  public mutating func snapshot(
    of family: FamilyID, pack name: String, on day: Day
  ) throws -> EligibilitySnapshot? {
    try cases.snapshot(of: family, pack: name, on: day, in: &file)
  }
}
