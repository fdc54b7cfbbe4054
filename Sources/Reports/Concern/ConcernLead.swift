import Store
import Vocabulary

/// The time from the earliest concern to the threshold of statutory action: how it is spread, and where it is not known.
struct ConcernLead {
  let concern: ConcernSummary
  let areas: AreaTable?
  let asOf: Day?

  /// The families of which concern is seen.
  var concerned: [ConcernSummary.Family] { concern.families.filter { $0.concern != nil } }

  /// Those of them whose concern came before the threshold.
  var timed: [ConcernSummary.Family] { concerned.filter { ($0.lead?.least ?? -1) >= 0 } }

  /// The lead time that half of them had at least.
  var median: Int? { Middle.lower(timed.compactMap { $0.lead?.least }) }

  var section: ReportBook.Section {
    ReportBook.Section(
      heading: "How long there was to act",
      paragraphs: [
        """
        The lead time runs from the earliest concern to the first of the thresholds that the pack of signs names: an \
        enquiry, a conference or plan to protect a child, a child looked after, a child in need, a common assessment. \
        Where a date is known by its month alone, the fewest days that it may have been count.
        """
      ], pictures: [picture].compactMap(\.self),
      tables: [spread, byShape] + (areas == nil ? [] : [byDistrict]))
  }

  // MARK: Spread

  private struct Band {
    var words: String
    var days: Range<Int>
  }

  private static let bands = [
    Band(words: "Under 3 months", days: 0..<91), Band(words: "3 to 6 months", days: 91..<183),
    Band(words: "6 to 12 months", days: 183..<365), Band(words: "1 to 2 years", days: 365..<730),
    Band(words: "2 to 3 years", days: 730..<1_095),
    Band(words: "3 to 5 years", days: 1_095..<1_826),
    Band(words: "5 years and more", days: 1_826..<Int.max),
  ]

  private func families(in band: Band) -> Int {
    timed.count { band.days.contains($0.lead?.least ?? -1) }
  }

  private var spread: ReportTable {
    let before = concerned.count { ($0.lead?.least ?? 0) < 0 }
    return ReportTable(
      name: "lead-times", title: "Families by lead time",
      lines: [
        """
        \(Numbers.counted(before, "family", "families")) reached the threshold before any sign of concern was seen: nothing \
        in the agencies’ records could have warned of it.
        """
      ], columns: [.text("Lead time", width: 22), .number("Families"), .number("Share")],
      rows: timed.isEmpty
        ? []
        : Self.bands.map { band in
          let count = families(in: band)
          return [
            .text(band.words), .number(count), .share(Share(count, of: timed.count)),
          ]
        },
      totals: timed.isEmpty ? nil : [.text("All"), .number(timed.count), .share(Share(1, of: 1))])
  }

  private var picture: Markup? {
    guard !timed.isEmpty else { return nil }
    let plot = Plot(
      title: "Families by lead time", shape: .bars, horizontal: "Families", vertical: "Lead time",
      series: [
        .init(
          name: "Families",
          points: Self.bands.map {
            .init(x: 0, y: Double(families(in: $0)), label: $0.words)
          })
      ])
    return "<figure class=\"plot\">\(plot.markup)</figure>"
  }

  // MARK: By shape and by area

  private var byShape: ReportTable {
    table(
      name: "lead-times-by-shape", title: "Lead time by the shape of the family",
      heading: "Family", groups: Dictionary(grouping: concerned) { FamilyShape($0) },
      order: FamilyShape.allCases, words: \.words)
  }

  private var byDistrict: ReportTable {
    let groups = Dictionary(grouping: concerned) { district(of: $0) }
    return table(
      name: "lead-times-by-district", title: "Lead time by district", heading: "District",
      groups: groups, order: groups.keys.sorted { ($0 ?? "\u{10FFFF}") < ($1 ?? "\u{10FFFF}") },
      words: { $0 ?? "Not known" })
  }

  private func district(of family: ConcernSummary.Family) -> String? {
    areas?.area(ofPostcode: family.postcode)?.district
  }

