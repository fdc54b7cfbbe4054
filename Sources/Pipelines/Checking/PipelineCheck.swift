public import Intake
public import Store
public import Vocabulary

/// What reading every extract against its contract showed, with nothing kept of what was read.
public struct PipelineCheck: Sendable {
  /// The council's name.
  public var council: String
  /// The day for which it was judged.
  public var asOf: Day
  /// The sources, in the order of names.
  public var sources: [CheckedSource]
  /// What a person should look at, errors first.
  public var findings: [FindingRow]

  /// Whether a run would publish.
  public var verdict: Verdict { Verdict(findings) }
}

/// A source, and what was read of it.
public struct CheckedSource: Sendable {
  /// Its name.
  public var name: String
  /// How fresh it is.
  public var state: SourceStateRow
  /// Its extracts, newest first.
  public var extracts: [CheckedExtract]
}

/// An extract, and where its records would go.
public struct CheckedExtract: Sendable {
  /// The file's name.
  public var fileName: String
  /// The day on which it was delivered.
  public var delivered: Day
  /// Where its records would go; nothing if it can't be read, or is a second copy.
  public var account: ExtractAccount?
  /// An earlier extract with the same content, because of which this one is not read.
  public var duplicateOf: String?
  /// What is wrong with its rows, those rejected first.
  public var problems: [CheckedProblem]
}

/// Something wrong with rows of an extract.
public struct CheckedProblem: Sendable {
  /// What is wrong.
  public var code: ProblemCode
  /// The column, or nil where whole rows are wrong.
  public var column: String?
  /// Whether the rows would be rejected; if not, the value is left out or repaired.
  public var isRejection: Bool
  /// How often it was met.
  public var count: Int
  /// The first lines on which it was met.
  public var lines: [Int]
}
