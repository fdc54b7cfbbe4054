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
  ///   - fold: Every decision; one about the pair has used up the answers before it.
  init(about pair: RecordPair, _ all: [NotedDecision], _ fold: DecisionFold) {
    let decided = fold.all.last { $0.decision.subject.pair == pair }?.number ?? 0
    given = all.filter { $0.decision.subject.pair == pair && $0.number > decided }
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
  ///   - settles: Whether whoever gives it may settle what two disagree about.
  /// - Returns: What comes of it.
  func step(_ decision: Decision, settles: Bool) -> Step {
    guard !has(decision.by) else {
      return .refused("You have answered already; somebody else gives the next answer")
    }
    guard let first = given.first else { return .waits }
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