  private func table<Key: Hashable>(
    name: String, title: String, heading: String, groups: [Key: [ConcernSummary.Family]],
    order: [Key], words: (Key) -> String
  ) -> ReportTable {
    ReportTable(
      name: name, title: title,
      emptyCells: "An empty cell: no family of the row has a lead time.",
      columns: [
        .text(heading), .number("Of concern"), .number("Threshold reached"),
        .number("With a lead time"), .number("Half had at least, days", width: 18),
        .number("Shortest, days"), .number("Longest, days"),
      ],
      rows: order.compactMap { key in
        guard let families = groups[key] else { return nil }
        let leads = families.compactMap(\.lead).filter { $0.least >= 0 }
        return [
          .text(words(key)), .number(families.count),
          .number(families.count { $0.threshold != nil }), .number(leads.count),
          .count(Middle.lower(leads.map(\.least))), .count(leads.map(\.least).min()),
          .count(leads.map(\.most).max()),
        ]
      })
  }

  // MARK: What is not known

  /// What the data cannot see: before they begin, and after the run's day.
  var censoring: ReportBook.Section {
    let early = concerned.count { $0.mayBeEarlier }
    let open = concerned.count { $0.threshold == nil }
    return ReportBook.Section(
      heading: "What the data cannot see",
      paragraphs: [
        """
        Nobody sees further back than the data. Of \(Numbers.counted(early, "family", "families")) the concern was seen \
        within a year of the first delivery of the agency that shows it: it may have begun before.
        """,
        """
        \(Numbers.counted(open, "family", "families")) of concern had not reached a threshold by \
        \(asOf.map { DayWording.long($0) } ?? "the run’s day"). Some will. So the lead times above are those of families that got there; the table \
        below counts all, for as long as each could be watched.
        """,
      ], tables: [survival, observed])
  }

  /// Of the families that could be watched for a whole year from its beginning, how many reached the threshold in it.
  private var survival: ReportTable {
    var rows: [[ReportTable.Value]] = []
    for year in 0..<6 {
      var (watched, reached) = (0, 0)
      for family in concerned {
        guard let asOf, let from = family.concern.flatMap({ Day(iso: $0.from) }) else { continue }
        let lead = family.threshold == nil ? nil : family.lead?.least
        if let lead, lead < year * 365 { continue }
        guard from.days(until: asOf) >= (year + 1) * 365 else { continue }
        watched += 1
        if let lead, lead < (year + 1) * 365 { reached += 1 }
      }
      guard watched > 0 else { continue }
      rows.append([
        .text("Year \(year + 1)"), .number(watched), .number(reached),
        .share(Share(reached, of: watched)),
      ])
    }
    return ReportTable(
      name: "threshold-by-year",
      title: "Families that reached the threshold, by year since the concern",
      lines: [
        "A family counts in a year if it had not reached the threshold before and could be watched to the year’s end."
      ],
      columns: [
        .text("Since the concern", width: 20), .number("Families watched"), .number("Reached it"),
        .number("Share"),
      ], rows: rows)
  }

  private var observed: ReportTable {
    ReportTable(
      name: "data-begin", title: "From when each agency’s data tell anything",
      emptyCells: "An empty cell: the agency has delivered nothing.",
      columns: [.text("Agency", width: 56), .text("Since", width: 14)],
      rows: concern.observed.map { observed in
        [.text(observed.agency), observed.since.flatMap { Day(iso: $0) }.map { .day($0) } ?? .none]
      })
  }
}

/// What a family is like, by those who live in it.
enum FamilyShape: CaseIterable, Hashable {
  case alone, few, many, oneAdultMany, childless

  init(_ family: ConcernSummary.Family) {
    switch (family.children, family.adults) {
    case (0, _): self = .childless
    case (1...2, ...1): self = .alone
    case (1...2, _): self = .few
    case (_, ...1): self = .oneAdultMany
    default: self = .many
    }
  }

  var words: String {
    switch self {
    case .alone: "One adult, one or two children"
    case .oneAdultMany: "One adult, three children or more"
    case .few: "Several adults, one or two children"
    case .many: "Several adults, three children or more"
    case .childless: "No child lives there"
    }
  }
}
