import Vocabulary

/// A selector with the numbers that a case file gives its words, so that no text is compared for any fact.
struct CompiledSelector {
  /// One condition; words that the file never says are left out.
  struct Condition {
    /// The detail's number; nil where the file never has it.
    var name: Int32?
    var values: [Int32]
    var isExcluded: Bool
  }

  var kinds: [Int]
  var conditions: [Condition]
  var ages: AgeBounds

  init(_ selector: FactSelector, words: CaseWords) {
    kinds = selector.kinds.sorted()
    ages = selector.ages
    conditions = selector.conditions.map { condition in
      Condition(
        name: words.known(condition.attribute),
        values: condition.values.compactMap { words.known($0) },
        isExcluded: condition.isExcluded)
    }
  }

  /// Whether the fact's details are as they have to be; a detail that is not there leaves it open.
  func holds(of fact: CaseFact, in file: CaseFile) -> Certainty {
    var answer = Certainty.yes
    for condition in conditions {
      var found = Certainty.cannotTell
      for place in fact.attributes where file.attributes[Int(place)].name == condition.name {
        let isNamed = condition.values.contains(file.attributes[Int(place)].value)
        found = Certainty(isNamed != condition.isExcluded)
      }
      answer = answer.and(found)
      if answer == .no { return .no }
    }
    return answer
  }
}
