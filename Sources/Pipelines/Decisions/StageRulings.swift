import SQLiteAccess
import Store
import Vocabulary

/// What stages after linkage have to heed: decisions with people and families in place of keys.
///
/// It is read from the run's file, where linkage noted how each decision stands, so that a run that is resumed heeds the
/// same.
struct StageRulings {
  let heeded: [(number: Int, subject: DecisionSubject, records: [DecisionRecordRow])]

  /// Reads what a run heeds.
  init(_ plan: RunPlan, _ file: inout RunFile) throws(DatabaseError) {
    self.init(plan.decisions, try file.decisionStates())
  }

  /// Takes what a run heeded of some decisions.
  init(_ decisions: [NotedDecision], _ states: [DecisionStateRow]) {
    let subjects = Dictionary(
      decisions.map { ($0.number, $0.decision.subject) }, uniquingKeysWith: { one, _ in one })
    heeded = states.compactMap { row in
      guard row.state == .applied || row.state == .kept, let subject = subjects[row.number] else {
        return nil
      }
      return (row.number, subject, row.records)
    }
  }

  /// Who belongs to one family, and who does not; of several about the same two people the newest counts.
  func families(_ personOf: (RecordKey) throws(DatabaseError) -> PersonID?)
    throws(DatabaseError) -> [FamilyRuling]
  {
    var latest: [[PersonID]: FamilyRuling] = [:]
    for (number, subject, records) in heeded {
      guard let (ruling, tie) = Self.tie(of: subject), records.count == 2,
        let one = records[0].now, let other = records[1].now,
        let person = try personOf(one), let family = try personOf(other), person != family
      else { continue }
      latest[[person, family]] = FamilyRuling(
        number: number, ruling: ruling, person: person, other: family, role: tie.role,
        days: tie.days)
    }
    return latest.values.sorted { $0.number < $1.number }
  }

  private static func tie(
    of subject: DecisionSubject
  ) -> (ruling: FamilyRuling.Ruling, tie: FamilyTie)? {
    switch subject {
    case .joinFamily(let tie): (.together, tie)
    case .leaveFamily(let tie): (.apart, tie)
    default: nil
    }
  }
}
