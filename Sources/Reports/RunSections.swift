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

  /// The page of a source by the name of its file, such as `school-census.html`.
  public func source(file name: String) -> (title: String, content: Markup)? {
    let found = run.sources.first { ReportLink.page(ofSource: $0.name) == "sources/\(name)" }
    return found.map { ($0.title, Markup(SourcePage(run: run, source: $0).content)) }
  }
}
