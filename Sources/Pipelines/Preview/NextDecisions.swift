import SQLiteAccess
import Store
import Vocabulary

/// What the next run heeds if one decision more is noted: every decision that holds by then, as it stands in the data of
/// this run.
struct NextDecisions {
  /// Every decision that holds, with the one that is asked about.
  let bound: DecisionBinding
  /// How many other decisions are noted that this run does not heed as they stand: new ones, and those that were undone.
  let waiting: Int
  /// What is to be looked at again of who is who: what is asked about, and what other decisions say that wait.
  let aboutPeople: [DecisionSubject]
  /// Whether who belongs to which family is ruled otherwise than without it.
  let rulesOtherwise: Bool
  private let all: [NotedDecision]

  init(
    _ decision: Decision, after decisions: [NotedDecision], _ policy: ReviewPolicy,
    _ file: inout RunFile
  ) throws(DatabaseError) {
    let number = (decisions.last?.number ?? 0) + 1
    all = decisions + [NotedDecision(number: number, decision)]
    bound = try DecisionBinding(all, policy, &file)
    let without = try DecisionBinding(decisions, policy, &file)
    let heeded = Set(
      try file.decisionStates().filter { $0.state == .applied || $0.state == .kept }
        .map(\.number))
    waiting = heeded.symmetricDifference(Self.heeded(without).keys).count
    let news = heeded.symmetricDifference(Self.heeded(bound).keys)
    aboutPeople = all.filter { news.contains($0.number) }.map(\.decision.subject)
      .filter(\.isAboutPeople)
    rulesOtherwise =
      Set(Self.heeded(bound).values.filter(\.isAboutFamilies))
      != Set(Self.heeded(without).values.filter(\.isAboutFamilies))
  }

  /// Who belongs to one family and who does not.
  var rulings: StageRulings { StageRulings(all, bound.bound.map(\.row)) }

  private static func heeded(_ binding: DecisionBinding) -> [Int: DecisionSubject] {
    Dictionary(
      binding.bound.filter(\.isHeeded).map { ($0.number, $0.subject) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension DecisionSubject {
  /// Whether it says who belongs to a family, and nothing of who is who.
  var isAboutFamilies: Bool {
    switch self {
    case .joinFamily, .leaveFamily: true
    default: false
    }
  }

  /// Whether it says who is who.
  var isAboutPeople: Bool {
    switch self {
    case .match, .notMatch, .sameHousehold, .split: true
    default: false
    }
  }
}
