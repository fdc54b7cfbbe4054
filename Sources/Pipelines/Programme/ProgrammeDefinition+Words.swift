import Claims
import Vocabulary
import YAMLFiles

/// What schemes have names for, so that only those may be entered.
public enum SchemeWord: String, Sendable {
  case problem, element, result
}

extension ProgrammeDefinition {
  /// The names that schemes have for something, in order, each once.
  ///
  /// - Parameters:
  ///   - word: What is named.
  ///   - pack: The pack that a family was attached by; only schemes that take it can ever claim for it.
  /// - Returns: The names; none where no scheme has any.
  public func names(of word: SchemeWord, attachedBy pack: String?) -> [String] {
    let taking = schemes.filter { scheme in pack.map(scheme.packs.contains) ?? true }
    let asked = taking.isEmpty ? schemes : taking
    let names =
      switch word {
      case .problem: asked.flatMap { $0.problems.map(\.name) }
      case .element: asked.flatMap { $0.elements.map(\.name) }
      case .result: asked.flatMap { $0.results.map(\.name) }
      }
    return Set(names).sorted()
  }

  /// Refuses a problem, an element or a result that no scheme has: a mistyped one would be kept, and never asked about.
  ///
  /// - Parameters:
  ///   - event: What happened to a family.
  ///   - pack: The pack that the family was attached by.
  /// - Throws: ``ProgrammeProblem`` with the word that was probably meant.
  func check(_ event: CohortEvent, attachedBy pack: String?) throws(ProgrammeProblem) {
    switch event {
    case .problem(let name): try check(name, .problem, pack)
    case .progressed(let element, _): try check(element, .element, pack)
    case .achieved(let result): try check(result, .result, pack)
    default: break
    }
  }

  private func check(
    _ word: String, _ what: SchemeWord, _ pack: String?
  ) throws(ProgrammeProblem) {
    let words = names(of: what, attachedBy: pack)
    guard !words.isEmpty, !words.contains(word) else { return }
    let nearest = NearestWord.suggestion(for: word, among: words)
    let advice = nearest.map { ": did you mean '\($0)'?" } ?? ""
    throw .refused(
      "no scheme that could claim for the family has the \(what.rawValue) '\(word)'\(advice)")
  }
}
