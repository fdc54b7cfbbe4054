import Claims
import Vocabulary
import YAMLFiles

extension ProgrammeDefinition {
  /// Refuses a problem, an element or a result that no scheme has: a mistyped one would be kept, and never asked about.
  ///
  /// - Parameters:
  ///   - event: What happened to a family.
  ///   - pack: The pack that the family was attached by; only schemes that take it can ever claim for it.
  /// - Throws: ``ProgrammeProblem`` with the word that was probably meant.
  func check(_ event: CohortEvent, attachedBy pack: String?) throws(ProgrammeProblem) {
    let taking = schemes.filter { scheme in pack.map(scheme.packs.contains) ?? true }
    let asked = taking.isEmpty ? schemes : taking
    switch event {
    case .problem(let name):
      try check(name, among: asked.flatMap { $0.problems.map(\.name) }, "problem")
    case .progressed(let element, _):
      try check(element, among: asked.flatMap { $0.elements.map(\.name) }, "element")
    case .achieved(let result):
      try check(result, among: asked.flatMap { $0.results.map(\.name) }, "result")
    default: break
    }
  }

  private func check(
    _ word: String, among words: [String], _ what: String
  ) throws(ProgrammeProblem) {
    guard !words.isEmpty, !words.contains(word) else { return }
    let nearest = NearestWord.suggestion(for: word, among: words)
    let advice = nearest.map { ": did you mean '\($0)'?" } ?? ""
    throw .refused("no scheme that could claim for the family has the \(what) '\(word)'\(advice)")
  }
}
