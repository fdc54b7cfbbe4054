import Store
import Vocabulary
import YAMLFiles

extension ReviewDesk {
  /// What came of an import.
  public struct ImportResult: Hashable, Sendable {
    /// The numbers of the decisions that were noted.
    public var numbers: [Int]
    /// How many decisions of the file the ledger had already.
    public var known: Int
  }

  /// Notes what was read from a file, all of it or nothing; what the ledger has already is passed over.
  ///
  /// Decisions that do not say what was seen are noted with what the run has; one about a record that the run does not
  /// have is a mistake, unless the decision itself says what was seen.
  public mutating func note(
    _ imported: [DecisionFiles.Imported], named name: String
  ) throws -> ImportResult {
    let complete = try withEvidence(imported, named: name)
    var ledger = try workspace.openLedger()
    let before = try ledger.decisions()
    var places: [Decision: Int] = [:]
    for noted in before { places[noted.decision] = noted.number }
    var next = try ledger.head().entries + 1
    /// The numbers that decisions of the file have here.
    var renumbered: [Int: Int] = [:]
    var added: [Decision] = []
    for (number, decision) in complete {
      let decision = decision.renumbered(renumbered)
      for entry in [decision.supersedes, decision.subject.undone].compactMap(\.self)
      where !places.values.contains(entry) {
        throw ReviewProblem.noDecision(entry)
      }
      if let known = places[decision] {
        if let number { renumbered[number] = known }
        continue
      }
      if let number { renumbered[number] = next }
      places[decision] = next
      added.append(decision)
      next += 1
    }
    let known = complete.count - added.count
    guard !added.isEmpty else { return ImportResult(numbers: [], known: known) }
    return ImportResult(numbers: try ledger.append(added), known: known)
  }

  private mutating func withEvidence(
    _ imported: [DecisionFiles.Imported], named name: String
  ) throws -> [(number: Int?, decision: Decision)] {
    let wanted = imported.filter { $0.decision.seen.records.isEmpty }
      .flatMap(\.decision.subject.records)
    let found = try opened.file.snapshots(of: wanted)
    let byKey = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    var mistakes: [YAMLMistake] = []
    let complete = imported.map { imported in
      var decision = imported.decision
      if decision.seen.records.isEmpty {
        let keys = decision.subject.records
        let missing = keys.filter { byKey[$0] == nil }
        mistakes += missing.map { key in
          YAMLMistake(
            file: name, mark: imported.mark,
            what: "the run has no record with the key \(key.text)",
            suggestion: "correct the key, or import what was seen with the decision")
        }
        decision.seen.records = keys.compactMap { byKey[$0] }
        if !keys.isEmpty, decision.seen.run == nil {
          decision.seen.run = opened.run.description
        }
      }
      return (imported.number, decision)
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return complete
  }
}

extension Decision {
  /// The same with the entries that it names under their numbers here.
  fileprivate func renumbered(_ numbers: [Int: Int]) -> Decision {
    var copy = self
    copy.supersedes = supersedes.map { numbers[$0] ?? $0 }
    if case .undo(let number) = subject { copy.subject = .undo(numbers[number] ?? number) }
    return copy
  }
}
