import Disk
import Pipelines
import SQLiteAccess
import Store
import Synchronization
import Vocabulary
import YAMLFiles

/// What people decided, saw and did, in the ledger: the one place where the site writes anything.
final class DecisionBook: Sendable {
  fileprivate struct State: ~Copyable {
    /// To read with: whoever reads does not wait for whoever writes.
    var ledger: Ledger
    /// How far the ledger was read.
    var last = 0
    var decisions: [NotedDecision] = []
    var fold = DecisionFold([])
    var opinions: [NotedDecision] = []
    /// The entries that do not only say who came and looked, of which there are few among many.
    var acts: [Int] = []
  }

  /// The ledger to write with.
  fileprivate struct Writer: ~Copyable {
    var ledger: Ledger
    private var headNoted: ContinuousClock.Instant?

    /// How long the note of the ledger's length may be behind while people only look at things.
    private static let headLag = Duration.seconds(1)

    init(ledger: consuming Ledger) {
      self.ledger = ledger
    }

    /// Notes what is no decision.
    ///
    /// The note beside the ledger costs more than the entry, so it is made once a second at most.
    mutating func note(_ entries: [LedgerFile.NewEntry]) throws {
      let now = ContinuousClock.now
      let isDue = headNoted.map { now - $0 >= Self.headLag } ?? true
      try ledger.note(entries, notingHead: isDue)
      if isDue { headNoted = now }
    }
  }

  fileprivate let state: Mutex<State>
  /// The ledger to write with; whoever holds both took ``state`` first.
  fileprivate let writer: Mutex<Writer>
  /// Entries that wait for their turn at the ledger.
  private let waiting = NoteQueue()
  fileprivate let now: @Sendable () -> Instant

  init(_ workspace: Workspace, now: @escaping @Sendable () -> Instant) throws {
    var ledger = try workspace.openLedger()
    if let fault = try ledger.fault() { throw RunProblem.ledgerDamaged(fault) }
    state = Mutex(State(ledger: ledger))
    writer = Mutex(Writer(ledger: try workspace.openLedger()))
    self.now = now
  }

  /// What became of an attempt to decide.
  enum Outcome {
    /// It stands in the ledger under this number, and is on the disk.
    case noted(Int)
    /// Somebody else decided meanwhile; nothing was noted.
    case overtaken(by: NotedDecision)
  }

  /// Every decision, and which hold.
  func decisions() throws -> DecisionFold {
    try state.withLock { (state) throws in
      try Self.catchUp(&state)
      return state.fold
    }
  }

  /// Notes a decision, unless another about the same records has come since the one that was on the page.
  ///
  /// Returns once the entry is on the disk: what was acknowledged is never lost.
  func decide(_ decision: Decision, about pair: RecordPair?, seen: Int?) throws -> Outcome {
    try state.withLock { (state) throws in
      try Self.catchUp(&state)
      if let pair, let holding = state.fold.holding(about: pair), holding.number != seen {
        return .overtaken(by: holding)
      }
      var decision = decision
      decision.at = now().text
      if let pair { decision.supersedes = state.fold.holding(about: pair)?.number }
      let number = try write(Decision.entryKind, decision)
      try Self.catchUp(&state)
      return .noted(number)
    }
  }

  /// Notes something that is no decision: a view, a sign-in, a lock-out.
  ///
  /// Returns once it is on the disk.
  func note(_ kind: String, by account: String, _ members: [(String, JSONValue?)]) throws {
    let entry = LedgerFile.NewEntry(
      kind: kind, at: now().text, by: account, content: JSONValue.members(members).line)
    try waiting.note(entry) { (entries) throws in
      try writer.withLock { (writer) throws in try writer.note(entries) }
    }
  }

  /// Notes beside the ledger how far it has come, before the site is closed.
  func close() throws {
    try writer.withLock { (writer) throws in try writer.ledger.noteHead() }
  }

  fileprivate func write(_ kind: String, _ decision: Decision) throws -> Int {
    try writer.withLock { (writer) throws in
      try writer.ledger.note(
        kind: kind, at: decision.at, by: decision.by, content: decision.content)
    }
  }

  /// The kinds of entries that say who came and looked at what.
  static let visits = ["view", "sign-in", "sign-out", "purpose", "lock-out", "account"]

  /// The newest entries before a number.
  ///
  /// - Parameters:
  ///   - most: How many.
  ///   - number: The number.
  ///   - withVisits: Whether those that say who came and looked are among them.
  /// - Returns: The entries, newest first.
  /// - Throws: What the ledger throws.
  func newest(
    _ most: Int, before number: Int, withVisits: Bool
  ) throws -> [LedgerFile.Entry] {
    try state.withLock { (state) throws in
      guard !withVisits else {
        return try state.ledger.newest(most, before: number)
      }
      try Self.catchUp(&state)
      let earlier = state.acts[..<(state.acts.firstIndex { $0 >= number } ?? state.acts.endIndex)]
      return try state.ledger.entries(numbered: earlier.suffix(most).reversed())
    }
  }

