import Claims
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// The audit's form: every claim that was drawn and not yet looked at, each with an answer and a note.
struct AuditPage {
  private let window: WindowPage
  private let waiting: [ClaimState]

  init(_ visit: Visit) throws {
    window = try WindowPage(visit)
    waiting = window.desk.claims(in: window.window.id, window.scheme.name)
      .filter { $0.status == .inSample }
  }

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let page = try AuditPage(visit)
    try page.window.note(page.waiting)
    return page.response()
  }

  /// Notes the answers that were given, all of them or none.
  static func enter(_ visit: Visit) throws -> HTTPResponse {
    let page = try AuditPage(visit)
    do {
      let entries = try page.waiting.compactMap { try page.entry(for: $0) }
      guard !entries.isEmpty else { throw ProgrammeProblem.refused("no answer was given") }
      try visit.site.programme.work(visit.generation) { desk, _ in try desk.enter(entries) }
    } catch let problem as ProgrammeProblem {
      let again = try AuditPage(visit)
      try again.window.note(again.waiting)
      return again.response(422, problem: EnteringCohort.problem(problem.words))
    }
    return .redirect(
      to: Links.audit(page.window.window.id, page.window.scheme.name) + "?done=audit")
  }

  private func entry(for claim: ClaimState) throws -> ClaimEntry? {
    let visit = window.visit
    let note = ActingOnClaims.words(visit.form["note-\(claim.id.text)"])
    let isPassed: Bool
    switch visit.form["answer-\(claim.id.text)"] {
    case "pass": isPassed = true
    case "fail": isPassed = false
    default: return nil
    }
    guard isPassed || !note.isEmpty else {
      throw ProgrammeProblem.refused(
        "it is not said why \(claim.id.text) does not pass; no answer of the form was noted")
    }
    return ClaimEntry(
      claim: claim.id, on: visit.generation.run.asOf, by: visit.account?.name ?? "",
      role: .auditor, event: .audited(isPassed: isPassed, basis: .itself, reason: note))
  }

  // MARK: Page

  private func response(_ status: Int = 200, problem: Markup? = nil) -> HTTPResponse {
    let (id, scheme) = (window.window.id, window.scheme)
    return window.visit.page(
      status: status, "Audit of \(id)", here: Links.claims,
      [
        "<p class=\"back\"><a href=\"\(Links.window(id, scheme.name))\">The window \(id)</a></p>",
        window.done, problem ?? .nothing, "<h1>Audit of \(id): \(scheme.title)</h1>",
        waiting.isEmpty ? "<p>No claim that was drawn waits to be audited.</p>" : form,
        window.sampleFigures,
      ])
  }

  private var form: Markup {
    let (id, scheme) = (window.window.id, window.scheme.name)
    return """
      <p class="lead">Open each claim, and say what you found. What you leave open waits.</p>
      <form method="post" action="\(Links.audit(id, scheme))">\(window.visit.token)
      \(waiting.map(part))
      <p class="actions"><button class="button" data-key="s">Note the answers</button></p></form>
      """
  }

  private func part(_ claim: ClaimState) -> Markup {
    let results = claim.current.results.map { window.scheme.result(named: $0)?.title ?? $0 }
    let name = "answer-\(claim.id.text)"
    let given = window.visit.form[name] ?? ""
    let answers = [("", "Not yet"), ("pass", "Passes"), ("fail", "Does not pass")].map {
      (value, words) -> Markup in
      let checked: Markup = value == given ? " checked" : .nothing
      return
        "<label><input type=\"radio\" name=\"\(name)\" value=\"\(value)\"\(checked)>\(words)</label>"
    }
    return """
      <fieldset class="answer"><legend><a href="\(Links.claim(claim.id))">\(claim.id.text)</a></legend>
      <p class="hint">\(claim.current.amount.text) for \(Words.list(results)), family \(claim.current.reference)</p>
      <div class="checks">\(answers)</div>
      \(TextField(label: "Note", name: "note-\(claim.id.text)", value: window.visit.form["note-\(claim.id.text)"] ?? "", longest: 300).markup)
      </fieldset>
      """
  }
}
