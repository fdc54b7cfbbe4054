import HTTPServing
import Reports
import Store
import Vocabulary

/// The ledger: who did what, and for those who may know it, who saw what.
enum LedgerPage {
  private static let rowsOnAPage = 40

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let wantsViews = visit.may(.seeViews) && visit.request.query["views"] == "yes"
    let before = visit.request.query["before"].flatMap { Int($0) } ?? .max
    let fold = try visit.site.book.decisions()
    let entries = try visit.site.book.newest(
      rowsOnAPage, before: before, withVisits: wantsViews)
    return visit.page(
      "Ledger", here: Links.ledger,
      [
        "<h1>Ledger</h1>",
        """
        <p class="lead">What was decided, published and signed. Entries are only ever added, and each seals the one \
        before it.</p>
        """, choice(visit, wantsViews), table(entries, fold), earlier(entries, wantsViews),
      ])
  }

  private static func choice(_ visit: Visit, _ wantsViews: Bool) -> Markup {
    guard visit.may(.seeViews) else { return .nothing }
    return wantsViews
      ? "<p><a href=\"\(Links.ledger)\">Hide who looked at what</a></p>"
      : "<p><a href=\"\(Links.with(Links.ledger, [("views", "yes")]))\">Show who looked at what, too</a></p>"
  }

  private static func table(_ entries: [LedgerFile.Entry], _ fold: DecisionFold) -> Markup {
    guard !entries.isEmpty else { return "<p>Nothing.</p>" }
    let decisions = Dictionary(fold.all.map { ($0.number, $0.decision) }, uniquingKeysWith: { $1 })
    return DataTable(
      id: "ledger", caption: "Entries, newest first",
      columns: [
        .text("Entry"), .text("What"), .text("By"), .text("When"), .text("About"), .text("Seal"),
      ],
      rows: entries.map { entry in
        let decision = decisions[entry.number]
        let number: Markup =
          decision == nil
          ? "\(count: entry.number)"
          : "<a href=\"\(Links.decision(entry.number))\">\(count: entry.number)</a>"
        return [
          number, "\(Words.sentence(entry.kind))", "\(entry.by)", DecisionTable.moment(entry.at),
          decision.map(about) ?? about(entry), "<code>\(String(entry.digest.prefix(12)))</code>",
        ]
      }
    ).stacked.markup
  }

  private static func about(_ decision: Decision) -> Markup {
    "\(Words.sentence(decision.subject.kind.title))<small>\(Words.phrase(decision.reason.rawValue))</small>"
  }

  private static func about(_ entry: LedgerFile.Entry) -> Markup {
    // Whoever answers second is not to know what the first one said.
    if entry.kind == Opinions.entryKind { return "One of two answers, kept closed" }
    return EntryWords.about(entry)
  }

  private static func earlier(_ entries: [LedgerFile.Entry], _ wantsViews: Bool) -> Markup {
    guard entries.count == rowsOnAPage, let last = entries.last else { return .nothing }
    let fields = [("before", "\(last.number)")] + (wantsViews ? [("views", "yes")] : [])
    return """
      <nav class="pager" aria-label="Pages of the ledger"><span></span>\
      <a href="\(Links.with(Links.ledger, fields))" rel="next">Earlier entries</a></nav>
      """
  }
}
