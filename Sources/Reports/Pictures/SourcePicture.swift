import SQLiteAccess
import Store

/// One extract with everything that is known of it.
struct ExtractPicture: Sendable {
  let summary: ExtractSummary
  let problems: [ProblemSummary]
  let columns: [ColumnSummary]
  let rejected: [RejectedRows]

  var account: RecordAccount { RecordAccount(summary) }
}

/// A source with its extracts.
struct SourcePicture: Sendable {
  let summary: SourceSummary
  let yield: SourceYield
  /// The newest first.
  let extracts: [ExtractPicture]

  var name: String { summary.name }
  var title: String { summary.title }

  /// Where the records of all its extracts went.
  var account: RecordAccount { RecordAccount(sum: extracts.map(\.account)) }

  /// The extracts that were read, the newest first.
  var read: [ExtractPicture] { extracts.filter(\.summary.wasRead) }

  /// Reads every source with its extracts.
  static func all(in file: inout RunFile) throws(DatabaseError) -> [SourcePicture] {
    let sources = try file.sourceSummaries()
    let summaries = try file.extractSummaries()
    let problems = Dictionary(grouping: try file.problemSummaries(), by: \.extract)
    let columns = Dictionary(grouping: try file.columnSummaries(), by: \.extract)
    let rejected = Dictionary(grouping: try file.rejectedRows(), by: \.extract)
    let extracts = Dictionary(grouping: summaries, by: \.source).mapValues { extracts in
      extracts.map { extract in
        ExtractPicture(
          summary: extract, problems: problems[extract.number] ?? [],
          columns: columns[extract.number] ?? [], rejected: rejected[extract.number] ?? [])
      }
    }
    let yields = try file.sourceYields()
    return sources.map {
      SourcePicture(
        summary: $0, yield: yields[$0.number] ?? SourceYield(), extracts: extracts[$0.number] ?? [])
    }
  }
}
