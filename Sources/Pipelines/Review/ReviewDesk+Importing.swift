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
    while true {
      let before = try ledger.decisions()
      let numbered = Self.numbered(complete, after: try ledger.head().entries, before)
      if let missing = numbered.missing { throw ReviewProblem.noDecision(missing) }
      let known = complete.count - numbered.added.count
      guard !numbered.added.isEmpty else { return ImportResult(numbers: [], known: known) }
      // Entries of other kinds may come meanwhile, and move the numbers; where a decision has come, it counts as known.
      let numbers = try ledger.append(judgedUpTo: before.last?.number ?? 0) { last in
        Self.numbered(complete, after: last, before).added
      }
      if let numbers { return ImportResult(numbers: numbers, known: known) }
    }
  }

  /// The decisions that the ledger has not, with what they name under the numbers that it has here, or will have after an
  /// entry; and a number that is named and is of no decision.
  private static func numbered(
    _ complete: [(number: Int?, decision: Decision)], after last: Int, _ before: [NotedDecision]
  ) -> (added: [Decision], missing: Int?) {
    var places: [Decision: Int] = [:]
    for noted in before { places[noted.decision] = noted.number }
    var numbers = Set(places.values)
    /// The numbers that decisions of the file have here.
    var renumbered: [Int: Int] = [:]
    var added: [Decision] = []
    for (number, decision) in complete {
      let decision = decision.renumbered(renumbered)
      let named = [decision.supersedes, decision.subject.undone].compactMap(\.self)
      if let missing = named.first(where: { !numbers.contains($0) }) { return ([], missing) }
      let place = places[decision] ?? last + added.count + 1
      if let number { renumbered[number] = place }
      guard places.updateValue(place, forKey: decision) == nil else { continue }
      numbers.insert(place)
      added.append(decision)
    }
    return (added, nil)
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
