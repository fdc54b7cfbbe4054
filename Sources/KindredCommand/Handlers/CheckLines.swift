import Intake
import Pipelines
import Store
import Vocabulary

/// The lines of `kindred check`.
struct CheckLines {
  let check: PipelineCheck

  init(_ check: PipelineCheck) {
    self.check = check
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: json.map(\.line)
    }
  }

  private var extracts: [CheckedExtract] { check.sources.flatMap(\.extracts) }

  // MARK: Text

  private func text(_ styling: Styling) -> [String] {
    let heading =
      "\(check.council) as of \(check.asOf.iso): \(Numbers.counted(check.sources.count, "source")), "
      + "\(Numbers.counted(extracts.count, "extract"))."
    let sections = [
      ("Sources and extracts", extractTable.lines(styling, indent: "  ")),
      ("Rows with problems", problemTable.lines(styling, indent: "  ")),
      ("What the codes mean", codeLines(styling)),
      ("Findings", Findings.lines(check.findings, styling)),
    ]
    let body = sections.filter { !$0.1.isEmpty }.flatMap { title, lines in
      ["", styling.apply(.heading, to: "\(title):")] + lines
    }
    return [Printable.line(heading)] + body + ["", check.verdict.sentence]
  }

  private var extractTable: TextTable {
    var table = TextTable([
      ("SOURCE", .left), ("STATE", .left), ("AGE", .right), ("EXTRACT", .left), ("READ", .right),
      ("ACCEPTED", .right), ("QUARANTINED", .right), ("SKIPPED", .right),
    ])
    for source in check.sources {
      let state = source.state
      let age = state.ageDays.map { "\($0) d" }
      if source.extracts.isEmpty {
        table.add([.init(source.name), .init(state.state), .init(age), "", "", "", "", ""])
      }
      for (place, extract) in source.extracts.enumerated() {
        let account = extract.account
        table.add([
          .init(place == 0 ? source.name : nil), .init(place == 0 ? state.state : nil),
          .init(place == 0 ? age : nil), .init(extract.fileName),
          account == nil ? .init(extract.whyUnread) : .init(account?.read),
          .init(account?.accepted), .init(account?.quarantined), .init(account?.skippedInAll),
        ])
      }
    }
    return table
  }

  private var problemTable: TextTable {
    var table = TextTable([
      ("FILE AND LINES", .left), ("COLUMN", .left), ("CODE", .left), ("ROWS", .right),
      ("OUTCOME", .left),
    ])
    for extract in extracts {
      for problem in extract.problems {
        table.add([
          .init("\(extract.fileName):\(problem.lineList)"), .init(problem.column),
          .init(problem.code.rawValue), .init(problem.count), .init(problem.outcome),
        ])
      }
    }
    return table
  }

  /// Each code that was met, once, in the order of the alphabet.
  private func codeLines(_ styling: Styling) -> [String] {
    let codes = Set(extracts.flatMap { $0.problems.map(\.code) })
    return codes.sorted { $0.rawValue < $1.rawValue }.flatMap { code in
      ["  \(styling.apply(.heading, to: code.rawValue)): \(code.meaning)", "    \(code.remedy)"]
    }
  }

  // MARK: JSON

  private var json: [JSONValue] {
    let sources = check.sources.flatMap { source in
      [json(source)] + source.extracts.flatMap { [json($0, source)] + problems($0, source) }
    }
    let verdict = JSONValue.members([
      ("type", .text("verdict")), ("verdict", .text(check.verdict.word)),
      ("exit_code", .number(Int(check.verdict.exitCode.rawValue))),
    ])
    return sources + check.findings.map(Findings.json) + [verdict]
  }

  private func json(_ source: CheckedSource) -> JSONValue {
    .members([
      ("type", .text("source")), ("source", .text(source.name)),
      ("state", .text(source.state.state)), ("newest", source.state.newest.map { .text($0) }),
      ("age_days", source.state.ageDays.map { .number($0) }),
      ("due", source.state.due.map { .text($0) }),
    ])
  }

  private func json(_ extract: CheckedExtract, _ source: CheckedSource) -> JSONValue {
    .members([
      ("type", .text("extract")), ("source", .text(source.name)),
      ("file", .text(extract.fileName)), ("delivered", .text(extract.delivered.iso)),
      ("state", .text(extract.whyUnread ?? "read")),
      ("duplicate_of", extract.duplicateOf.map { .text($0) }),
      ("read", extract.account.map { .number($0.read) }),
      ("accepted", extract.account.map { .number($0.accepted) }),
      ("quarantined", extract.account.map { .number($0.quarantined) }),
      ("skipped", extract.account.map { .number($0.skippedInAll) }),
    ])
  }

  private func problems(_ extract: CheckedExtract, _ source: CheckedSource) -> [JSONValue] {
    extract.problems.map { problem in
      .members([
        ("type", .text("problem")), ("source", .text(source.name)),
        ("file", .text(extract.fileName)), ("lines", .list(problem.lines.map { .number($0) })),
        ("column", problem.column.map { .text($0) }), ("code", .text(problem.code.rawValue)),
        ("count", .number(problem.count)), ("rejected", .truth(problem.isRejection)),
        ("message", .text(problem.code.meaning)), ("remedy", .text(problem.code.remedy)),
      ])
    }
  }
}

extension CheckedExtract {
  /// Why there is no account of it.
  fileprivate var whyUnread: String? {
    if account != nil { return nil }
    return duplicateOf == nil ? "refused" : "duplicate"
  }
}

extension CheckedProblem {
  /// The first lines on which it was met, with a mark if there are more.
  fileprivate var lineList: String {
    lines.map(String.init).joined(separator: ",") + (count > lines.count ? ",..." : "")
  }

  fileprivate var outcome: String {
    if isRejection { return "quarantined" }
    return code.isRepair ? "repaired" : "left out"
  }
}
