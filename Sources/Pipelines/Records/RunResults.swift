/// How a run went: `run_results.json`.
///
/// It has times in it, so it is the one record that differs between equal runs.
public struct RunResults: Codable, Equatable, Sendable {
  /// Which schema the file follows.
  public var schema = "docs/schemas/run_results.json"
  /// The version of the schema.
  public var version = 1
  /// The run.
  public var run: String
  /// The day for which it was made.
  public var asOf: String
  /// How it ended.
  public var status: Status
  /// When it began, in UTC.
  public var startedAt: String
  /// When it ended, in UTC.
  public var endedAt: String
  /// How long it took.
  public var elapsedMilliseconds: Int
  /// The stages in their order.
  public var results: [StageResult]
  /// What forbade publishing, in a sentence.
  public var message: String?

  /// How a run ended.
  public enum Status: String, Codable, Sendable {
    case published, built, refused, failed
  }

  /// How one stage went.
  public struct StageResult: Codable, Equatable, Sendable {
    /// The stage's name.
    public var uniqueID: String
    /// How it ended.
    public var status: Status
    /// How long it took.
    public var elapsedMilliseconds: Int
    /// The most memory that the program had held when the stage was done; nil where it was not done now.
    public var peakMegabytes: Int?
    /// Counts of what the stage did.
    public var counts: [String: Int]

    /// How a stage ended.
    public enum Status: String, Codable, Sendable {
      case success, reused, error, skipped
    }

    enum CodingKeys: String, CodingKey {
      case uniqueID = "unique_id"
      case status, counts
      case elapsedMilliseconds = "elapsed_ms"
      case peakMegabytes = "peak_mb"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, run, status, results, message
    case asOf = "as_of"
    case startedAt = "started_at"
    case endedAt = "ended_at"
    case elapsedMilliseconds = "elapsed_ms"
  }

  /// The file's name in the run's folder.
  static let fileName = "run_results.json"
}
