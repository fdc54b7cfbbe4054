public import Vocabulary

extension ClaimCase {
  /// Measures one element; one that is asked only of families with its problem is not relevant to others.
  public func evaluate(
    _ element: ClaimScheme.Element, problems: [String]
  ) -> FrozenElement {
    let isIdentified =
      element.problems.isEmpty || element.problems.contains { problems.contains($0) }
    if element.asked == .identified, !isIdentified {
      return FrozenElement(element: element.name, answer: .notRelevant)
    }
    return evaluate(element.measure, of: element.name, isIdentified: isIdentified)
  }

  private func evaluate(
    _ measure: Measure, of element: String, isIdentified: Bool
  ) -> FrozenElement {
    switch measure {
    case .schooling(let asked):
      self.measure(asked, element: element, isIdentified: isIdentified)
    case .reduction(let asked): self.measure(asked, element: element)
    case .none(let asked): self.measure(none: asked, element: element)
    case .present(let asked): self.measure(present: asked, element: element)
    case .employment(let asked): self.measure(asked, element: element)
    case .recorded(let months): self.measure(recordedIn: months, element: element)
    case .all(let parts):
      combined(
        parts, of: element, isIdentified, [.notAchieved, .cannotTell, .achieved, .neutral])
    case .any(let parts):
      combined(
        parts, of: element, isIdentified, [.achieved, .cannotTell, .notAchieved, .neutral])
    }
  }

  /// Puts parts together: the first of the answers in the order that any part has is the whole's.
  private func combined(
    _ parts: [Measure], of element: String, _ isIdentified: Bool, _ order: [FrozenElement.Answer]
  ) -> FrozenElement {
    let found = parts.map { evaluate($0, of: element, isIdentified: isIdentified) }
    let answer = order.first { answer in found.contains { $0.answer == answer } }
    let told = answer == .achieved ? found.filter { $0.answer == .achieved } : found
    return FrozenElement(
      element: element, answer: answer ?? .notRelevant, lines: found.flatMap(\.lines),
      rows: found.flatMap(\.rows), missing: told.flatMap(\.missing),
      reasons: told.flatMap(\.reasons))
  }
}
