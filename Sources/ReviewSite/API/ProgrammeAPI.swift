import Claims
import Cohorts
import Criteria
import HTTPServing
import Pipelines
import Store
import Vocabulary

/// Families, the cohort and claims for programs, with the rights and the notes of their pages.
enum ProgrammeAPI {
  private typealias Members = [(String, JSONValue?)]

  static func family(_ visit: Visit) throws -> HTTPResponse {
    let family = try FamilyView(visit)
    try FamilyPage.note(family)
    let members: Members = [
      ("family", .text(family.id.text)), ("at", .text(family.day.iso)),
      ("members", list(family.account.members) { member(family, $0) }),
      ("criteria", list(family.criteria ?? []) { pack(family, $0) }),
      ("concern_from", family.concern("concern_from").map { .text($0) }),
      ("concern_to", family.concern("concern_to").map { .text($0) }),
    ]
    return .json(.members(members))
  }

  private static func member(_ family: FamilyView, _ member: FamilyMemberRow) -> Members {
    [
      ("person", family.isHidden(member.person) ? nil : .text(PersonID(member.person).text)),
      ("name", .text(family.name(member.person))),
      ("born", family.born(member.person).map { .text($0) }), ("role", .text(member.role)),
      ("since", member.since.map { .text($0) }), ("until", member.until.map { .text($0) }),
      ("strength", .number(member.strength)),
    ]
  }

  /// What each criterion came to; of why, only what the role may see.
  private static func pack(_ family: FamilyView, _ pack: FamilyCriteria) -> Members {
    let findings = zip(pack.explanations, pack.evidence).map { explanation, evidence -> JSONValue in
      let isOpen = evidence.allSatisfy { family.shows($0.sensitivity) }
      return .members([
        ("criterion", .text(explanation.criterion)), ("state", .text(explanation.state.rawValue)),
        ("sentence", isOpen ? .text(explanation.sentence) : nil),
        ("changes", isOpen ? .texts(explanation.changes) : nil),
        ("rows", isOpen ? .texts(evidence.compactMap(\.place)) : nil),
      ])
    }
    return [("pack", .text(pack.pack)), ("findings", .list(findings))]
  }

  static func cohort(_ visit: Visit) throws -> HTTPResponse {
    let filter = CohortPage.filter(visit)
    let rows = try visit.site.programme.list(filter, visit.generation).rows
    try visit.noteView("family-list", [("rows", .number(rows.count))])
    return .json(
      list(rows) { row in
        [
          ("family", .text(row.line.id.text)),
          ("status", row.life.map { .text($0.status.rawValue) }),
          ("eligible", row.line.eligible.map { .text($0.rawValue) }), ("area", .text(row.area)),
          ("people", .number(row.line.people)), ("children", .number(row.line.children)),
          ("criteria", .texts(CohortPage.criteria(row.line, visit).map(\.name))),
          (
            "concern_from",
            row.line.concern(seesSensitive: visit.may(.seeSensitive)).map { .text($0) }
          ),
        ]
      })
  }

  static func claims(_ visit: Visit) throws -> HTTPResponse {
    let query = visit.request.query
    let all = try visit.site.programme.desk(visit.generation)?.claims.all ?? []
    let claims = all.filter { claim in
      (query["window"].map { $0 == claim.window } ?? true)
        && (query["scheme"].map { $0 == claim.current.scheme } ?? true)
    }
    try visit.noteView("claims", [("claims", .texts(claims.map(\.id.text)))])
    return .json(
      list(claims) { claim in
        [
          ("claim", .text(claim.id.text)), ("status", .text(claim.status.rawValue)),
          ("window", .text(claim.window)), ("scheme", .text(claim.current.scheme)),
          ("family", .text(claim.current.family.text)),
          ("results", .texts(claim.current.results)),
          ("amount_pence", .number(Int(claim.current.amount.count))),
          ("paid_pence", .number(Int(claim.paid.count))),
          ("missing", .texts(claim.current.gaps.map(\.code))),
        ]
      })
  }

  private static func list<Each>(_ all: [Each], _ members: (Each) -> Members) -> JSONValue {
    .list(all.map { .members(members($0)) })
  }
}
