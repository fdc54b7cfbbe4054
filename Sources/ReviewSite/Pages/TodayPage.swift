import Disk
import HTTPServing
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// The first page: what waits, how the night went, and what is out of date.
enum TodayPage {
  static func show(_ visit: Visit) throws -> HTTPResponse {
    let fold = try visit.site.book.decisions()
    let sources = try visit.generation.read { (file) throws(DatabaseError) in
      try file.sourceSummaries()
    }
    return visit.page(
      "Today", here: Links.today,
      [
        "<h1>Today</h1>", figures(visit, fold), work(visit), "<h2>Sources</h2>",
        self.sources(sources, visit), "<h2>What the night’s checks found</h2>",
        visit.generation.sections.findings,
      ])
  }

  private static func figures(_ visit: Visit, _ fold: DecisionFold) -> Markup {
    let facts = visit.generation.facts
    let waiting = Queue(visit.generation, fold).waiting.count
    let today = visit.now.text.prefix(10)
    let decided = fold.holding.count { $0.decision.at.hasPrefix(today) }
    let figures: [(String, Int)] = [
      ("Pairs that wait", waiting), ("Decided today", decided),
      ("Decisions that hold", fold.holding.count),
      ("Records", facts.records), ("People", facts.people),
    ]
    return """
      <dl class="figures">
      \(figures.map { words, figure -> Markup in "<div><dt>\(words)</dt><dd>\(count: figure)</dd></div>" })
      </dl>
      """
  }

  private static func work(_ visit: Visit) -> Markup {
    guard visit.may(.decide) else { return .nothing }
    return """
      <p class="actions"><a class="button" href="\(Links.next)" data-key="n">Decide the next pair</a> \
      <a class="quiet-button" href="\(Links.queue)">See the queue</a></p>
      """
  }

  private static func sources(_ sources: [SourceSummary], _ visit: Visit) -> Markup {
    let doubtful = sources.filter {
      $0.state?.freshness != .fresh && $0.state?.freshness != .notDue
    }
    let fresh = sources.count - doubtful.count
    let words: Markup =
      "<p>\(Numbers.counted(fresh, "source")) of \(count: sources.count) \(fresh == 1 ? "is" : "are") as new as should be.</p>"
    guard !doubtful.isEmpty else { return words }
    let table = DataTable(
      id: "old-sources", caption: "Sources that are out of date, or soon will be",
      columns: [
        .text("Source"), .text("State"), .text("Newest"), .number("Days old"), .text("Due"),
      ],
      rows: doubtful.map { source in
        let agency = visit.generation.facts.agencies[source.agency] ?? source.agency
        let age: Markup = source.state?.ageInDays.map { "\(count: $0)" } ?? "–"
        return [
          "\(source.title)<small>\(agency)</small>", StateTag(source.state?.freshness).markup,
          DayWording.cell(source.state?.newest ?? "–"), age,
          DayWording.cell(source.state?.due ?? "–"),
        ]
      })
    return Markup([words, table.markup])
  }
}
