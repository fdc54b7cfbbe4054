import Claims
import SQLiteAccess
import Store
import Vocabulary

/// Which ids came from which, over all runs: what the run before knew, and what this one adds.
struct Successions {
  private var steps: [IdentitySubject: [SuccessionRow]] = [:]

  /// Reads what a run's file knows.
  init(_ file: inout RunFile) throws(DatabaseError) {
    for subject in IdentitySubject.allCases { steps[subject] = try file.successions(subject) }
  }

  /// Adds what became of ids in a run to what the run before knew, if there was one.
  ///
  /// An id that ended goes on as the one that took over most of its records.
  init(before: Successions?, _ file: inout RunFile) throws(DatabaseError) {
    for subject in IdentitySubject.allCases {
      var known: [[Int64]: SuccessionRow] = [:]
      for step in before?.steps[subject] ?? [] { known[[step.from, step.to]] = step }
      var heirs: [Int64: (to: Int64, records: Int)] = [:]
      for row in try file.lineage(subject) {
        guard let from = row.from, let to = row.to, from != to else { continue }
        if row.event == "split" {
          known[[from, to]] = SuccessionRow(from: from, to: to, isMerged: false)
        } else if row.event == "merged" {
          // Every id that got a part of it is kin; one of them is what it is called now.
          known[[from, to]] =
            known[[from, to]] ?? SuccessionRow(from: from, to: to, isMerged: false)
          let best = heirs[from]
          if best.map({ (row.records, $0.to) > ($0.records, to) }) ?? true {
            heirs[from] = (to, row.records)
          }
        }
      }
      for (from, heir) in heirs {
        known[[from, heir.to]] = SuccessionRow(from: from, to: heir.to, isMerged: true)
      }
      steps[subject] = known.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }
  }

  /// The rows for the run's file.
  var rows: [[SQLValue]] {
    IdentitySubject.allCases.flatMap { subject in
      (steps[subject] ?? []).map { step in
        [
          .text(subject.rawValue), .integer(step.from), .integer(step.to),
          .text(step.isMerged ? "merged" : "split"),
        ]
      }
    }
  }

  /// Who came from whom, by which a claim is found again under other names.
  var lineage: Lineage {
    func descent(_ subject: IdentitySubject) -> Descent {
      Descent((steps[subject] ?? []).map { Succession(from: $0.from, to: $0.to) })
    }
    return Lineage(families: descent(.family), people: descent(.person))
  }

  /// The id that each family has now whose own id ended, however many steps lie between.
  var families: [FamilyID: FamilyID] {
    var next: [Int64: Int64] = [:]
    for step in steps[.family] ?? [] where step.isMerged { next[step.from] = step.to }
    var successors: [FamilyID: FamilyID] = [:]
    for from in next.keys {
      var now = from
      var seen: Set<Int64> = []
      while let later = next[now], seen.insert(now).inserted { now = later }
      successors[FamilyID(from)] = FamilyID(now)
    }
    return successors
  }
}
