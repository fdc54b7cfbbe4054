public import SQLiteAccess

/// Where the rows of all extracts of one source went.
public struct SourceRowCounts: Hashable, Sendable {
  /// The source's name.
  public var source: String
  /// How many were read.
  public var read: Int
  /// How many were accepted.
  public var accepted: Int
  /// How many were quarantined.
  public var quarantined: Int
  /// How many were skipped.
  public var skipped: Int
}

extension RunFile {
  /// The rows of each source that has an extract, in the order of the names.
  public mutating func sourceRowCounts() throws(DatabaseError) -> [SourceRowCounts] {
    try connection.query(
      """
      SELECT name, sum(records_read), sum(accepted), sum(quarantined), sum(skipped)
      FROM extract JOIN source ON source.id = source_id GROUP BY name ORDER BY name
      """
    ) { (row) throws(DatabaseError) in
      SourceRowCounts(
        source: row.text(0), read: row.integer(1), accepted: row.integer(2),
        quarantined: row.integer(3), skipped: row.integer(4))
    }
  }
}
