import Reports
import SQLiteAccess
import Store
import Vocabulary

/// What pages show of a run as a whole: counts, codes and shapes of values, worked out once when the run is opened.
struct RunParts: Sendable {
  /// The sources with their states, and how many facts each gave.
  let sources: [(source: SourceSummary, facts: Int)]
  /// What Today says of the night.
  let today: Markup
  /// What the page on quality shows.
  let quality: Markup
  /// The pages of the sources, by the names of their files.
  let sourcePages: [String: (title: String, content: Markup)]

  init(_ file: inout RunFile, _ facts: Generation.Facts) throws(DatabaseError) {
    let sections = try RunSections(&file)
    sources = sections.summaries
    today = Markup([
      "<h2>Sources</h2>", Self.freshness(sources.map(\.source), facts.agencies),
      "<h2>What the night’s checks found</h2>", sections.findings,
    ])
    quality = Markup([
      "<h2>Sources</h2>", sections.sources, "<h2>Quarantine</h2>", sections.quarantine,
      "<h2>Linkage</h2>", sections.people,
    ])
    sourcePages = sections.sourcePages
  }

  private static func freshness(_ sources: [SourceSummary], _ agencies: [String: String]) -> Markup
  {
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
        let agency = agencies[source.agency] ?? source.agency
        let age: Markup = source.state?.ageInDays.map { "\(count: $0)" } ?? "–"
        return [
          "\(source.title)<small>\(agency)</small>", StateTag(source.state?.freshness).markup,
          DayWording.cell(source.state?.newest ?? "–"), age,
          DayWording.cell(source.state?.due ?? "–"),
        ]
      })
    return Markup([words, table.stacked.markup])
  }
}
