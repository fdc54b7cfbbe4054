import Claims
import HTTPServing
import Reports
import Vocabulary

/// A window's claims, narrowed to where they stand, a page at a time.
struct ClaimList {
  private static let rowsOnAPage = 25

  /// What the page shows.
  let part: ListPart<ClaimState>
  private let all: [ClaimState]
  private let chosen: ClaimStatus?
  private let path: String
  private let scheme: ClaimScheme

  /// - Parameters:
  ///   - claims: All claims of the window.
  ///   - scheme: The scheme that they are under.
  ///   - path: Where the window stands.
  ///   - visit: Who asks, for which of them.
  init(_ claims: [ClaimState], _ scheme: ClaimScheme, path: String, _ visit: Visit) {
    all = claims
    self.scheme = scheme
    self.path = path
    let chosen = visit.request.query["state"].flatMap(ClaimStatus.init(rawValue:))
    self.chosen = chosen
    part = ListPart(
      chosen.map { status in claims.filter { $0.status == status } } ?? claims,
      rows: Self.rowsOnAPage, asked: visit.request.query["page"])
  }

  var markup: Markup {
    guard !all.isEmpty else { return "<p>No claim is prepared for this window.</p>" }
    let fields = chosen.map { [("state", $0.rawValue)] } ?? []
    return Markup([
      filter,
      part.shown.isEmpty
        ? "<p>No claim of the window stands there.</p>" : table,
      Pager(
        list: "the claims", page: part.page, pages: part.pages, path: path, fields: fields
      ).markup,
    ])
  }

  private var filter: Markup {
    let options = ClaimStatus.allCases.compactMap { status -> (String, String)? in
      let count = all.count { $0.status == status }
      guard count > 0 || status == chosen else { return nil }
      return (status.rawValue, "\(ClaimWords.title(status)) (\(count))")
    }
    guard options.count > 1 || chosen != nil else { return .nothing }
    return """
      <form class="filters" method="get" action="\(path)">
      \(Choice(label: "State", name: "state", options: options, chosen: chosen?.rawValue, empty: "Any").markup)
      <button class="quiet-button">Show</button>
      </form>
      """
  }

  private var table: Markup {
    DataTable(
      id: "claims", caption: "Claims",
      columns: [
        .text("Claim"), .text("State"), .text("Family"), .text("Results"), .number("Amount"),
        .number("Missing"), .text("Sample"), .text("Signed"),
      ],
      rows: part.shown.map { claim in
        let signed = claim.signatures.map(\.role.rawValue).joined(separator: ", ")
        let results = claim.current.results.map { scheme.result(named: $0)?.title ?? $0 }
        return [
          "<a href=\"\(Links.claim(claim.id))\">\(claim.id.text)</a>", ClaimWords.tag(claim.status),
          "<a href=\"\(Links.family(claim.current.family))\"><code>\(claim.current.family.text)</code></a>",
          "\(results.joined(separator: "; "))", "\(claim.current.amount.text)",
          "\(count: claim.current.gaps.count)", "\(claim.samples.isEmpty ? "–" : "Drawn")",
          "\(signed.isEmpty ? "–" : Words.sentence(signed))",
        ]
      }
    ).stacked.markup
  }
}
