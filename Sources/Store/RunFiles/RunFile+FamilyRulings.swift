public import SQLiteAccess
public import Vocabulary

/// What people decided about a family in place of what a pack's rules say.
public struct FamilyRulingRow: Hashable, Sendable {
  /// The number of the ledger's entry.
  public var entry: Int
  /// The family.
  public var family: FamilyID
  /// The pack.
  public var pack: String
  /// The criterion of the pack; nil where it is local discretion.
  public var criterion: String?
  /// What is found.
  public var finding: RuledFinding
  /// The days for which it holds.
  public var days: DayInterval

  /// States a decision.
  public init(
    entry: Int, family: FamilyID, pack: String, criterion: String?, finding: RuledFinding,
    days: DayInterval
  ) {
    self.entry = entry
    self.family = family
    self.pack = pack
    self.criterion = criterion
    self.finding = finding
    self.days = days
  }
}

extension RunFile {
  /// Adds what was decided about a family.
  public mutating func add(_ ruling: FamilyRulingRow) throws(DatabaseError) {
    let until = ruling.days.last == .latest ? nil : ruling.days.last.iso
    try connection.execute(
      """
      INSERT INTO family_ruling VALUES (
        \(ruling.entry), \(ruling.family.value), \(ruling.pack), \(ruling.criterion),
        \(ruling.finding.rawValue), \(ruling.days.first.iso), \(until))
      """)
  }

  /// What was decided about families, in the order of the ledger.
  public mutating func familyRulings() throws(DatabaseError) -> [FamilyRulingRow] {
    try connection.query(
      "SELECT entry, family_id, pack, criterion, finding, since, until FROM family_ruling ORDER BY entry"
    ) { (row) throws(DatabaseError) in
      let last = row.optionalText(6).flatMap { Day(iso: $0) } ?? .latest
      guard let finding = RuledFinding(rawValue: row.text(4)), let first = Day(iso: row.text(5)),
        let days = DayInterval(first: first, last: last)
      else { preconditionFailure("a run's decisions are written by this program") }
      return FamilyRulingRow(
        entry: row.integer(0), family: FamilyID(row.integer64(1)), pack: row.text(2),
        criterion: row.optionalText(3), finding: finding, days: days)
    }
  }
}
