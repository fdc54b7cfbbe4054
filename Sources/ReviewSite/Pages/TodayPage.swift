import Disk
import HTTPServing
import Reports
import Store
import Vocabulary

/// The first page: what waits, how the night went, and what is out of date.
enum TodayPage {
  static func show(_ visit: Visit) throws -> HTTPResponse {
    let fold = try visit.site.book.decisions()
    return visit.page(
      "Today", here: Links.today,
      [
        "<h1>Today</h1>", try figures(visit, fold), work(visit),
        try TodayProgramme(visit: visit).markup,
        visit.generation.parts.today,
      ])
  }

  private static func figures(_ visit: Visit, _ fold: DecisionFold) throws -> Markup {
    let facts = visit.generation.facts
    let waiting = try visit.queue().waiting.count
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
}
