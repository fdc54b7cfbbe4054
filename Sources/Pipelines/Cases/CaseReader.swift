import SQLiteAccess
import Store
import Vocabulary

/// Reads the families of a run with their people and facts.
struct CaseReader: Sendable {
  /// What holds for all families: sources, what they told for which days, and words that rules may speak of.
  let common: CaseFile

  /// Looking up what hangs together with a family costs little, but more than reading the tables from end to end as
  /// soon as it is done for more families than this.
  private static let fewest = 20

  /// All families of a run.
  func all(in run: inout RunFile) throws(DatabaseError) -> GatheredCases {
    let ids = try run.connection.query("SELECT id FROM family ORDER BY id") {
      (row) throws(DatabaseError) in FamilyID(row.integer64(0))
    }
    // A run without a linkage has rows in plenty, and nobody's.
    return ids.isEmpty ? try lookedUp([], in: &run) : try fromEndToEnd(ids, in: &run)
  }

  /// Some families of a run, in the order of their ids; those that it does not have are passed over.
  func families(
    _ wanted: some Sequence<FamilyID>, in run: inout RunFile
  ) throws(DatabaseError) -> GatheredCases {
    var ids: [FamilyID] = []
    for family in Set(wanted).sorted() {
      let isThere = try run.connection.first(
        "SELECT 1 FROM family WHERE id = \(family.value)"
      ) { (row) throws(DatabaseError) in row.integer(0) }
      if isThere != nil { ids.append(family) }
    }
    return ids.count > Self.fewest
      ? try fromEndToEnd(ids, in: &run) : try lookedUp(ids, in: &run)
  }

  /// A single family, which has to be one of the run's.
  func family(_ id: FamilyID, in run: inout RunFile) throws(DatabaseError) -> CaseFile {
    try lookedUp([id], in: &run).whole
  }

  private func fromEndToEnd(
    _ ids: [FamilyID], in run: inout RunFile
  ) throws(DatabaseError) -> GatheredCases {
    var gathering = CaseGathering(ids, common, decided: try run.familyRulings())
    try gathering.readTables(of: &run)
    return gathering.families()
  }

  private func lookedUp(
    _ ids: [FamilyID], in run: inout RunFile
  ) throws(DatabaseError) -> GatheredCases {
    var gathering = CaseGathering(ids, common, decided: try run.familyRulings())
    try gathering.lookUp(ids, in: &run)
    return gathering.families()
  }
}
