import SQLiteAccess
import Store

/// Whose records the newest two extracts of each source have.
struct DeliveredRecords {
  private var keys: [Int: Set<Int64>] = [:]

  /// Reads them in one pass over all mentions: to ask source by source would be a pass for each.
  init(_ file: inout RunFile) throws(DatabaseError) {
    let read = try file.connection.query(
      "SELECT source_id, id FROM extract WHERE state = 'read' ORDER BY source_id, id"
    ) { (row) throws(DatabaseError) in (source: row.integer(0), extract: row.integer(1)) }
    for ofSource in Dictionary(grouping: read, by: \.source).values where ofSource.count > 1 {
      for newest in ofSource.prefix(2) { keys[newest.extract] = [] }
    }
    guard !keys.isEmpty else { return }
    try file.connection.forEach("SELECT extract_id, record_key FROM mention") {
      (row) throws(DatabaseError) in
      keys[row.integer(0)]?.insert(row.integer64(1))
    }
  }

  /// How many people's records an extract has, and how many of them the extract before it has too.
  func compare(_ extract: Int, with previous: Int) -> (inAll: Int, inBoth: Int) {
    let (now, before) = (keys[extract] ?? [], keys[previous] ?? [])
    return (now.count, now.count { before.contains($0) })
  }
}
