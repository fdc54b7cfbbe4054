public import SQLiteAccess

/// Which version of a pack of criteria a run asked.
public struct PackVersion: Hashable, Sendable {
  /// The pack's name.
  public var name: String
  /// What people call it.
  public var title: String
  /// Its version.
  public var version: Int
}

extension RunFile {
  /// The packs that were asked, in the order of the pipeline; the first decides.
  public mutating func packVersions() throws(DatabaseError) -> [PackVersion] {
    try connection.query("SELECT name, title, version FROM pack ORDER BY number") {
      (row) throws(DatabaseError) in
      PackVersion(name: row.text(0), title: row.text(1), version: row.integer(2))
    }
  }
}
