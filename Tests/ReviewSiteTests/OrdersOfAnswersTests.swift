import Store
import Testing
import Vocabulary

@testable import ReviewSite

/// What comes of answers to a pair of which two people have to be of one mind, in every order.
@Suite struct OrdersOfAnswersTests {
  /// Every order of up to four answers by three people and of a refusal to tell that the terminal notes, from a pair on which
  /// nothing is ruled and from one on which something is, against a plain account of the rule.
  @Test func everyOrderOfAnswersComesOut() throws {
    let pair = try #require(RecordPair(RecordKey(1), RecordKey(2)))
    let rulings: [DecisionSubject] = [.match(pair), .notMatch(pair), .cannotTell(pair)]
    let moves =
      ["ann", "ben", "lea"].flatMap { who in rulings.map { (who, $0) } }
      + [("terminal", .cannotTell(pair))]
    func follow(_ account: PlainAccount, _ ledger: AnswerLedger, _ left: Int) {
      guard left > 0 else { return }
      for (who, ruling) in moves {
        var (account, ledger) = (account, ledger)
        let expected = account.take(ruling, by: who)
        #expect(ledger.take(ruling, by: who) == expected, "\(ledger.entries) \(who) \(ruling.kind)")
        #expect(ledger.opinions.given.map(\.decision.by) == account.waiting.map(\.who))
        #expect(ledger.holding == account.holds)
        follow(account, ledger, left - 1)
      }
    }
    for ruled in [nil, .match(pair), .cannotTell(pair)] as [DecisionSubject?] {
      follow(PlainAccount(holds: ruled), AnswerLedger(pair, ruled), 4)
    }
  }
}

/// The rule on answers as it would be told: lea settles, the terminal notes at once.
private struct PlainAccount {
  var waiting: [(who: String, ruling: DecisionSubject)] = []
  var holds: DecisionSubject?

  init(holds: DecisionSubject?) { self.holds = holds }

  mutating func take(_ ruling: DecisionSubject, by who: String) -> String {
    let cannotTell = ruling.kind == .cannotTell
    if who == "terminal" {
      if waiting.contains(where: { $0.ruling == ruling }) { waiting = [] }
      return decide(ruling, keeping: waiting)
    }
    if waiting.contains(where: { $0.who == who }) { return "refused" }
    if waiting.count == 2 { return who == "lea" ? decide(ruling) : "refused" }
    if let first = waiting.first {
      if first.ruling == ruling { return decide(ruling) }
      waiting.append((who, ruling))
      return "disagrees"
    }
    if cannotTell, holds == nil || holds == ruling { return decide(ruling) }
    waiting.append((who, ruling))
    return "waits"
  }

  private mutating func decide(
    _ ruling: DecisionSubject, keeping left: [(who: String, ruling: DecisionSubject)] = []
  ) -> String {
    (holds, waiting) = (ruling, left)
    return "decides"
  }
}

/// Answers and decisions as the ledger has them, without a disk.
private struct AnswerLedger {
  private let pair: RecordPair
  private var answers: [NotedDecision] = []
  private var decisions: [NotedDecision] = []

  init(_ pair: RecordPair, _ ruled: DecisionSubject?) {
    self.pair = pair
    if let ruled { note(Self.decision(ruled, by: "before"), isAnswer: false) }
  }

  var entries: [String] {
    (answers + decisions).sorted { $0.number < $1.number }.map {
      "\($0.number) \($0.decision.by) \($0.decision.subject.kind.rawValue)"
    }
  }

  var opinions: Opinions { Opinions(about: pair, answers, DecisionFold(decisions)) }
  var holding: DecisionSubject? {
    DecisionFold(decisions).holding(about: pair)?.decision.subject
  }

  mutating func take(_ ruling: DecisionSubject, by who: String) -> String {
    let decision = Self.decision(ruling, by: who)
    let step: Opinions.Step =
      who == "terminal"
      ? .decides(nil) : opinions.step(decision, holding: holding, settles: who == "lea")
    switch step {
    case .decides: note(decision, isAnswer: false)
    case .waits, .disagrees: note(decision, isAnswer: true)
    case .refused: return "refused"
    }
    return step == .waits ? "waits" : step == .disagrees ? "disagrees" : "decides"
  }

  private mutating func note(_ decision: Decision, isAnswer: Bool) {
    let noted = NotedDecision(number: answers.count + decisions.count + 1, decision)
    if isAnswer { answers.append(noted) } else { decisions.append(noted) }
  }

  private static func decision(_ ruling: DecisionSubject, by who: String) -> Decision {
    Decision(ruling, by: who, role: who == "lea" ? .lead : .reviewer, at: "", reason: .other)
  }
}
