import HTTPServing
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// Every route times every role.
///
/// The table is written out by hand: it is what was agreed, and not what the code does.
@Suite struct RouteMatrixTests {
  private static let everybody = Set(Role.allCases)
  private static let seers: Set<Role> = [.analyst, .reviewer, .manager, .auditor]
  private static let deciders: Set<Role> = [.analyst, .reviewer]
  private static let seesRuns: Set<Role> = [
    .operator, .analyst, .reviewer, .manager, .auditor, .administrator, .protectionOfficer,
  ]
  private static let seesClaims: Set<Role> = [.analyst, .manager, .auditor]
  private static let seesDecisions: Set<Role> = [
    .analyst, .reviewer, .manager, .auditor, .protectionOfficer,
  ]

  /// Who may; and for `true`, whoever is not signed in, too.
  private static let agreed: [String: (Set<Role>, Bool)] = [
    "GET /style.css": (everybody, true), "GET /site.js": (everybody, true),
    "GET /icon.svg": (everybody, true), "GET /sign-in": (everybody, true),
    "POST /sign-in": (everybody, true), "POST /sign-out": (everybody, false),
    "GET /": (everybody, false), "GET /purpose": (everybody, false),
    "POST /purpose": (everybody, false), "GET /help": (everybody, false),
    "GET /accounts": ([.administrator], false), "GET /today": (seesRuns, false),
    "GET /quality": (seesRuns, false), "GET /sources/{file}": (seesRuns, false),
    "GET /queue": (seers, false), "GET /queue/next": (deciders, false),
    "GET /pair/{left}/{right}": (seers, false),
    "GET /pair/{left}/{right}/preview": (seers, false),
    "GET /api/pairs/{left}/{right}/preview": (seers, false),
    "GET /person/{person}/preview": (seers, false),
    "POST /person/{person}/preview": (deciders, false),
    "POST /pair/{left}/{right}/decide": (deciders, false),
    "GET /decision/{entry}": (seesDecisions, false),
    "POST /decision/{entry}/undo": (deciders, false), "GET /search": (seers, false),
    "POST /search": (seers, false), "GET /person/{person}": (seers, false),
    "POST /person/{person}/split": (deciders, false),
    "GET /family/{family}": (seers, false), "POST /family/{family}/decide": (deciders, false),
    "GET /family/{family}/preview": (seers, false),
    "POST /family/{family}/preview": (deciders, false),
    "GET /api/families/{family}/preview": (seers, false),
    "POST /family/{family}/enter": ([.manager], false), "GET /cohort": (seers, false),
    "POST /cohort": (seers, false), "GET /cohort/list.csv": (seers, false),
    "GET /claims": (seesClaims, false), "GET /claims/{window}/{scheme}": (seesClaims, false),
    "POST /claims/{window}/{scheme}/act": (seesClaims, false),
    "GET /claims/{window}/{scheme}/file.csv": ([.manager], false),
    "GET /claims/{window}/{scheme}/audit": ([.auditor], false),
    "POST /claims/{window}/{scheme}/audit": ([.auditor], false),
    "GET /claims/{window}/{scheme}/files/{file}": (seesClaims, false),
    "GET /claim/{claim}/pack/{form}": ([.manager, .auditor], false),
    "GET /claim/{claim}": (seesClaims, false), "POST /claim/{claim}/act": (seesClaims, false),
    "GET /api/families/{family}": (seers, false), "GET /api/cohort": (seers, false),
    "GET /api/claims": (seesClaims, false),
    "GET /ledger": (seesDecisions, false), "GET /api/openapi.json": (everybody, false),
    "GET /api/run": (seesRuns, false), "GET /api/sources": (seesRuns, false),
    "GET /api/queue": (seers, false), "GET /api/pairs/{left}/{right}": (seers, false),
    "GET /api/people/{person}": (seers, false), "GET /api/decisions": (seesDecisions, false),
  ]

  @Test func everyRouteTimesEveryRole() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let found = Set(RouteTable.all.map { "\($0.method.rawValue) \($0.template)" })
      #expect(found == Set(Self.agreed.keys))
      let item = try #require(stand.site.current.queue.first)
      let values = [
        "left": item.pair.left.text, "right": item.pair.right.text,
        "person": item.people[0].text, "entry": "999", "file": "pupils.html",
        "family": "0123456789abcdef", "window": "2013-07", "scheme": "tf1-2012", "claim": "C00001",
        "form": "page",
      ]
      for route in RouteTable.all {
        let name = "\(route.method.rawValue) \(route.template)"
        let (roles, isOpen) = try #require(Self.agreed[name])
        let path = values.reduce(route.template) { path, value in
          path.replacing("{\(value.key)}", with: value.value)
        }
        // Nobody may try to sign in more often than sixty times a minute.
        stand.clock.move(seconds: 61)
        for role in Role.allCases {
          var browser = try stand.browser(role.rawValue)
          let answer = route.method == .get ? browser.get(path) : browser.post(path)
          let isRefused = answer.status == 403
          #expect(isRefused == !roles.contains(role), "\(name) as \(role): \(answer.status)")
          #expect(answer.status < 500, "\(name) as \(role): \(answer.status)")
        }
        var nobody = Browser(site: stand.site)
        let answer = route.method == .get ? nobody.get(path) : nobody.post(path)
        let isIn = [200, 422].contains(answer.status)
        #expect(isIn == isOpen, "\(name) as nobody: \(answer.status)")
      }
    }
  }

  @Test func everyRightIsSomebodys() {
    for right in Right.allCases {
      #expect(Role.allCases.contains { $0.rights.contains(right) })
    }
  }

  @Test func rolesThatGetInEachOthersWayAreNotOnePersons() {
    withEvery("one", Role.allCases) { one in
      withEvery("other", Role.allCases) { other in
        let clashes: [Set<Role>] = [
          [.auditor, .analyst], [.auditor, .reviewer], [.auditor, .manager],
          [.administrator, .analyst], [.administrator, .reviewer], [.administrator, .manager],
          [.administrator, .auditor],
        ]
        check((Role.conflict(among: [one, other]) != nil) == clashes.contains([one, other]))
      }
    }
  }
}
