public import SQLiteAccess

/// What a row says about two people of a family: a parent, a partner, a joint tenant.
public struct FamilyKin: Hashable, Sendable {
  /// The relation, by its word, such as `parent-of`.
  public var kind: String
  /// The one of whom it is said.
  public var person: Int64
  /// The other one.
  public var other: Int64
  /// From when, as far as the row tells.
  public var since: String?
  /// Until when; nil while it lasts, or where nobody knows.
  public var until: String?
}

extension RunFile {
  /// What rows say about two people of a family, each relation between two of them once for each span of days.
  public mutating func familyKin(_ family: Int64) throws(DatabaseError) -> [FamilyKin] {
    try connection.query(
      """
      SELECT DISTINCT name, one.person_id, other.person_id, since, until
      FROM (SELECT DISTINCT person_id FROM family_member WHERE family_id = \(family)) AS mine
        CROSS JOIN person_member AS one ON one.person_id = mine.person_id
        CROSS JOIN relation ON relation.from_key = one.record_key
        CROSS JOIN relation_kind ON relation_kind.id = relation.kind_id
        CROSS JOIN person_member AS other ON other.record_key = relation.to_key
      WHERE other.person_id <> one.person_id AND other.person_id IN (
        SELECT person_id FROM family_member WHERE family_id = \(family))
      ORDER BY name, one.person_id, other.person_id, since, until
      """
    ) { (row) throws(DatabaseError) in
      FamilyKin(
        kind: row.text(0), person: row.integer64(1), other: row.integer64(2),
        since: row.optionalText(3), until: row.optionalText(4))
    }
  }

  /// What became of a family's id since the run before, and of those that it comes from or went into.
  public mutating func lineage(ofFamily id: Int64) throws(DatabaseError) -> [LineageRow] {
    guard try hasIdentity() else { return [] }
    return try connection.query(
      """
      SELECT event, from_id, to_id, records FROM lineage
      WHERE subject = 'family' AND (from_id = \(id) OR to_id = \(id)) ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      LineageRow(
        event: row.text(0), from: row.isNull(1) ? nil : row.integer64(1),
        to: row.isNull(2) ? nil : row.integer64(2), records: row.integer(3))
    }
  }
}
