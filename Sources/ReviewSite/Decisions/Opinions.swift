import Vocabulary

/// The answers that two people give to one question, neither knowing the other's, until they agree or somebody settles it.
///
/// They stand in the ledger and count for nothing: only the decision that comes of them is heeded by runs.
struct Opinions {
  /// The kind of ledger entry that holds an answer; its content is that of a decision.
  static let entryKind = "opinion"

  /// The answers that wait, oldest first.
  let given: [NotedDecision]

  /// - Parameters:
  ///   - pair: What they are about.
  ///   - all: Every answer in the ledger.
  ///   - fold: Every decision; those about the pair use up the answers before them.
  ///   - end: Where to stop: what comes from the entry of this number on is not looked at.
  init(
    about pair: RecordPair, _ all: [NotedDecision], _ fold: DecisionFold, before end: Int = .max
  ) {
    let answers = all.filter { $0.decision.subject.pair == pair && $0.number < end }
    var used = 0
    for noted in fold.all where noted.number < end && noted.decision.subject.pair == pair {
      let waiting = answers.filter { used < $0.number && $0.number < noted.number }
      if Self.usesUp(noted.decision, waiting) { used = noted.number }
    }
    given = answers.filter { $0.number > used }
  }

  /// Whether answers that wait are done with once this is decided.
  ///
  /// That somebody alone can't tell is no answer to them, however it came into the ledger; that two can't, or that whoever settles
  /// their dispute can't, is one.
  static func usesUp(_ decision: Decision, _ waiting: [NotedDecision]) -> Bool {
    decision.subject.kind != .cannotTell
      || waiting.contains { $0.decision.subject == decision.subject }
      || waiting.count > 1 && decision.role == .lead
  }

  /// Whether two have answered, and not alike.
  var areInDispute: Bool { given.count > 1 }

  /// Whether somebody has answered.
  func has(_ account: String) -> Bool { given.contains { $0.decision.by == account } }

  /// What comes of one more answer.
  enum Step: Equatable {
    /// It is a decision; the words name the answers before it.
    case decides(String?)
    /// It waits for a second one.
    case waits
    /// It is another than the first: somebody has to settle it.
    case disagrees
    /// It is not taken, and why.
    case refused(String)
  }

  /// - Parameters:
  ///   - decision: The answer.
  ///   - holding: What is decided about the pair.
  ///   - settles: Whether whoever gives it may settle what two disagree about.
  /// - Returns: What comes of it.
  func step(_ decision: Decision, holding: DecisionSubject?, settles: Bool) -> Step {
    guard !has(decision.by) else {
      return .refused("You have answered already; somebody else gives the next answer")
    }
    guard let first = given.first else {
      // Where nothing is ruled, whoever can't tell changes nothing, and refers the pair at once.
      let isRuled = holding.map { $0.kind != .cannotTell } ?? false
      return decision.subject.kind == .cannotTell && !isRuled ? .decides(nil) : .waits
    }
    let numbers = given.map { "\($0.number)" }.joined(separator: " and ")
    if areInDispute {
      guard settles else {
        return .refused("Two have answered otherwise; a second reviewer who is neither settles it")
      }
      return .decides("Settles entries \(numbers).")
    }
    return first.decision.subject == decision.subject
      ? .decides("Second of two, after entry \(numbers).") : .disagrees
  }
}
