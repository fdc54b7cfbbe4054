public import SQLiteAccess
public import Vocabulary

/// What people decided about families in place of what packs' rules say.
extension RunFile {
  /// Adds what was decided about a family.
  public mutating func add(_ ruling: CaseOverride) throws(DatabaseError) {
    let until = ruling.days.last == .latest ? nil : ruling.days.last.iso
    try connection.execute(
      """
      INSERT INTO family_ruling VALUES (
        \(ruling.entry), \(ruling.family.value), \(ruling.pack), \(ruling.criterion),
        \(ruling.finding.rawValue), \(ruling.days.first.iso), \(until))
      """)
  }

  /// What was decided about families, in the order of the ledger.
  public mutating func familyRulings() throws(DatabaseError) -> [CaseOverride] {
    try connection.query(
      "SELECT entry, family_id, pack, criterion, finding, since, until FROM family_ruling ORDER BY entry"
    ) { (row) throws(DatabaseError) in
      let last = row.optionalText(6).flatMap { Day(iso: $0) } ?? .latest
      guard let finding = RuledFinding(rawValue: row.text(4)), let first = Day(iso: row.text(5)),
        let days = DayInterval(first: first, last: last)
      else { preconditionFailure("a run's decisions are written by this program") }
      return CaseOverride(
        entry: row.integer(0), family: FamilyID(row.integer64(1)), pack: row.text(2),
        criterion: row.optionalText(3), finding: finding, days: days)
    }
  }
}
