import Store
import Vocabulary

/// The list that a navigator starts the day with: families of which concern is new since the run before.
struct WobbleBook {
  let wobbles: [WobbleRow]
  let concern: ConcernSummary
  let context: ReportContext

  /// Those who refused early help, or withdrew their consent, are counted and never listed.
  private var listed: [WobbleRow] { wobbles.filter { !$0.isRefused } }

  var book: ReportBook {
    let refused = wobbles.count - listed.count
    let led = listed.count { $0.hasLead }
    return ReportBook(
      name: "new-concerns", title: "New concerns", short: "New",
      question: "Which families is somebody to speak with today?", lead: lead,
      figures: [
        .init("Families", Numbers.grouped(listed.count)),
        .init("Nobody leads", Numbers.grouped(listed.count - led)),
        .init("Refused early help", Numbers.grouped(refused), note: "counted, not listed"),
      ],
      sections: [
        ReportBook.Section(
          heading: "Who to start with",
          paragraphs: [
            """
            The newest concern first. Known to: agencies that have something of the family in their records; speak with \
            them before the family. What comes from the benefits system is in no list. A sign is a reason to ask and no finding.
            """,
            """
            Families that refused early help or withdrew their consent are not listed: only what the law asks may bring \
            an agency to them.
            """,
          ], tables: [table])
      ], reach: .families)
  }

  private var lead: String {
    guard let before = context.before else {
      return "There is no earlier run to compare with, so every family of concern is listed once."
    }
    return
      "Families of which concern is seen now and was not in the run for \(DayWording.long(before.asOf)), \(before.run)."
  }

  /// An agency’s title without what it consists of: `Health: practices, clinics` is `Health`.
  private static func short(_ title: String) -> String { String(title.prefix { $0 != ":" }) }

  private var table: ReportTable {
    var homes: [Int64: String] = [:]
    for family in concern.families { homes[family.id] = family.postcode }
    return ReportTable(
      name: "new-concerns", title: "Families of which concern is new",
      emptyCells:
        "An empty cell: the ward is not known or may not be told, or no tier was worked out.",
      columns: [
        .text("Family", width: 20), .text("Concern", width: 26), .text("Tier of need", width: 26),
        .text("Signs of the half-year before", width: 60), .text("Known to", width: 48),
        .text("Lead", width: 10), .text("Ward", width: 24),
      ],
      rows: listed.map { row in
        let ward = context.areas?.area(ofPostcode: homes[row.family])?.ward
        let tier = row.tier.map { concern.basis["tier \($0)"] ?? $0 }
        return [
          .text(FamilyID(row.family).text),
          .text(DayWording.span(row.concern.from, row.concern.to)),
          tier.map { .text($0) } ?? .none, .text(row.signs.joined(separator: "; ")),
          .text(
            row.agencies.isEmpty ? "Nobody" : row.agencies.map(Self.short).joined(separator: "; ")),
          .text(row.hasLead ? "Named" : "Nobody"), ward.map { .text($0) } ?? .none,
        ]
      })
  }
}
