import SQLiteAccess
import Store
import Vocabulary

/// Findings that people have put in place of the rules', and families that are in, or kept out, by local discretion.
extension StageRulings {
  /// Notes them with the families that they are about, so that whoever asks criteria of the run heeds them.
  ///
  /// A decision that does not say since when it holds does so on the run's day: that a family met a criterion in years
  /// before it was decided is nothing that anybody said.
  func note(in file: inout RunFile, asOf: Day) throws(DatabaseError) {
    for (number, subject, records) in heeded {
      guard let decided = Self.finding(of: subject), let key = records.first?.now,
        let family = try Self.family(of: key, in: &file, asOf: asOf),
        let days = decided.days ?? DayInterval(first: asOf, last: .latest)
      else { continue }
      try file.add(
        CaseOverride(
          entry: number, family: family, pack: decided.pack, criterion: decided.criterion,
          finding: decided.finding, days: days))
    }
  }

  private static func finding(
    of subject: DecisionSubject
  ) -> (pack: String, criterion: String?, finding: RuledFinding, days: DayInterval?)? {
    switch subject {
    case .override(let decided):
      (decided.pack, decided.criterion, decided.finding, decided.days)
    case .localDiscretion(let decided):
      (decided.pack, nil, decided.isIn ? .met : .notMet, decided.days)
    default: nil
    }
  }

  /// The family of whoever has the record: where that person lives on the day, else one that they have a part in.
  private static func family(
    of key: RecordKey, in file: inout RunFile, asOf: Day
  ) throws(DatabaseError) -> FamilyID? {
    let parts = try file.connection.query(
      """
      SELECT family_id, role, until FROM person_member
        CROSS JOIN family_member ON family_member.person_id = person_member.person_id
      WHERE record_key = \(Int64(bitPattern: key.value)) ORDER BY family_id, since
      """
    ) { (row) throws(DatabaseError) in
      let lasts = row.optionalText(2).flatMap { Day(iso: $0) }.map { $0 >= asOf } ?? true
      let isResident = FamilyRole(rawValue: row.text(1))?.isResident ?? false
      return (family: FamilyID(row.integer64(0)), isHome: isResident && lasts)
    }
    return (parts.first(where: \.isHome) ?? parts.first)?.family
  }
}
