import Store
import Vocabulary

/// The families of a run as tables, each of which is on the page and a CSV file.
struct FamiliesTables {
  let families: FamiliesSummary
  /// The areas that the council counts by.
  let areas: AreaTable?

  var all: [ReportTable] {
    [sizes, children, criteria, concerns, wards].filter { !$0.rows.isEmpty }
  }

  var sizes: ReportTable {
    ReportTable(
      name: "families-by-size", title: "Families by how many live together",
      columns: [.number("People"), .number("Families"), .number("Share")],
      rows: families.sizes.map { row($0, of: families.families) })
  }

  var children: ReportTable {
    ReportTable(
      name: "families-by-children", title: "Families by how many children they have",
      columns: [.number("Children"), .number("Families"), .number("Share")],
      rows: families.children.map { row($0, of: families.families) })
  }

  private func row(_ count: FamiliesSummary.Count, of all: Int) -> [ReportTable.Value] {
    [.number(count.number), .number(count.families), .share(Share(count.families, of: all))]
  }

  var criteria: ReportTable {
    ReportTable(
      name: "families-by-criterion", title: "Families by criterion",
      lines: [
        "Cannot tell: a source that would show it has sent nothing for all or part of the time, or a date is too vague."
      ],
      columns: [
        .text("Pack", width: 40), .text("Criterion", width: 48), .number("Met"),
        .number("Not met"), .number("Cannot tell"), .number("Does not apply"),
      ],
      rows: families.criteria.map { criterion in
        [
          .text(criterion.pack), .text(criterion.title), .number(criterion.met),
          .number(criterion.notMet), .number(criterion.cannotTell),
          .number(criterion.notApplicable),
        ]
      })
  }

  var concerns: ReportTable {
    ReportTable(
      name: "families-by-year-of-concern", title: "Families by the year of their earliest concern",
      lines: ["A family known only since a source began may have been in need before."],
      // A year is a name and no quantity.
      columns: [.text("Year", width: 10), .number("Families")],
      rows: families.concerns.map { [.text("\($0.number)"), .number($0.families)] })
  }

  // MARK: Wards

  /// How many families with a concern live in each ward.
  var counts: [Area: Int] {
    guard let areas else { return [:] }
    var counts = Dictionary(uniqueKeysWithValues: areas.areas.map { ($0, 0) })
    for home in families.homes {
      guard let area = areas.area(ofPostcode: home.postcode) else { continue }
      counts[area, default: 0] += 1
    }
    return counts
  }

  /// The counts that may be published: what is small, or would tell what is small, is left out.
  var shown: [Area: Int] {
    let sorted = counts.sorted { $0.key < $1.key }
    guard !sorted.isEmpty else { return [:] }
    let judged = SmallNumbers(sorted.map(\.value))
    var shown: [Area: Int] = [:]
    for (place, count) in sorted.enumerated() where !judged.isHidden[place] {
      shown[count.key] = count.value
    }
    return shown
  }

  var wards: ReportTable {
    let shown = shown
    return ReportTable(
      name: "families-by-ward", title: "Families with a concern, by ward",
      columns: [.text("District"), .text("Ward"), .number("Families")],
      rows: counts.keys.sorted().map { area in
        [
          .text(area.district), .text(area.ward), shown[area].map { .number($0) } ?? .suppressed,
        ]
      })
  }
}
