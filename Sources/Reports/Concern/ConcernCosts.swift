import Store
import Vocabulary

/// What families' journeys cost: by agency, by family and by area, before the concern, until the threshold, and after.
struct ConcernCosts {
  let run: RunPicture
  let concern: ConcernSummary
  let areas: AreaTable?
  let avoided: AvoidedShares?

  /// The parts of a journey, with the words above their columns.
  static let stages = [
    ("before", "Before concern"), ("between", "Concern to threshold"), ("after", "After threshold"),
    ("straddling", "Date too vague"),
  ]

  /// What was spent on families of concern.
  private var lines: [ConcernSummary.Cost] { concern.costs.filter { $0.stage != "no-concern" } }

  /// What was spent reactively from the earliest concern on; nil where no costs were asked for.
  var reactiveSinceConcern: Int? {
    guard concern.basis["costs"] != nil else { return nil }
    return lines.reduce(0) {
      $0 + (!$1.isPreventive && ["between", "after"].contains($1.stage) ? $1.pence : 0)
    }
  }

  var sections: [ReportBook.Section] {
    guard concern.basis["costs"] != nil else {
      return [
        ReportBook.Section(
          heading: "What it cost",
          paragraphs: [
            "The pipeline names no unit costs, so nothing is costed. That is not the same as nothing spent."
          ])
      ]
    }
    return [
      city, byAgency, byArea, notCosted, CostBenefit(concern: concern, avoided: avoided).section,
    ]
  }

  // MARK: The whole council

  private var city: ReportBook.Section {
    let costed = concern.families.reduce(0) { $0 + $1.costed }
    let events = concern.families.reduce(0) { $0 + $1.events }
    let least = concern.families.count { $0.isLeast }
    return ReportBook.Section(
      heading: "What it cost: the whole council",
      paragraphs: [
        """
        Costs are fiscal: what the public purse paid, at the unit costs of \(concern.basis["costs_title"] ?? "the table"). \
        \(Numbers.grouped(costed)) of \(Numbers.counted(events, "event")) have a unit cost. The others are listed below as not \
        costed; none of them counts as nothing. Sums are therefore the least that was spent.
        """,
        least == 0
          ? "No sum is cut short by vague dates."
          : "Of \(Numbers.counted(least, "family", "families")) vague dates make the sum a least one, too.",
      ],
      tables: [
        costTable(
          name: "costs-by-stage", title: "Cost of families of concern, by kind of help",
          heading: "Kind of help", groups: Dictionary(grouping: lines) { $0.isPreventive },
          order: [true, false], words: { $0 ? "Preventive" : "Reactive" })
      ])
  }

  // MARK: By agency

  private var byAgency: ReportBook.Section {
    let groups = Dictionary(grouping: lines) { $0.agency }
    let order = groups.keys.sorted {
      sum(groups[$0]) > sum(groups[$1]) || (sum(groups[$0]) == sum(groups[$1]) && $0 < $1)
    }
    return ReportBook.Section(
      heading: "What it cost: by agency", pictures: [picture(groups, order)].compactMap(\.self),
      tables: [
        costTable(
          name: "costs-by-agency", title: "Cost of families of concern, by agency",
          heading: "Agency", groups: groups, order: order,
          words: { run.shortTitle(ofAgency: $0) }),
        costTable(
          name: "reactive-costs-by-agency", title: "Of it reactive, by agency", heading: "Agency",
          groups: groups.mapValues { $0.filter { !$0.isPreventive } }.filter { !$0.value.isEmpty },
          order: order, words: { run.shortTitle(ofAgency: $0) }),
      ])
  }

  private func picture(
    _ groups: [String: [ConcernSummary.Cost]], _ order: [String]
  ) -> Markup? {
    guard !order.isEmpty else { return nil }
    let plot = Plot(
      title: "Thousands of pounds, by agency", shape: .bars, horizontal: "£ thousand",
      vertical: "Agency",
      series: [
        .init(
          name: "Cost",
          points: order.map { agency in
            .init(
              x: 0, y: Double(sum(groups[agency]) / 100_000),
              label: run.shortTitle(ofAgency: agency))
          })
      ])
    return "<figure class=\"plot\">\(plot.markup)</figure>"
  }

  // MARK: By area

  private var byArea: ReportBook.Section {
    var districts: [Int64: String] = [:]
    for family in concern.families {
      districts[family.id] = areas?.area(ofPostcode: family.postcode)?.district
    }
    let groups = Dictionary(grouping: lines) { districts[$0.family] ?? "Not known" }
    return ReportBook.Section(
      heading: "What it cost: by area",
      paragraphs: [
        "A family counts where its head lived last. What single families cost is in the list of families of concern."
      ],
      tables: [
        costTable(
          name: "costs-by-district", title: "Cost of families of concern, by district",
          heading: "District", groups: groups,
          order: groups.keys.sorted {
            ($0 == "Not known" ? 1 : 0, $0) < ($1 == "Not known" ? 1 : 0, $1)
          }, words: { $0 })
      ])
  }

  // MARK: Tables

  private func sum(_ lines: [ConcernSummary.Cost]?, _ stage: String? = nil) -> Int {
    (lines ?? []).reduce(0) { stage == nil || $1.stage == stage ? $0 + $1.pence : $0 }
  }

  private func costTable<Key: Hashable>(
    name: String, title: String, heading: String, groups: [Key: [ConcernSummary.Cost]],
    order: [Key], words: (Key) -> String
  ) -> ReportTable {
    func row(_ words: String, _ lines: [ConcernSummary.Cost]) -> [ReportTable.Value] {
      [.text(words), .number(Set(lines.map(\.family)).count)]
        + Self.stages.map { .money(Pence(Int64(sum(lines, $0.0)))) }
        + [.money(Pence(Int64(sum(lines))))]
    }
    let present = order.filter { groups[$0] != nil }
    return ReportTable(
      name: name, title: title,
      columns: [.text(heading, width: 32), .number("Families")]
        + Self.stages.map { .number($0.1, width: 18) } + [.number("Together", width: 18)],
      rows: present.map { row(words($0), groups[$0] ?? []) },
      totals: present.isEmpty ? nil : row("All", present.flatMap { groups[$0] ?? [] }))
  }

  private var notCosted: ReportBook.Section {
    ReportBook.Section(
      heading: "Not costed",
      paragraphs: [
        "Each of these cost somebody something. The table of unit costs has no figure for them, so no sum holds them."
      ],
      tables: [
        ReportTable(
          name: "not-costed", title: "What has no unit cost",
          columns: [
            .text("What", width: 48), .text("Agency", width: 40), .number("Facts"),
            .number("Families"),
          ],
          rows: concern.notCosted.map {
            [.text($0.title), .text($0.agency), .number($0.facts), .number($0.families)]
          })
      ])
  }
}
