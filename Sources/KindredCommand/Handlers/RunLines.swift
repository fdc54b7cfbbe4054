import Pipelines
import Store

/// The lines of `kindred runs`.
struct RunLines {
  let runs: [RunKeeper.Listed]

  init(_ runs: [RunKeeper.Listed]) {
    self.runs = runs
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: runs.map { json($0).line }
    }
  }

  private func text(_ styling: Styling) -> [String] {
    guard !runs.isEmpty else { return ["There is no run yet."] }
    var table = TextTable([
      ("LIVE", .left), ("RUN", .left), ("STATUS", .left), ("ENDED", .left), ("SECONDS", .right),
      ("READ", .right), ("ACCEPTED", .right), ("QUARANTINED", .right),
    ])
    for run in runs {
      let counts = run.rowCounts
      table.add([
        run.isLive ? "*" : "", "\(run.run)", "\(run.status)", .init(run.results?.endedAt),
        .init(run.results.map { $0.elapsedMilliseconds / 1_000 }), .init(counts["rows_read"]),
        .init(counts["rows_accepted"]), .init(counts["rows_quarantined"]),
      ])
    }
    return table.lines(styling)
  }

  private func json(_ run: RunKeeper.Listed) -> JSONValue {
    let counts = run.rowCounts
    return .members([
      ("run", .text(run.run.description)), ("status", .text(run.status)),
      ("live", .truth(run.isLive)), ("started_at", run.results.map { .text($0.startedAt) }),
      ("ended_at", run.results.map { .text($0.endedAt) }),
      ("elapsed_ms", run.results.map { .number($0.elapsedMilliseconds) }),
      ("rows_read", counts["rows_read"].map { .number($0) }),
      ("rows_accepted", counts["rows_accepted"].map { .number($0) }),
      ("rows_quarantined", counts["rows_quarantined"].map { .number($0) }),
    ])
  }
}

extension RunKeeper.Listed {
  fileprivate var status: String { results?.status.rawValue ?? "unfinished" }

  /// What the reading of the extracts counted.
  fileprivate var rowCounts: [String: Int] {
    results?.results.first { $0.uniqueID == "intake" }?.counts ?? [:]
  }
}
