public import SQLiteAccess

/// What one agency has to do with one family of concern.
public struct CoverageRow: Hashable, Sendable {
  /// The family.
  public var family: Int64
  /// The agency's name.
  public var agency: String
  /// Contacts that it had.
  public var contacts: Int
  /// Whether it has something open now.
  public var isOpen: Bool
  /// The last day, month, quarter or year of which it wrote something down, up to the run's day.
  public var last: String?
}

/// Reading who knows whom.
extension RunFile {
  /// Which agencies know each family of which concern is seen, in the order of families and agencies.
  public mutating func coverage() throws(DatabaseError) -> [CoverageRow] {
    let last = try connection.query(
      """
      SELECT journey_entry.family_id, fact_kind.agency, max(starts),
        max(ends IS NULL AND shape = 'episode' OR ends > run.value)
      FROM journey_entry JOIN fact_kind ON fact_kind.id = kind_id
        JOIN journey ON journey.family_id = journey_entry.family_id
        JOIN run ON run.name = 'as_of'
      WHERE concern_from IS NOT NULL AND starts <= run.value
      GROUP BY 1, 2 ORDER BY 1, 2
      """
    ) { (row) throws(DatabaseError) in
      (row.integer64(0), row.text(1), row.text(2), row.integer(3) == 1)
    }
    var entries: [Int64: [String: (last: String, isOpen: Bool)]] = [:]
    for (family, agency, day, isOpen) in last {
      entries[family, default: [:]][agency] = (day, isOpen)
    }
    return try connection.query(
      """
      SELECT journey_agency.family_id, agency, contacts FROM journey_agency
        JOIN journey ON journey.family_id = journey_agency.family_id
      WHERE concern_from IS NOT NULL ORDER BY 1, 2
      """
    ) { (row) throws(DatabaseError) in
      let entry = entries[row.integer64(0)]?[row.text(1)]
      return CoverageRow(
        family: row.integer64(0), agency: row.text(1), contacts: row.integer(2),
        isOpen: entry?.isOpen ?? false, last: entry?.last)
    }
  }

  /// The families in which a lead professional is named by a source.
  public mutating func familiesWithALead() throws(DatabaseError) -> Set<Int64> {
    let rows = try connection.query(
      """
      SELECT DISTINCT family_id FROM journey_entry JOIN fact_kind ON fact_kind.id = kind_id
      WHERE fact_kind.name = 'early-help.lead-professional'
        AND coalesce(ends, '9999') >= (SELECT value FROM run WHERE name = 'as_of')
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    return Set(rows)
  }
}
