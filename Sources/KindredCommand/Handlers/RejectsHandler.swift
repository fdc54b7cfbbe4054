import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred rejects`: the rows that a run quarantined, and why.
enum RejectsHandler {
  static func rejects(_ request: RejectsRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      var opened = try RunKeeper(Workspace(Path(request.workspace))).open(request.run)
      let sources = try opened.file.sourceSummaries().map(\.name)
      let codes = try opened.file.problemMeanings().map(\.code)
      try Wanted.refuse(
        Wanted.problems(request.sources, among: sources, called: "source")
          + Wanted.problems(request.codes, among: codes, called: "code"))
      let filter = RejectionFilter(sources: request.sources, codes: request.codes)
      let lines = RejectLines(
        run: opened.run, counts: try opened.file.rejectionCounts(filter),
        rows: try opened.file.rejectedRowCount(filter),
        rejections: try opened.file.rejections(filter, ofAtMost: request.limit))
      for line in lines.lines(request.format, console.styling) { console.print(line) }
      return .done
    }
  }
}

/// The lines of `kindred rejects`.
struct RejectLines {
  var run: RunName
  var counts: [RejectionCount]
  /// How many rows there are, listed or not.
  var rows: Int
  var rejections: [RejectionSummary]

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: counts.map { json($0).line } + rejections.map { json($0).line }
    }
  }

  private func text(_ styling: Styling) -> [String] {
    guard rows > 0 else { return ["The run \(run) quarantined no such row."] }
    var countTable = TextTable([("SOURCE", .left), ("CODE", .left), ("ROWS", .right)])
    for count in counts {
      countTable.add([.init(count.source), .init(count.code), .init(count.rows)])
    }
    var table = TextTable([
      ("SOURCE", .left), ("FILE AND LINE", .left), ("COLUMN", .left), ("CODE", .left),
      ("VALUE", .left), ("REASON", .left),
    ])
    for rejection in rejections {
      table.add([
        .init(rejection.source), .init("\(rejection.fileName):\(rejection.line)"),
        .init(rejection.column), .init(rejection.code), .init(rejection.maskedValue),
        .init(rejection.meaning),
      ])
    }
    let heading = "\(run): \(Numbers.counted(rows, "row")) quarantined"
    let list = table.lines(styling, indent: "  ")
    return [heading + "."] + countTable.lines(styling, indent: "  ")
      + (list.isEmpty ? [] : ["", styling.apply(.heading, to: listHeading)] + list)
  }

  private var listHeading: String {
    let listed = Set(rejections.map { "\($0.fileName):\($0.line)" }).count
    return listed < rows
      ? "The first \(listed) of them; --limit shows more:" : "All of them:"
  }

  private func json(_ count: RejectionCount) -> JSONValue {
    .members([
      ("type", .text("count")), ("source", .text(count.source)), ("code", .text(count.code)),
      ("rows", .number(count.rows)),
    ])
  }

  private func json(_ rejection: RejectionSummary) -> JSONValue {
    .members([
      ("type", .text("rejection")), ("source", .text(rejection.source)),
      ("file", .text(rejection.fileName)), ("line", .number(rejection.line)),
      ("column", rejection.column.isEmpty ? nil : .text(rejection.column)),
      ("code", .text(rejection.code)), ("masked_value", .text(rejection.maskedValue)),
      ("message", .text(rejection.meaning)),
    ])
  }
}
