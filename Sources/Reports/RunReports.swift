public import SQLiteAccess
public import Store
public import Vocabulary

/// What reports need beside the run file.
public struct ReportContext: Sendable {
  /// The run's name.
  public var run = ""
  /// The areas by which the council counts.
  public var areas: AreaTable?
  /// The areas' outlines for a map.
  public var outlines: [AreaOutline] = []
  /// The run that nightly lists compare with; nil where there was none.
  public var before: EarlierConcern?
  /// What the cohort's families are like; nil where nobody asked.
  public var profile: ProfilePicture?
  /// The figures of the run before; nil where there was none.
  public var figuresBefore: NightFigures?
  /// How much of reactive costs earlier help is assumed to avoid; nil where nobody states it.
  public var avoided: AvoidedShares?
  /// What schemes may bring; nothing where there is no programme.
  public var income: [IncomePicture] = []

  /// The reports wanted, by name; empty for everything.
  public var only: Set<String> = []

  /// Nothing but the run file.
  public init() {}
}

/// What the run before knew of concern.
public struct EarlierConcern: Sendable {
  /// The run.
  public var run: String
  /// The day for which it was made.
  public var asOf: Day
  /// The families of which it saw concern.
  public var families: Set<Int64>
  /// The people in them.
  public var people: Set<Int64>

  /// Names a run with what it knew.
  public init(run: String, asOf: Day, families: Set<Int64>, people: Set<Int64>) {
    (self.run, self.asOf, self.families, self.people) = (run, asOf, families, people)
  }
}

/// Every report of a run: the pages, and the tables beside them.
///
/// The pages hold everything that they need. They have no script, ask for nothing from anywhere, and look the same
/// when opened from a disk, sent by mail or printed. The same run file gives the same bytes.
public enum RunReports {
  /// Makes the reports of a run.
  public static func files(
    for file: inout RunFile, in context: ReportContext = ReportContext()
  ) throws(DatabaseError) -> [ReportFile] {
    try made(for: &file, in: context).files
  }

  /// Makes the reports that the context wants, and names all that the run has.
  public static func made(
    for file: inout RunFile, in context: ReportContext
  ) throws(DatabaseError) -> (files: [ReportFile], names: [String]) {
    var run = try RunPicture(&file)
    run.name = context.run
    let all = try books(of: run, &file, context)
    let books = all.filter { context.only.isEmpty || context.only.contains($0.name) }
    run.books = books.map(BookLink.init)
    let files =
      (context.only.isEmpty ? data(of: run, context) : [])
      + books.flatMap { BookFiles(run: run, book: $0).all }
    return (files, all.map(\.name))
  }

  /// The reports that are told once and given three ways, in the order of the first page.
  private static func books(
    of run: RunPicture, _ file: inout RunFile, _ context: ReportContext
  ) throws(DatabaseError) -> [ReportBook] {
    var books: [ReportBook] = []
    let programme = try file.programmeSummary()
    if let programme {
      books.append(
        ProgrammeBook(run: run, programme: programme, income: context.income).book)
    }
    if let profile = context.profile {
      books.append(ProfileBook(profile: profile, context: context).book)
    }
    if let concern = try file.concernSummary() {
      books.append(ConcernBook(run: run, concern: concern, context: context).book)
      let wobbles = try file.wobbles(
        knownFamilies: context.before?.families ?? [], knownPeople: context.before?.people ?? [])
      books.append(WobbleBook(wobbles: wobbles, concern: concern, context: context).book)
      books.append(
        CoverageBook(
          run: run, concern: concern, coverage: try file.coverage(),
          led: try file.familiesWithALead(), programme: programme, context: context
        ).book)
    }
    if let people = run.people, let quality = try file.linkageQuality() {
      books.append(QualityBook(run: run, people: people, quality: quality).book)
    }
    if let before = context.figuresBefore {
      books.append(
        ChangeBook(
          run: run, before: before, now: try file.nightFigures(),
          lineage: try file.lineageCounts()
        ).book)
    }
    return books
  }

  /// The pages and tables of what was read and found.
  private static func data(of run: RunPicture, _ context: ReportContext) -> [ReportFile] {
    var files = [
      ReportFile(path: "reports/index.html", page: IndexPage(run: run).markup),
      ReportFile(path: "reports/rejections.html", page: RejectionsPage(run: run).markup),
    ]
    if let people = run.people {
      files.append(
        ReportFile(
          path: "reports/people.html", page: PeoplePage(run: run, people: people).markup))
    }
    if let families = run.families {
      let tables = FamiliesTables(families: families, areas: context.areas)
      let page = FamiliesPage(run: run, tables: tables, outlines: context.outlines)
      files.append(ReportFile(path: "reports/families.html", page: page.markup))
      files += tables.all.flatMap { $0.files() }
    }
    for source in run.sources {
      files.append(
        ReportFile(
          path: "reports/\(ReportLink.page(ofSource: source.name))",
          page: SourcePage(run: run, source: source).markup))
    }
    return files + CSVTable.allCases.flatMap { $0.files(of: run) }
  }
}
