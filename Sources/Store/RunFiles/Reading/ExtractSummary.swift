/// How many records of an extract were skipped for a reason.
public struct SkippedRecords: Hashable, Sendable {
  /// The reason, such as `blank` or `suppressed`.
  public var reason: String
  /// How many records.
  public var records: Int
}

/// One file from an agency and where its records went.
public struct ExtractSummary: Hashable, Sendable {
  /// Its number in the run.
  public var number: Int
  /// The number of its source.
  public var source: Int
  /// The file's name.
  public var fileName: String
  /// The digest of the file in hexadecimal.
  public var sha256: String
  /// The size of the file.
  public var bytes: Int
  /// The day in the file's name.
  public var delivered: String
  /// `read`, `duplicate` or `refused`.
  public var state: String
  /// The encoding it was read in.
  public var encoding: String?
  /// All its records.
  public var read: Int
  /// The records that became facts and people.
  public var accepted: Int
  /// The records kept as received, with a reason.
  public var quarantined: Int
  /// The records that are no data, or may not be kept.
  public var skipped: Int
  /// Why they were skipped.
  public var skippedByReason: [SkippedRecords]
  /// The total that the file states at its end.
  public var statedTotal: Int?
  /// The facts that another row or a newer extract states too.
  public var repeatedFacts: Int
  /// The episodes that are open in it and in no newer list, and so count as ended on its day.
  public var endedFacts: Int

  /// Whether its records were read at all.
  public var wasRead: Bool { state == "read" }
  /// Whether every record is accounted for.
  public var balances: Bool { read == accepted + quarantined + skipped }
  /// The records with data: what a stated total counts.
  public var dataRows: Int {
    let suppressed = skippedByReason.first { $0.reason == "suppressed" }
    return accepted + quarantined + (suppressed?.records ?? 0)
  }
}

/// How often a problem was met in a column of an extract.
public struct ProblemSummary: Hashable, Sendable {
  /// The number of the extract.
  public var extract: Int
  /// The problem's code.
  public var code: String
  /// The column; empty where the problem is of whole rows.
  public var column: String
  /// Whether rows were rejected for it; if not, the value was left out or repaired.
  public var rejects: Bool
  /// How often it was met.
  public var count: Int
  /// The first lines on which it was met.
  public var firstLines: [Int]
}

/// What the code of a problem means.
public struct ProblemMeaning: Hashable, Sendable {
  /// The code, such as `unknown-code`.
  public var code: String
  /// What is wrong.
  public var meaning: String
  /// What to do about it.
  public var remedy: String
}
