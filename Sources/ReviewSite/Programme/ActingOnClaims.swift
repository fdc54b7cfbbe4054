import Claims
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// Takes what is done to claims: who may, the desk's rules, and back to the page with what came of it.
enum ActingOnClaims {
  // MARK: A window's claims

  static func window(_ visit: Visit) throws -> HTTPResponse {
    let page = try WindowPage(visit)
    guard let act = visit.form["act"].flatMap(WindowForms.Act.init(rawValue:)) else {
      throw Refusal.invalid("It was not said what is to be done. Nothing was changed.")
    }
    guard act.rights.contains(where: visit.may) else { throw Refusal.notPermitted }
    let (window, scheme) = (page.window.id, page.scheme)
    let (by, day) = (visit.account?.name ?? "", visit.generation.run.asOf)
    let reason = words(visit.form["reason"])
    let seed = visit.form["seed"].flatMap { UInt64($0) }
    let role: ClaimRole = visit.may(.manageProgramme) ? .manager : .auditor
    do {
      try visit.site.programme.work(visit.generation) { desk, cases in
        func enter(_ status: ClaimStatus, _ role: ClaimRole, _ event: ClaimEvent) throws {
          let claims = desk.claims(in: window, scheme.name).filter { $0.status == status }
          try desk.enter(
            claims.map { ClaimEntry(claim: $0.id, on: day, by: by, role: role, event: event) })
        }
        switch act {
        case .prepare:
          _ = try desk.prepare([], window, scheme, wanted: nil, from: &cases, by: by, on: day)
        case .complete: try enter(.draft, .analyst, .completed)
        case .sample:
          guard let seed else { throw ProgrammeProblem.missing("seed") }
          _ = try desk.sample(window, scheme, seed: seed, by: by, on: day)
        case .acceptRest: _ = try desk.acceptRest(window, scheme, by: by, on: day)
        case .sign: try enter(.audited, role, .signed)
        case .submit: try enter(.signedOff, .manager, .submitted)
        case .explain:
          guard !reason.isEmpty else { throw ProgrammeProblem.missing("reason") }
          try desk.explain(window, by: by, reason)
        }
      }
    } catch let problem as ProgrammeProblem {
      let again = try WindowPage(visit)
      try again.note()
      return again.response(422, problem: EnteringCohort.problem(problem.words))
    }
    return .redirect(to: Links.window(window, scheme.name) + "?done=\(act.rawValue)")
  }

  /// The file for the department, with a line for each claim that was submitted.
  static func file(_ visit: Visit) throws -> HTTPResponse {
    let page = try WindowPage(visit)
    try page.note()
    let sheet = page.desk.claims.reconciliation(
      of: page.window.id, page.scheme, page.desk.definition.windows)
    if let broken = sheet.broken.first {
      throw Refusal.invalid("No file is written, since \(broken.text).")
    }
    do {
      let file = try ClaimFile(
        page.desk, window: page.window.id, scheme: page.scheme.name,
        authority: visit.generation.pipeline?.localAuthority ?? "")
      var response = HTTPResponse(200, type: "text/csv; charset=utf-8", file.csv)
      response.headers.set("content-disposition", "attachment; filename=\"\(file.name)\"")
      return response
    } catch let problem as ProgrammeProblem {
      throw Refusal.invalid("\(Words.sentence(problem.words)).")
    }
  }

  // MARK: One claim

  static func claim(_ visit: Visit) throws -> HTTPResponse {
    let page = try ClaimPage(visit)
    guard let act = visit.form["act"].flatMap(ClaimForms.Act.init(rawValue:)) else {
      throw Refusal.invalid("It was not said what is to be done. Nothing was changed.")
    }
    guard act.rights.contains(where: visit.may) else { throw Refusal.notPermitted }
    let reason = words(visit.form["reason"])
    if act.needsReason, reason.isEmpty {
      return page.response(422, problem: EnteringCohort.problem("the reason is missing"))
    }
    let (role, event) = step(act, page.claim, reason, visit)
    let entry = ClaimEntry(
      claim: page.claim.id, on: visit.generation.run.asOf, by: visit.account?.name ?? "",
      role: role, event: event)
    do {
      try visit.site.programme.work(visit.generation) { desk, _ in try desk.enter([entry]) }
    } catch let problem as ProgrammeProblem {
      let again = try ClaimPage(visit)
      try again.note()
      return again.response(422, problem: EnteringCohort.problem(problem.words))
    }
    return .redirect(to: Links.claim(page.claim.id) + "?done=\(act.rawValue)")
  }

  private static func step(
    _ act: ClaimForms.Act, _ claim: ClaimState, _ reason: String, _ visit: Visit
  ) -> (ClaimRole, ClaimEvent) {
    switch act {
    case .complete: (.analyst, .completed)
    case .pass: (.auditor, .audited(isPassed: true, basis: .itself, reason: reason))
    case .fail: (.auditor, .audited(isPassed: false, basis: .itself, reason: reason))
    case .sign: (visit.may(.manageProgramme) ? .manager : .auditor, .signed)
    case .submit: (.manager, .submitted)
    case .pay: (.manager, .paid(claim.current.amount - claim.paid))
    case .reject: (.manager, .rejected(reason: reason))
    case .amend: (.manager, .amended(claim.current, window: claim.window, reason: reason))
    case .withdraw: (.manager, .withdrawn(reason: reason, claim.paid))
    }
  }

  private static func words(_ text: String?) -> String {
    String((text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300))
  }
}