  /// Reads the decisions and the first answers that were noted since, by this server or any other program.
  fileprivate static func catchUp(_ state: inout State) throws {
    // Most entries are views: only what came since is looked at, and each once.
    let end = try state.ledger.head().entries
    guard end > state.last else { return }
    let decisions = try state.ledger.entries(ofKind: Decision.entryKind, after: state.last)
    let opinions = try state.ledger.entries(ofKind: Opinions.entryKind, after: state.last)
    let last = max(end, decisions.last?.number ?? 0, opinions.last?.number ?? 0)
    // What came while this was read comes next time.
    state.acts += try state.ledger.numbers(after: state.last, except: visits).filter { $0 <= last }
    state.last = last
    state.opinions += opinions.compactMap(Self.noted)
    guard !decisions.isEmpty else { return }
    state.decisions += decisions.compactMap(Self.noted)
    state.fold = DecisionFold(state.decisions)
  }

  /// What can't be read is told by the audit of the ledger, and decides nothing.
  private static func noted(_ entry: LedgerFile.Entry) -> NotedDecision? {
    var mistakes: [YAMLMistake] = []
    return DecisionReader.decision(
      entry.content, by: entry.by, at: entry.at, file: "ledger", mistakes: &mistakes
    ).map { NotedDecision(number: entry.number, $0) }
  }
}

// MARK: Two answers

extension DecisionBook {
  /// The answers to a pair that two people have to give, as far as they are given.
  func opinions(about pair: RecordPair) throws -> Opinions {
    try state.withLock { (state) throws in
      try Self.catchUp(&state)
      return Opinions(about: pair, state.opinions, state.fold)
    }
  }

  /// The answers that came to the decision of this number: none where one person took it alone.
  func answers(behind number: Int, about pair: RecordPair) throws -> [NotedDecision] {
    try state.withLock { (state) throws in
      try Self.catchUp(&state)
      let before = Opinions(about: pair, state.opinions, state.fold, before: number).given
      let decision = state.fold.all.first { $0.number == number }?.decision
      return decision.map { Opinions.usesUp($0, before) } ?? false ? before : []
    }
  }

  /// Every pair to which an answer was given and that waits for another.
  func openOpinions() throws -> [RecordPair: Opinions] {
    try state.withLock { (state) throws in
      try Self.catchUp(&state)
      var open: [RecordPair: Opinions] = [:]
      for pair in Set(state.opinions.compactMap(\.decision.subject.pair)) {
        let found = Opinions(about: pair, state.opinions, state.fold)
        if !found.given.isEmpty { open[pair] = found }
      }
      return open
    }
  }

  /// Takes an answer about a pair of which two people have to be of one mind.
  ///
  /// - Parameters:
  ///   - decision: The answer.
  ///   - pair: What it is about.
  ///   - seen: The decision that was on the page.
  ///   - settles: Whether whoever answers may settle what two disagree about.
  /// - Returns: What became of it.
  /// - Throws: What the ledger throws.
  func answer(
    _ decision: Decision, about pair: RecordPair, seen: Int?, settles: Bool
  ) throws -> Answer {
    try state.withLock { (state) throws in
      try Self.catchUp(&state)
      let holding = state.fold.holding(about: pair)
      if let holding, holding.number != seen { return .overtaken(by: holding) }
      var decision = decision
      decision.at = now().text
      let opinions = Opinions(about: pair, state.opinions, state.fold)
      let step = opinions.step(
        decision, holding: holding?.decision.subject, settles: settles)
      switch step {
      case .decides(let first):
        decision.supersedes = holding?.number
        decision.comment = [first, decision.comment].compactMap(\.self).joined(separator: " ")
        let number = try write(Decision.entryKind, decision)
        try Self.catchUp(&state)
        return .decided(number)
      case .waits, .disagrees:
        let number = try write(Opinions.entryKind, decision)
        try Self.catchUp(&state)
        return step == .waits ? .waits(number) : .disagrees(number)
      case .refused(let words): return .refused(words)
      }
    }
  }

  /// What became of an answer of which there have to be two.
  enum Answer {
    case decided(Int)
    case waits(Int)
    case disagrees(Int)
    case refused(String)
    case overtaken(by: NotedDecision)
  }
}

/// Why something could not be noted.
enum BookProblem: Error {
  /// The entry did not reach the disk, with those beside it.
  case notNoted
}
