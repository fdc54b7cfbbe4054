/// Something wrong with an extract as a whole.
public struct FileProblem: Hashable, Sendable {
  /// What is wrong.
  public var code: ProblemCode
  /// Whether the run may publish all the same.
  public var severity: Severity
  /// The column's number in the contract, where one is concerned.
  public var column: Int?
  /// What was found, in a few words without personal data: a heading, a count.
  public var note: String?

  /// Notes a problem; most of those of a whole file forbid publishing.
  public init(
    _ code: ProblemCode, severity: Severity = .error, column: Int? = nil, note: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.column = column
    self.note = note
  }
}
