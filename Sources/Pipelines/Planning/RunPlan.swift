public import Intake
public import Sealing
public import Vocabulary

/// What a run will read and build, settled before it begins.
public struct RunPlan: Sendable {
  /// The run's name, which follows from all the rest.
  public var name: RunName
  /// The program that will build it.
  public var program: String
  /// The pipeline's own files.
  public var configuration: [InputFile]
  /// The extracts, source by source in the order of names, each source's newest first.
  public var extracts: [PlannedExtract]
  /// Files in the folder of extracts that no contract claims.
  public var unclaimed: [String]
  /// Files that the list of the delivery names and that are not there.
  public var undelivered: [String]
  /// What of the run was asked for, if not all of it.
  public var selection: Selection
  /// How far the decisions had come, and the run from which ids are carried on.
  public var basis = RunBasis()
  /// The decisions of the ledger, oldest first.
  public var decisions: [NotedDecision] = []
  /// What the ledger tells of families' lives and of claims.
  public var programme = ProgrammeEntries()
  /// What families are called outside of the team; nil where no family is in the programme.
  public var references: PublicReferences?

  /// A file that goes into a run, by content.
  public struct InputFile: Hashable, Sendable {
    /// The path as seen from the pipeline's folder.
    public var path: String
    /// Its digest.
    public var digest: Digest
    /// Its size.
    public var bytes: Int
  }

  /// The day for which the run is made.
  public var asOf: Day { name.asOf }
}

/// An extract that a run will read.
public struct PlannedExtract: Sendable {
  /// The source's number among the pipeline's contracts.
  public var source: Int
  /// The file's name in the folder of extracts.
  public var fileName: String
  /// The day on which it was delivered, by its name; of a month, its last day.
  public var delivered: Day
  /// The digest of the file.
  public var digest: Digest
  /// Its size.
  public var bytes: Int
  /// How many lines it has, unpacked if it was packed; about as many as rows.
  public var lines: Int
  /// How it is written, unless it can't be read.
  public var survey: ExtractSurvey
  /// Another extract of the series with the same content, which is read in place of this one.
  public var duplicateOf: String?
}

/// The sources and stages that a run was asked for.
public struct Selection: Hashable, Sendable {
  /// The sources to read; empty for all.
  public var sources: [String] = []
  /// The sources to leave out.
  public var excluded: [String] = []
  /// The last stage to build; nil for all.
  public var stages: [String] = []

  /// Everything.
  public init() {}

  /// Whether nothing is left out, so that the run may become the live one.
  public var isEverything: Bool { sources.isEmpty && excluded.isEmpty && stages.isEmpty }

  /// Whether a source is read.
  func includes(source: String) -> Bool {
    (sources.isEmpty || sources.contains(source)) && !excluded.contains(source)
  }
}
