import Store
import Vocabulary

/// The line on every page that says how far its figures can be trusted.
struct TrustLine {
  let run: RunPicture

  var markup: Markup {
    "<p class=\"trust\"><span class=\"width\">\(Markup(parts, separator: " <span aria-hidden=\"true\">·</span> "))</span></p>"
  }

  private var parts: [Markup] {
    [
      "As of <strong>\(DayWording.cell(run.asOf))</strong>", sources, findings, rejected,
    ].filter { !$0.isEmpty }
  }

  /// How many of the sources that were judged are fresh, and which others there are.
  private var sources: Markup {
    let judged = run.sources.compactMap { $0.summary.state?.freshness }
    guard !judged.isEmpty else { return "\(Numbers.counted(run.sources.count, "source"))" }
    let due = judged.filter { $0 != .notDue }.count
    let fresh = judged.filter { $0 == .fresh }.count
    let others = [(Freshness.warn, "ageing"), (.stale, "stale"), (.missing, "missing")]
      .map { freshness, word in (judged.filter { $0 == freshness }.count, word) }
      .filter { $0.0 > 0 }
      .map { "\(Numbers.grouped($0.0)) \($0.1)" }
    let rest = others.isEmpty ? "" : ", " + others.joined(separator: ", ")
    return "\(Numbers.grouped(fresh)) of \(Numbers.counted(due, "source")) fresh\(rest)"
  }

  private var findings: Markup {
    let errors = run.findings.filter(\.isError).count
    let warnings = run.findings.count - errors
    if errors + warnings == 0 { return "nothing needs a look" }
    let parts = [
      errors > 0 ? Numbers.counted(errors, "error") : "",
      warnings > 0 ? Numbers.counted(warnings, "warning") : "",
    ]
    return "\(parts.filter { !$0.isEmpty }.joined(separator: ", "))"
  }

  private var rejected: Markup {
    let account = run.account
    guard account.quarantined > 0 else { return .nothing }
    return "\(account.quarantinedShare.text) of rows quarantined"
  }
}
