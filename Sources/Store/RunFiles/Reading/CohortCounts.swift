public import SQLiteAccess

/// The families of a run, counted by where they stand in the programme.
public struct CohortCounts: Hashable, Sendable {
  /// All families that were judged or entered.
  public var judged: Int
  /// Those that people or a run have put forward.
  public var putForward: Int
  /// Those that are not eligible, and that nobody has entered.
  public var notEligible: Int
  /// Those of which it cannot be told.
  public var cannotTell: Int
  /// Those put forward that were attached at some time.
  public var attached: Int
  /// Those put forward that wait.
  public var waiting: Int
  /// Those put forward that declined or left before they were attached.
  public var left: Int
}

extension RunFile {
  /// The families by where they stand; nil of an older program's file, or where there is no cohort.
  ///
  /// Wholes and parts are counted from different columns, so that a sheet that sets them side by side can be wrong.
  public mutating func cohortCounts() throws(DatabaseError) -> CohortCounts? {
    guard try hasProgramme() else { return nil }
    return try connection.first(
      """
      SELECT
        (SELECT count(*) FROM family) + (SELECT count(*) FROM cohort_family WHERE NOT in_run),
        count(*) FILTER (WHERE standing NOT IN ('cannot-tell', 'concern')),
        (SELECT count(*) FROM family LEFT JOIN cohort_family ON family_id = family.id
          WHERE standing IS NULL OR standing = 'concern'),
        count(*) FILTER (WHERE standing = 'cannot-tell'),
        count(*) FILTER (WHERE attached IS NOT NULL),
        count(*) FILTER (WHERE attached IS NULL AND identified IS NOT NULL AND ended IS NULL),
        count(*) FILTER (WHERE attached IS NULL AND ended IS NOT NULL)
      FROM cohort_family
      """
    ) { (row) throws(DatabaseError) in
      CohortCounts(
        judged: row.integer(0), putForward: row.integer(1), notEligible: row.integer(2),
        cannotTell: row.integer(3), attached: row.integer(4), waiting: row.integer(5),
        left: row.integer(6))
    }
  }
}
