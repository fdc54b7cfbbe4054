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

  /// Calls the closure with each family that the run has, as a claim is judged, in the order of ids.
  ///
  /// - Parameters:
  ///   - lives: The families' lives in the programme.
  ///   - decisions: Who decided about which records.
  ///   - body: What is done with each.
  /// - Throws: What the run file and the closure throw.
  public mutating func forEach(
    _ lives: [FamilyLife], decisions: [(by: String, records: [RecordKey])],
    _ body: (FamilyLife, ClaimCase) throws -> Void
  ) throws {
    try cases.forEach(lives, decisions: decisions, in: &file, body)
  }

  /// Whether a family meets a pack on a day, frozen; nil where the run or the pipeline does not have it.
  public mutating func snapshot(
    of family: FamilyID, pack name: String, on day: Day
  ) throws -> EligibilitySnapshot? {
    try cases.snapshot(of: family, pack: name, on: day, in: &file)
  }
}
