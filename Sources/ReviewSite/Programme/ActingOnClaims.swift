import Claims
import HTTPServing
import Pipelines
import Reports
import Store
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
    let families = try families(visit)
    let wanted = page.scheme.results.first { $0.name == visit.form["result"] }?.name
    let role: ClaimRole = visit.may(.manageProgramme) ? .manager : .auditor
    do {
      try visit.site.programme.work(visit.generation) { desk, cases in
        func enter(
          _ status: ClaimStatus, _ role: ClaimRole, _ event: ClaimEvent,
          where isMeant: (ClaimState) -> Bool = { _ in true }
        ) throws {
          let claims = desk.claims(in: window, scheme.name).filter {
            $0.status == status && isMeant($0)
          }
          guard !claims.isEmpty else {
            throw ProgrammeProblem.refused("no claim of the window is as far as that")
          }
          try desk.enter(
            claims.map { ClaimEntry(claim: $0.id, on: day, by: by, role: role, event: event) })
        }
        switch act {
        case .prepare:
          let prepared = try desk.prepare(
            families, window, scheme, wanted: wanted, from: &cases, by: by, on: day)
          // Of all families it is told where no claim is possible; of one that is named it is a refusal.
          if !families.isEmpty, let refusal = prepared.first?.refusal {
            throw ProgrammeProblem.refused(refusal)
          }
        case .complete:
          try enter(.draft, .analyst, .completed) { $0.current.gaps.isEmpty }
        case .sample:
          guard let seed else { throw ProgrammeProblem.missing("seed") }
          _ = try desk.sample(window, scheme, seed: seed, by: by, on: day)
        case .acceptRest: _ = try desk.acceptRest(window, scheme, by: by, on: day)
        case .sign:
          try enter(.audited, role, .signed) { claim in
            !claim.signatures.contains { $0.role == role }
          }
        case .submit: try enter(.signedOff, .manager, .submitted)
        case .explain:
          guard !reason.isEmpty else { throw ProgrammeProblem.missing("reason") }
          try desk.explain(window, by: by, reason)
        }
      }
    } catch let problem as ProgrammeProblem {
      return try WindowPage(visit).response(422, problem: EnteringCohort.problem(problem.words))
    }
    return .redirect(to: Links.window(window, scheme.name) + "?done=\(act.rawValue)")
  }

  /// The family that a claim is prepared for; empty where none is named and all are meant.
  private static func families(_ visit: Visit) throws -> [FamilyID] {
    let word = words(visit.form["family"])
    guard !word.isEmpty else { return [] }
    guard let key = RecordKey(text: word) else {
      throw Refusal.invalid("Name the family by the sixteen digits of its id. Nothing was changed.")
    }
    return [FamilyID(key.storeNumber)]
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
    let window = visit.form["window"].flatMap { $0.isEmpty ? nil : $0 } ?? page.claim.window
    let (role, event) = step(act, page.claim, reason, window, visit)
    var entry = ClaimEntry(
      claim: page.claim.id, on: visit.generation.run.asOf, by: visit.account?.name ?? "",
      role: role, event: event)
    do {
      try visit.site.programme.work(visit.generation) { desk, cases in
        if case .amended(_, let window, let reason) = entry.event {
          let claim = try desk.amendment(of: page.claim, from: &cases)
          entry.event = .amended(claim, window: window, reason: reason)
        }
        try desk.enter([entry])
      }
    } catch let problem as ProgrammeProblem {
      let again = try ClaimPage(visit)
      try again.note()
      return again.response(422, problem: EnteringCohort.problem(problem.words))
    }
    return .redirect(to: Links.claim(page.claim.id) + "?done=\(act.rawValue)")
  }

  private static func step(
    _ act: ClaimForms.Act, _ claim: ClaimState, _ reason: String, _ window: String, _ visit: Visit
  ) -> (ClaimRole, ClaimEvent) {
    switch act {
    case .complete: (.analyst, .completed)
    case .pass: (.auditor, .audited(isPassed: true, basis: .itself, reason: reason))
    case .fail: (.auditor, .audited(isPassed: false, basis: .itself, reason: reason))
    case .sign: (visit.may(.manageProgramme) ? .manager : .auditor, .signed)
    case .submit: (.manager, .submitted)
    case .pay: (.manager, .paid(claim.current.amount - claim.paid))
    case .reject: (.manager, .rejected(reason: reason))
    case .amend: (.manager, .amended(claim.current, window: window, reason: reason))
    case .withdraw: (.manager, .withdrawn(reason: reason, claim.paid))
    }
  }

  /// What somebody wrote, in one line of at most three hundred characters.
  static func words(_ text: String?) -> String {
    String((text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300))
  }
}
