import Vocabulary

extension DecisionFold {
  /// The decision about two records that holds, if there is one.
  func holding(about pair: RecordPair) -> NotedDecision? {
    holding.last { $0.decision.subject.pair == pair }
  }

  /// Every decision about two records, oldest first, with how it stands.
  func history(of pair: RecordPair) -> [(NotedDecision, State)] {
    var numbers: Set<Int> = []
    return zip(all, states).filter { noted, _ in
      switch noted.decision.subject {
      case .undo(let number) where numbers.contains(number): break
      case _ where noted.decision.subject.pair == pair: break
      default: return false
      }
      numbers.insert(noted.number)
      return true
    }
  }
}

extension DecisionSubject {
  /// The two records that it is about, if it is about two.
  var pair: RecordPair? {
    switch self {
    case .match(let pair), .notMatch(let pair), .cannotTell(let pair), .sameHousehold(let pair):
      pair
    default: nil
    }
  }
}
