import Store
import Vocabulary

/// Every source in a row, those that need a look first.
struct SourceTable {
  let run: RunPicture

  var markup: Markup {
    DataTable(
      id: "sources", caption: "Every source, those that need a look first",
      columns: [
        .text("Source"), .text("State"), .text("Agency"), .text("Newest extract"), .number("Age"),
        .number("Extracts"), .number("Rows read"), .number("Quarantined"),
      ],
      rows: sorted.map(row), footer: footer
    ).markup
  }

  private var sorted: [SourcePicture] {
    run.sources.sorted { left, right in
      (urgency(left), left.summary.agency, left.name)
        < (urgency(right), right.summary.agency, right.name)
    }
  }

  private func urgency(_ source: SourcePicture) -> Int {
    switch source.summary.state?.freshness {
    case .missing: 0
    case .stale: 1
    case .warn: 2
    case .fresh: 3
    case .notDue: 4
    case nil: 5
    }
  }

  private func row(_ source: SourcePicture) -> [Markup] {
    let state = source.summary.state
    let newest = state?.newest ?? source.extracts.first?.summary.delivered
    let account = source.account
    return [
      """
      <a href="\(ReportLink.page(ofSource: source.name))">\(source.title)</a>\
      <small><code>\(source.name)</code></small>
      """,
      StateTag(state?.freshness).markup,
      "\(run.shortTitle(ofAgency: source.summary.agency))",
      newest.map(DayWording.cell) ?? "none",
      state?.ageInDays.map { "\(Numbers.counted($0, "day"))" } ?? "–",
      "\(count: source.extracts.count)",
      "\(count: account.read)",
      quarantined(account),
    ]
  }

  private func quarantined(_ account: RecordAccount) -> Markup {
    guard account.quarantined > 0 else { return account.read > 0 ? "none" : "–" }
    return "\(count: account.quarantined)<small>\(account.quarantinedShare.text)</small>"
  }

  private var footer: [Markup] {
    [
      "All sources", "", "", "", "", "\(count: run.sources.reduce(0) { $0 + $1.extracts.count })",
      "\(count: run.account.read)", quarantined(run.account),
    ]
  }
}
