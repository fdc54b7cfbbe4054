import Store
import Vocabulary

/// How fresh a source is, and whether its newest extract is like those before.
struct FreshnessSection {
  let source: SourcePicture

  var markup: Markup {
    guard let state = source.summary.state else { return .nothing }
    let pairs = pairs(state).map { word, text -> Markup in "<dt>\(word)</dt><dd>\(text)</dd>" }
    return """
      <h2>Freshness</h2>
      <p>\(StateTag(state.freshness).markup) \(sentence(state))</p>
      <dl class="pairs">
      \(pairs)
      </dl>
      """
  }

  private func sentence(_ state: SourceState) -> String {
    switch state.freshness {
    case .fresh: "The newest extract is as new as the contract asks."
    case .warn: "The newest extract is older than the contract expects; ask for the next one."
    case .stale: "The newest extract is too old: what depends on it is out of date."
    case .missing: "No extract was found: nothing is known from this source."
    case .notDue: "The first extract is not due yet."
    case nil: "This run did not judge it."
    }
  }

  private func pairs(_ state: SourceState) -> [(Markup, Markup)] {
    var pairs: [(Markup, Markup)] = []
    if let newest = state.newest { pairs.append(("Newest extract", DayWording.cell(newest))) }
    if let age = state.ageInDays {
      pairs.append(("Age on the run’s day", "\(Numbers.counted(age, "day"))"))
    }
    if let due = state.due { pairs.append(("Next one due", DayWording.cell(due))) }
    if let rows = state.rows { pairs.append(("Rows in it", rowWords(rows, state))) }
    if let overlap = state.overlapInHundredths {
      let new = state.unseenInHundredths.map { ", and \($0)% are new" } ?? ""
      pairs.append(("People also in the one before", "\(overlap)%\(new)"))
    }
    return pairs
  }

  private func rowWords(_ rows: Int, _ state: SourceState) -> Markup {
    guard let usual = state.usualRows, usual > 0 else { return "\(count: rows)" }
    let change = Share(abs(rows - usual), of: usual).text
    if rows == usual { return "\(count: rows), as usual" }
    return
      "\(count: rows), \(change) \(rows > usual ? "more" : "fewer") than the usual \(count: usual)"
  }
}
