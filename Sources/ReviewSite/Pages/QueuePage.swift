import HTTPServing
import Reports
import Store
import Vocabulary

/// The queue: what should be decided, the most urgent first, without naming anybody.
enum QueuePage {
  private static let rowsOnAPage = 25

  static func filter(_ visit: Visit) -> QueueFilter {
    let query = visit.request.query
    var filter = QueueFilter()
    filter.kind = query["kind"].flatMap(QueueItem.Kind.init(rawValue:))
    filter.agency = query["agency"].flatMap {
      visit.generation.facts.agencies.keys.contains($0) ? $0 : nil
    }
    filter.onlyAcross = query["across"] == "yes"
    filter.isReferred = query["referred"] == "yes"
    return filter
  }

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let queue = try visit.queue()
    let filter = filter(visit)
    let items = queue.items(filter)
    let part = ListPart(items, rows: rowsOnAPage, asked: visit.request.query["page"])
    let start: Markup =
      visit.may(.decide) && !items.isEmpty
      ? """
      <p class="actions"><a class="button" href="\(Links.with(Links.next, filter.fields))" data-key="n">Decide the first</a></p>
      """ : .nothing
    return visit.page(
      "Queue", here: Links.queue,
      [
        AnswerNote(visit).markup, "<h1>Queue</h1>",
        """
        <p class="lead">\(Numbers.counted(items.count, "pair")) of records of which the program is not sure. First comes \
        where a mistake is likely and does most harm.</p>
        """,
        form(visit, filter, referred: queue.referred.count), start,
        part.shown.isEmpty ? "<p>Nothing waits here.</p>" : table(part.shown, visit),
        Pager(
          list: "the queue", page: part.page, pages: part.pages, path: Links.queue,
          fields: filter.fields
        ).markup,
      ])
  }

  private static func form(_ visit: Visit, _ filter: QueueFilter, referred: Int) -> Markup {
    let agencies = visit.generation.facts.agencies.sorted { $0.value < $1.value }
    return """
      <form class="filters" method="get" action="\(Links.queue)">
      \(Choice(label: "Why", name: "kind", options: QueueItem.Kind.allCases.map { ($0.rawValue, $0.title) }, chosen: filter.kind?.rawValue, empty: "Any").markup)
      \(Choice(label: "Agency", name: "agency", options: agencies.map { ($0.key, Self.short($0.value)) }, chosen: filter.agency, empty: "Any").markup)
      <div class="field checks"><label><input type="checkbox" name="across" value="yes"\(checked(filter.onlyAcross))> Across agencies</label>
      <label><input type="checkbox" name="referred" value="yes"\(checked(filter.isReferred))> Referred (\(count: referred))</label></div>
      <button class="quiet-button">Show</button>
      </form>
      """
  }

  private static func checked(_ isChecked: Bool) -> Markup { isChecked ? " checked" : .nothing }

  /// An agency's name without what it consists of.
  static func short(_ title: String) -> String { String(title.prefix { $0 != ":" }) }

  private static func table(_ items: ArraySlice<QueueItem>, _ visit: Visit) -> Markup {
    DataTable(
      id: "queue", caption: "Pairs to decide",
      columns: [
        .text("Place"), .text("Why"), .words("Between"), .number("Chance that it is wrong"),
        .text("What hangs on it"), .number("Bits"),
      ],
      rows: zip(items.indices, items).map { place, item in
        let agencies = item.agencies.map {
          short(visit.generation.facts.agencies[$0] ?? $0)
        }
        return [
          "<a href=\"\(Links.pair(item.pair))\">Pair \(count: place + 1)</a>",
          tag(item.kind),
          "\(agencies[0])<small>\(item.crossesAgencies ? "and \(agencies[1])" : "within one agency")</small>",
          "\(PairWords.percent(thousandths: item.risk))", "\(PairWords.stakes(item.stakes))",
          "\(PairWords.bits(item.weight))",
        ]
      }
    ).stacked.markup
  }

  static func tag(_ kind: QueueItem.Kind) -> Markup {
    switch kind {
    case .contradiction: StateTag(word: kind.title, style: "error", icon: .cross).markup
    case .changed, .apart, .numbersDiffer:
      StateTag(word: kind.title, style: "warning", icon: .triangle).markup
    case .together: StateTag(word: kind.title, style: "plain", icon: .circle).markup
    }
  }

  /// Leads to the next pair that waits and is with nobody else.
  static func next(_ visit: Visit) throws -> HTTPResponse {
    let filter = filter(visit)
    let items = try visit.queue().items(filter)
    // What somebody has answered waits for somebody else.
    let account = visit.account?.name ?? ""
    let open = try visit.site.book.openOpinions().filter { _, opinions in
      opinions.has(account) || (opinions.areInDispute && !visit.may(.settle))
    }
    var rest = items[...]
    if let after = visit.request.query["after"],
      let place = items.firstIndex(where: { "\($0.pair.left.text)-\($0.pair.right.text)" == after })
    {
      rest = items[(place + 1)...]
    }
    let carried =
      filter.fields
      + ["done", "answered"].compactMap { name in visit.request.query[name].map { (name, $0) } }
    guard
      let pair = visit.site.leases.take(
        account, from: rest.lazy.map(\.pair).filter { open[$0] == nil }, at: visit.now)
    else { return .redirect(to: Links.with(Links.queue, carried)) }
    return .redirect(to: Links.with(Links.pair(pair), carried))
  }
}
