import Journeys
import Pipelines
import Store
import Vocabulary

/// The lines of `kindred wobbles`: who to start the day with, without a name or an address.
struct WobbleLines {
  private let listed: [WobbleRow]
  private let refused: Int
  private let since: RunName?
  private let day: Day

  /// Families that refused the service are counted and never listed.
  init(_ all: [WobbleRow], since: RunName?, at day: Day) {
    listed = all.filter { !$0.isRefused }
    refused = all.count - listed.count
    self.since = since
    self.day = day
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: listed.map { json($0).line }
    }
  }

  private func text(_ styling: Styling) -> [String] {
    let compared = since.map { "that were none on \($0.asOf.iso)" } ?? "of which concern is seen"
    let families = Numbers.counted(listed.count, "family", "families")
    let heading = "\(families) \(compared), on \(day.iso)"
    var lines = [styling.apply(.heading, to: heading)]
    for row in listed {
      lines.append("")
      lines.append(
        "\(FamilyID(row.family).text)  concern \(date(row.concern))"
          + (row.tier.map { ", tier \($0)" } ?? ""))
      for sign in row.signs { lines.append("    \(sign)") }
      let known = row.agencies.isEmpty ? "nobody" : row.agencies.joined(separator: "; ")
      lines.append("    known to: \(known)")
      lines.append(row.hasLead ? "    a lead professional is named" : "    nobody leads")
    }
    if refused > 0 {
      lines += ["", "\(refused) more refused the service and are not listed."]
    }
    return lines.map(Printable.line)
  }

  private func date(_ span: JourneyAccount.Span) -> String {
    guard let first = Day(iso: span.from), let last = Day(iso: span.to) else { return "?" }
    return DayInterval(first: first, last: last)?.dateText ?? "?"
  }

  private func json(_ row: WobbleRow) -> JSONValue {
    .members([
      ("family", .text(FamilyID(row.family).text)), ("concern_from", .text(row.concern.from)),
      ("concern_to", .text(row.concern.to)), ("tier", row.tier.map { .text($0) }),
      ("signs", .texts(row.signs)), ("known_to", .texts(row.agencies)),
      ("has_lead", .truth(row.hasLead)), ("not_listed", .number(refused)),
    ])
  }
}
