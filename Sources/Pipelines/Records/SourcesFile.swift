/// How fresh each source is: `sources.json`, in the manner of dbt.
struct SourcesFile: Codable, Equatable {
  var schema = "docs/schemas/sources.json"
  var version = 1
  var asOf: String
  var results: [SourceResult]

  /// One source.
  struct SourceResult: Codable, Equatable {
    var uniqueID: String
    var status: String
    var maxLoadedAt: String?
    var ageDays: Int?
    var due: String?
    var rows: Int?
    var usualRows: Int?

    enum CodingKeys: String, CodingKey {
      case status, due, rows
      case uniqueID = "unique_id"
      case maxLoadedAt = "max_loaded_at"
      case ageDays = "age_days"
      case usualRows = "usual_rows"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, results
    case asOf = "as_of"
  }
}
