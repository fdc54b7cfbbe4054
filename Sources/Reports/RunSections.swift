public import SQLiteAccess
public import Store

/// The parts of a run's reports that the review application shows on pages of its own.
///
/// They hold counts, codes and shapes of values, and no detail of any person.
public struct RunSections: Sendable {
  private let run: RunPicture

  /// Reads what the parts tell of.
  public init(_ file: inout RunFile) throws(DatabaseError) {
    run = try RunPicture(&file)
  }

  /// Every source, and how many facts it gave.
  public var summaries: [(source: SourceSummary, facts: Int)] {
    run.sources.map { ($0.summary, $0.yield.facts) }
  }

  /// Every source in a row, with links to `sources/NAME.html`.
  public var sources: Markup { SourceTable(run: run).markup }

  /// What the checks found, errors first.
  public var findings: Markup {
    FindingTable(run: run, findings: run.findings, root: "", namesSource: true).markup
  }

  /// Why rows were quarantined, by source.
  public var quarantine: Markup {
    guard run.account.quarantined > 0 else { return "<p>No row was quarantined.</p>" }
    return RejectionsPage(run: run).reasons
  }

  /// How the linkage went; nothing where the pipeline has none.
  public var people: Markup {
    guard let people = run.people else { return "<p>The pipeline links no people.</p>" }
    return Markup(PeoplePage(run: run, people: people).figuresAndModel)
  }

  /// The pages of the sources, by the names of their files, such as `school-census.html`.
  public var sourcePages: [String: (title: String, content: Markup)] {
    var pages: [String: (title: String, content: Markup)] = [:]
    for source in run.sources {
      let name = ReportLink.page(ofSource: source.name).split(separator: "/").last.map(String.init)
      pages[name ?? ""] = (source.title, Markup(SourcePage(run: run, source: source).content))
    }
    return pages
  }
}
