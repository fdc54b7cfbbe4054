import Pipelines
import SQLiteAccess
import Store
import Vocabulary

/// The queue of a run, in the order of the terminal's: what is likely to be wrong, times what hangs on it.
enum RunQueue {
  /// Reads what the run left in doubt, but for what was decided when it is opened.
  ///
  /// What nobody could tell stays among it: it waits for a second reviewer.
  static func items(
    _ file: inout RunFile, _ decisions: [NotedDecision]
  ) throws -> [QueueItem] {
    let agencies = Dictionary(
      try file.sourceSummaries().map { ($0.number, $0.agency) },
      uniquingKeysWith: { first, _ in first })
    let settled = DecisionFold(decisions).holding.filter {
      $0.decision.subject.kind != .cannotTell
    }
    return try ReviewQueue(&file, decisions: settled).items.map { item in
      var own = item.sources.compactMap { agencies[$0] }
      if own.isEmpty {
        for key in [item.pair.left, item.pair.right] {
          own.append(try file.reviewRecord(key)?.agency ?? "")
        }
      }
      return QueueItem(item, agencies: own)
    }
  }
}
