/// One reason for which a row was quarantined, with where it is and without any value of it.
public struct RejectionSummary: Hashable, Sendable {
  /// The name of the source.
  public var source: String
  /// The file's name.
  public var fileName: String
  /// The line on which the row begins.
  public var line: Int
  /// The column; empty where the whole row is wrong.
  public var column: String
  /// The problem's code.
  public var code: String
  /// The shape of the value, with no letter or digit of it.
  public var maskedValue: String
  /// What the code means.
  public var meaning: String
}

/// How many rows of a source were quarantined for a reason.
public struct RejectionCount: Hashable, Sendable {
  /// The name of the source.
  public var source: String
  /// The problem's code.
  public var code: String
  /// How many rows; one that is wrong in several ways counts for each of them.
  public var rows: Int
}

/// Which rejections are asked for.
public struct RejectionFilter: Hashable, Sendable {
  /// The names of the sources; empty for all.
  public var sources: [String]
  /// The codes; empty for all.
  public var codes: [String]

  /// Asks for those of some sources and codes.
  public init(sources: [String] = [], codes: [String] = []) {
    self.sources = sources
    self.codes = codes
  }
}
