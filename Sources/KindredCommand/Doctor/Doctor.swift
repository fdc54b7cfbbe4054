import Vocabulary

/// The handler of `kindred doctor`.
enum Doctor {
  static func examine(_ request: DoctorRequest, _ console: Console) -> ExitCode {
    let findings = DoctorJudgement.findings(
      on: DoctorSurvey.workspace(at: request.workspace), DoctorSurvey.machine())
    show(findings, as: request.format, on: console)
    return DoctorJudgement.exitCode(for: findings)
  }

  static func show(_ findings: [DoctorFinding], as format: OutputFormat, on console: Console) {
    switch format {
    case .text:
      findings.flatMap { lines(for: $0, console.styling) }.forEach { console.print($0) }
      console.print()
      console.print(summary(of: findings))
    case .json:
      for finding in findings { console.print(json(for: finding)) }
    }
  }

  private static func lines(for finding: DoctorFinding, _ styling: Styling) -> [String] {
    let role: TextRole =
      switch finding.verdict {
      case .good: .good
      case .warning: .warning
      case .bad: .error
      }
    let verdict = styling.apply(role, to: TextWrapping.pad(finding.verdict.rawValue, to: 7))
    let subject = TextWrapping.pad(finding.subject, to: 11)
    let heading = "\(verdict)  \(subject)  \(Printable.line(finding.words))"
    let indent = String(repeating: " ", count: 22)
    return [heading] + (finding.advice.map { [indent + Printable.line($0)] } ?? [])
  }

  private static func summary(of findings: [DoctorFinding]) -> String {
    let problems = findings.count { $0.verdict == .bad }
    let warnings = findings.count { $0.verdict == .warning }
    if problems > 0 { return "Not fit yet: \(Numbers.counted(problems, "problem")) to put right." }
    if warnings > 0 { return "Fit to run Kindred, with \(Numbers.counted(warnings, "warning"))." }
    return "Fit to run Kindred."
  }

  private static func json(for finding: DoctorFinding) -> String {
    JSONLine.object([
      ("subject", finding.subject), ("verdict", finding.verdict.rawValue),
      ("finding", finding.words), ("advice", finding.advice),
    ])
  }
}
