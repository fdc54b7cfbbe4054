import Store
public import Vocabulary

/// Where people decide: with a run that came to its end before them, and the ledger at hand.
public struct ReviewDesk: ~Copyable {
  /// The workspace.
  public let workspace: Workspace
  /// The run that is looked at.
  public var opened: OpenedRun

  /// Opens the run that the first letters of a name mean; without letters, the live run.
  public init(_ keeper: RunKeeper, run letters: String? = nil) throws {
    workspace = keeper.workspace
    opened = try keeper.open(letters)
  }

  /// What is there to be seen of whatever a decision names: the records' values, the pair's weight, the model.
  ///
  /// A record that the run does not have cannot be decided about.
  public mutating func seen(_ subject: DecisionSubject, seconds: Int? = nil) throws -> SeenEvidence
  {
    let keys = subject.records
    let found = try opened.file.snapshots(of: keys)
    let byKey = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    var records: [SeenRecord] = []
    for key in keys {
      guard let record = byKey[key] else { throw ReviewProblem.noRecord(key) }
      if !records.contains(record) { records.append(record) }
    }
    return SeenEvidence(
      run: opened.run.description, model: try model(),
      weight: keys.count == 2 ? try weight(keys[0], keys[1]) : nil, seconds: seconds,
      records: records)
  }

  private mutating func model() throws -> String? {
    let facts = try opened.file.linkageFacts()
    return facts["model"].map { name in "\(name) \(facts["model_version"] ?? "")" }
  }

  private mutating func weight(_ one: RecordKey, _ other: RecordKey) throws -> Int? {
    try opened.file.pairWeight(min(one, other).stored, max(one, other).stored).map {
      Int(($0 * 1_000).rounded())
    }
  }

  /// Notes decisions in the ledger, all of them or none, and tells their numbers.
  ///
  /// An undoing has to name a decision that is there and is not undone. Whoever decides at the same time may come first:
  /// then the ledger is read, and the decisions are judged, again.
  public func note(_ decisions: [Decision]) throws -> [Int] {
    var ledger = try workspace.openLedger()
    while true {
      let before = try ledger.decisions()
      try Self.judge(decisions, by: DecisionFold(before))
      let last = before.last?.number ?? 0
      if let numbers = try ledger.append(judgedUpTo: last, { _ in decisions }) { return numbers }
    }
  }

  private static func judge(_ decisions: [Decision], by fold: DecisionFold) throws {
    for decision in decisions {
      let named = [decision.supersedes, decision.subject.undone].compactMap(\.self)
      for number in named {
        switch fold.state(of: number) {
        case nil: throw ReviewProblem.noDecision(number)
        case .undone(let by): throw ReviewProblem.undoneAlready(number, by: by)
        case .holds, .superseded: break
        }
      }
    }
  }
}

/// Why something cannot be decided, imported or drawn: the user's problem, not the program's.
public enum ReviewProblem: Error, Equatable, Sendable {
  /// The run has no such record.
  case noRecord(RecordKey)
  /// No entry of this number is a decision.
  case noDecision(Int)
  /// The decision of this entry was undone by another.
  case undoneAlready(Int, by: Int)
  /// The sample is not the one that was drawn from the run.
  case otherSample
  /// The run has no people to look at.
  case noPeople
}

extension DecisionSubject {
  /// The entry that it undoes, if it is an undoing.
  var undone: Int? {
    if case .undo(let number) = self { number } else { nil }
  }
}

extension RecordKey {
  /// The key as the store has it.
  var stored: Int64 { Int64(bitPattern: value) }

  /// The key of a number of the store.
  init(stored: Int64) { self.init(UInt64(bitPattern: stored)) }
}
