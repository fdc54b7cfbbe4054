import Linkage
import SQLiteAccess
import Store
import Vocabulary

/// Gathers what a run left in doubt.
struct ReviewDoubts {
  private(set) var items: [ReviewItem] = []
  /// Pairs that nobody has to be asked about, since somebody has decided.
  private var decided: Set<RecordPair> = []
  private let subjects: [Int: DecisionSubject]

  init(_ decisions: [NotedDecision]) {
    let holding = DecisionFold(decisions).holding
    subjects = Dictionary(
      holding.map { ($0.number, $0.decision.subject) }, uniquingKeysWith: { one, _ in one })
    for noted in holding { decided.formUnion(Self.pairs(of: noted.decision.subject)) }
  }

  /// The pairs that a decision is about.
  private static func pairs(of subject: DecisionSubject) -> [RecordPair] {
    switch subject {
    case .match(let pair), .notMatch(let pair), .cannotTell(let pair), .sameHousehold(let pair):
      [pair]
    case .split(let record, let others): others.compactMap { RecordPair(record, $0) }
    case .joinFamily, .leaveFamily, .override, .localDiscretion, .note, .undo: []
    }
  }

  // MARK: Decisions

  /// Adds what has changed since somebody decided, unless somebody has decided again.
  mutating func addChanged(_ states: [DecisionStateRow]) {
    for row in states {
      let now = row.records.compactMap(\.now)
      // What stands for the records of a decision is decided about, too.
      if let subject = subjects[row.number], row.state != .waiting {
        decided.formUnion(Self.pairs(of: subject, now: row.records))
      }
      guard row.state == .kept || row.state == .waiting, subjects[row.number] != nil,
        now.count >= 2, let pair = RecordPair(now[0], now[1])
      else { continue }
      items.append(
        ReviewItem(
          pair: pair,
          question: .changed(
            entry: row.number, details: row.changed, isHeeded: row.state == .kept),
          weight: 0, chanceOfError: 0.5, stakes: ReviewStakes(), people: []))
      decided.insert(pair)
    }
  }

  private static func pairs(
    of subject: DecisionSubject, now records: [DecisionRecordRow]
  ) -> [RecordPair] {
    let standing = Dictionary(
      records.map { ($0.named, $0.now) }, uniquingKeysWith: { one, _ in one })
    return pairs(of: subject).compactMap { pair in
      guard let left = standing[pair.left] ?? nil, let right = standing[pair.right] ?? nil else {
        return nil
      }
      return RecordPair(left, right)
    }
  }

  // MARK: Pairs

  /// Adds the pairs that are in doubt: of every two people the one that says most.
  mutating func addPairs(_ file: inout RunFile, _ notes: [ClusterNoteRow]) throws {
    var questions: [RecordPair: ReviewItem.Question] = [:]
    for note in notes {
      guard let pair = RecordPair(RecordKey(stored: note.leftKey), RecordKey(stored: note.rightKey))
      else { continue }
      switch (note.kind, note.why) {
      case ("contradiction", _): questions[pair] = .contradiction
      case ("weak-bridge", _): questions[pair] = .weakestLink
      case ("split", "identifier"): questions[pair] = .numbersDiffer
      case ("split", "decision"), ("split", "one-row"), ("split", "rule"), ("split", "source"):
        // What rows and rules keep apart is no matter of odds.
        decided.insert(pair)
      default: break
      }
    }
    var best: [PeoplePair: Doubt] = [:]
    let decided = decided
    try file.forEachDoubtfulPair(from: Doubt.worthALook) { (compared) throws(DatabaseError) in
      guard let doubt = Doubt(compared, questions), !decided.contains(doubt.pair) else { return }
      let people = PeoplePair(compared)
      if let known = best[people], known.chanceOfError >= doubt.chanceOfError { return }
      best[people] = doubt
    }
    let familyOf = Dictionary(
      try file.familyRecords().map { ($0.key, $0.id) }, uniquingKeysWith: { one, _ in one })
    items += best.values.map { doubt in
      var item = doubt.item
      let families = [item.pair.left, item.pair.right].compactMap { familyOf[$0.stored] }
      item.stakes.families = Set(families).count
      return item
    }
  }
}

/// A pair that may be judged wrongly, without what is only wanted of those that are asked about.
private struct Doubt {
  let pair: RecordPair
  let chanceOfError: Double
  private let compared: ComparedPair
  private let question: ReviewItem.Question

  /// An answer that is this likely to be wrong is worth a look.
  static let worthALook = 0.02
  /// How often numbers that differ are slips of the keyboard, as against two people who agree in all else.
  private static let numbersAreWrong = 0.1

  /// Nothing where the pair is not worth a look.
  init?(_ compared: ComparedPair, _ questions: [RecordPair: ReviewItem.Question]) {
    guard
      let pair = RecordPair(RecordKey(stored: compared.left), RecordKey(stored: compared.right))
    else { return nil }
    let question = questions[pair] ?? (compared.isJoined ? .joined : .apart)
    // In a person of many records a pair that is not the only link decides nothing.
    if question == .joined, compared.leftRecords > 2 { return nil }
    let chance =
      switch question {
      case .changed, .contradiction: 0.5
      case .weakestLink, .joined: 1 - compared.probability
      // What more evidence than this pair's has kept apart is open at most.
      case .apart: min(compared.probability, 0.5)
      case .numbersDiffer: compared.probability * Self.numbersAreWrong
      }
    guard chance >= Self.worthALook else { return nil }
    (self.pair, chanceOfError, self.compared, self.question) = (pair, chance, compared, question)
  }

  var item: ReviewItem {
    var stakes = ReviewStakes()
    stakes.agencies = compared.leftSource == compared.rightSource ? 0 : 1
    stakes.records =
      compared.isJoined
      ? compared.leftRecords / 2 : min(compared.leftRecords, compared.rightRecords)
    let people = Set([compared.leftPerson, compared.rightPerson]).sorted()
    // Keys of the store have signs, so its order may be the other one.
    let isTurned = pair.left.stored != compared.left
    let sources = [compared.leftSource, compared.rightSource]
    return ReviewItem(
      pair: pair, question: question, weight: compared.weight, chanceOfError: chanceOfError,
      stakes: stakes, people: people.map { PersonID($0) },
      sources: isTurned ? sources.reversed() : sources)
  }
}

/// The people of two records, whichever comes first; perhaps the same one.
private struct PeoplePair: Hashable {
  let lower: Int64
  let higher: Int64

  init(_ compared: ComparedPair) {
    lower = min(compared.leftPerson, compared.rightPerson)
    higher = max(compared.leftPerson, compared.rightPerson)
  }
}
