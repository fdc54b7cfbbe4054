import Vocabulary

/// Steps that no second person answers: a record taken out of a person, somebody put into a family or taken out, a decision taken
/// back.
///
/// About a pair two can be asked without one knowing what the other said. Here whoever names the step has given the answer
/// already, so where two would have to be of one mind, the step is for whoever settles what others disagree about.
enum LoneSteps {
  /// Why somebody may not take such a step; nil where they may.
  static func obstacle(_ stakes: DecisionStakes, _ visit: Visit) -> String? {
    guard let why = stakes.whyTwo, !visit.may(.settle) else { return nil }
    return "\(why.words), so only a second reviewer may do this"
  }

  /// Why somebody may not take a decision back; nil where they may.
  static func obstacle(
    toUndoing noted: NotedDecision, _ fold: DecisionFold, _ visit: Visit
  ) throws -> String? {
    guard fold.state(of: noted.number) == .holds else {
      return "That decision does not hold any more"
    }
    guard !visit.may(.settle) else { return nil }
    guard noted.decision.by == visit.account?.name else {
      return "Somebody else decided that. Decide anew, or ask a second reviewer to take it back"
    }
    let root = root(of: noted, fold)
    if let pair = root.decision.subject.pair {
      guard try visit.site.book.answers(behind: root.number, about: pair).isEmpty else {
        return "It took more than one to decide that, so only a second reviewer may take it back"
      }
    }
    guard !changesNothing(root.decision) else { return nil }
    return obstacle(try DecisionStakes(visit, about: root.decision.subject), visit)
  }

  /// The decision that was taken back, and perhaps brought back since.
  private static func root(of noted: NotedDecision, _ fold: DecisionFold) -> NotedDecision {
    var noted = noted
    // An undoing names an entry before it, so this comes to an end.
    while case .undo(let number) = noted.decision.subject, number < noted.number,
      let earlier = fold.all.first(where: { $0.number == number })
    {
      noted = earlier
    }
    return noted
  }

  /// Whether a run comes to the same with the decision as without it.
  private static func changesNothing(_ decision: Decision) -> Bool {
    switch decision.subject {
    case .note: true
    case .cannotTell: decision.supersedes == nil
    default: false
    }
  }
}
