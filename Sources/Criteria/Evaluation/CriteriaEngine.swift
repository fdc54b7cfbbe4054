public import Vocabulary

/// Asks a pack's criteria of the families of a case file.
public struct CriteriaEngine: Sendable {
  /// The program.
  public let program: CriteriaProgram
  /// The council's terms.
  public let terms: CouncilTerms

  /// An engine for a program in a council with these terms.
  public init(_ program: CriteriaProgram, terms: CouncilTerms) {
    self.program = program
    self.terms = terms.counted(program.pack.terms)
  }

  /// What every criterion comes to for every family of the file at the date.
  public func findings(for file: CaseFile, at date: Day) -> Findings {
    findings(for: file, CriteriaBinding(program, to: date, in: file, terms: terms))
  }

  /// The same by a binding to the file, or to one that has the same words and sources.
  func findings(for file: CaseFile, _ binding: CriteriaBinding) -> Findings {
    var evaluator = CriteriaEvaluator(program, binding, file)
    evaluator.output.findings.reserveCapacity(file.families.count * program.roots.count)
    for (place, family) in file.families.enumerated() {
      evaluator.answer(family: place, family)
    }
    return evaluator.output
  }
}
