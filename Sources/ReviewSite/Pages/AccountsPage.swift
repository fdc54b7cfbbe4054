import HTTPServing
import Reports

/// The accounts: who may do what.
///
/// They are changed from the command line, where the administrator sits.
enum AccountsPage {
  static func show(_ visit: Visit) -> HTTPResponse {
    let accounts = visit.site.accounts.all.values.sorted { $0.name < $1.name }
    let table = DataTable(
      id: "accounts", caption: "Accounts",
      columns: [.text("Name"), .text("Roles"), .text("State")],
      rows: accounts.map { account in
        [
          "\(account.name)", "\(Words.list(account.roles.map(\.title).sorted()))",
          account.isDisabled
            ? StateTag(word: "Shut", style: "plain", icon: .cross).markup
            : StateTag(word: "Open", style: "good", icon: .tick).markup,
        ]
      })
    let rights = DataTable(
      id: "roles", caption: "What each role may do",
      columns: [.text("Role")] + Right.allCases.map { .text("\($0.title)") },
      rows: Role.allCases.map { role in
        ["\(role.title)"]
          + Right.allCases.map { right in role.rights.contains(right) ? "Yes" : "–" }
      })
    return visit.page(
      "Accounts", here: Links.accounts,
      [
        "<h1>Accounts</h1>", table.stacked.markup, "<h2>Roles</h2>", rights.stacked.markup,
        """
        <p class="note">On the machine: <code>kindred account add NAME --role ROLE</code>, \
        <code>kindred account disable NAME</code>. A shut account is out at once.</p>
        """,
      ])
  }
}

extension Right {
  /// The right in a few words.
  var title: String {
    switch self {
    case .seeRun: "See runs"
    case .seePeople: "See people"
    case .seeProtected: "See who is protected"
    case .seeSensitive: "See sensitive rows"
    case .decide: "Decide"
    case .settle: "Settle"
    case .manageProgramme: "Manage the programme"
    case .seeClaims: "See claims"
    case .prepareClaims: "Prepare claims"
    case .auditClaims: "Audit claims"
    case .seeDecisions: "See decisions"
    case .seeViews: "See who looked"
    case .seeAccounts: "See accounts"
    }
  }
}
