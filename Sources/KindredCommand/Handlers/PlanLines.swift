import Intake
import Pipelines
import Store
import Vocabulary

/// The lines of `kindred plan`.
struct PlanLines {
  let forecast: RunForecast
  let council: String

  init(_ forecast: RunForecast, council: String) {
    self.forecast = forecast
    self.council = council
  }

  /// The most names of changed files that are listed.
  private static let mostNames = 10

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: json.map(\.line)
    }
  }

  // MARK: Text

  private func text(_ styling: Styling) -> [String] {
    let sections = [
      ("Sources and extracts", extractTable.lines(styling, indent: "  ")),
      ("Stages", stageTable.lines(styling, indent: "  ")),
      ("Findings", Findings.lines(forecast.findings, styling)),
    ]
    let body = sections.filter { !$0.1.isEmpty }.flatMap { title, lines in
      ["", styling.apply(.heading, to: "\(title):")] + lines
    }
    return heading.map(Printable.line) + body + ["", verdict]
  }

  private var heading: [String] {
    let plan = forecast.plan
    let bytes = plan.extracts.reduce(0) { $0 + $1.bytes }
    let lines = plan.extracts.reduce(0) { $0 + $1.lines }
    return [
      "\(council) as of \(plan.asOf.iso): run \(plan.name)",
      "\(Numbers.counted(plan.extracts.count, "extract")), \(ByteCount.text(bytes)), "
        + "about \(Numbers.counted(lines, "row")).",
      sinceLive,
    ]
  }

  private var sinceLive: String {
    guard let live = forecast.live else { return "No run is live yet." }
    guard !forecast.isLive else { return "It is the live run: nothing has changed since." }
    let names = forecast.changedSinceLive
    let listed = names.prefix(Self.mostNames).joined(separator: ", ")
    let rest = names.count > Self.mostNames ? " and \(names.count - Self.mostNames) more" : ""
    return names.isEmpty
      ? "Live is \(live), made of the same files for another day, or by another version."
      : "Live is \(live). Different since: \(listed)\(rest)."
  }

  private var extractTable: TextTable {
    var table = TextTable([
      ("SOURCE", .left), ("STATE", .left), ("DUE", .left), ("EXTRACT", .left),
      ("DELIVERED", .left), ("AGE", .right), ("SIZE", .right), ("ROWS", .right), ("", .left),
    ])
    for source in forecast.sources {
      if source.extracts.isEmpty {
        table.add([
          .init(source.name), .init(source.freshness), .init(source.whenDue), "", "", "", "", "",
          "",
        ])
      }
      for (place, extract) in source.extracts.enumerated() {
        let age = extract.delivered.days(until: forecast.plan.asOf)
        table.add([
          .init(place == 0 ? source.name : nil), .init(place == 0 ? source.freshness : nil),
          .init(place == 0 ? source.whenDue : nil), .init(extract.fileName),
          .init(extract.delivered.iso), "\(age) d", .init(ByteCount.text(extract.bytes)),
          .init(extract.lines), .init(extract.whyUnread),
        ])
      }
    }
    return table
  }

  private var stageTable: TextTable {
    var table = TextTable([("STAGE", .left), ("WOULD", .left), ("BECAUSE", .left)])
    for stage in forecast.stages {
      table.add([
        .init(stage.name), stage.isReused ? "be reused" : "run", .init(stage.reason),
      ])
    }
    return table
  }

  private var verdict: String {
    forecast.verdict == .sound
      ? "A run could start. Whether its rows are sound, 'kindred check' tells."
      : forecast.verdict.sentence
  }

  // MARK: JSON

  private var json: [JSONValue] {
    let plan = forecast.plan
    let run = JSONValue.members([
      ("type", .text("run")), ("run", .text(plan.name.description)),
      ("as_of", .text(plan.asOf.iso)), ("live", forecast.live.map { .text($0.description) }),
      ("is_live", .truth(forecast.isLive)),
      ("changed_since_live", .texts(forecast.changedSinceLive)),
      ("extracts", .number(plan.extracts.count)),
      ("bytes", .number(plan.extracts.reduce(0) { $0 + $1.bytes })),
      ("estimated_rows", .number(plan.extracts.reduce(0) { $0 + $1.lines })),
    ])
    let sources = forecast.sources.flatMap { source in
      [json(source)] + source.extracts.map { json($0, source) }
    }
    let verdict = JSONValue.members([
      ("type", .text("verdict")), ("verdict", .text(forecast.verdict.word)),
      ("exit_code", .number(Int(forecast.verdict.exitCode.rawValue))),
    ])
    return [run] + sources + forecast.stages.map(json) + forecast.findings.map(Findings.json)
      + [verdict]
  }

  private func json(_ source: SourceForecast) -> JSONValue {
    .members([
      ("type", .text("source")), ("source", .text(source.name)),
      ("state", .text(source.freshness)), ("every", .text(source.every)),
      ("newest", source.newest.map { .text($0) }), ("age_days", source.ageDays.map { .number($0) }),
      ("due", source.due.map { .text($0) }), ("late", .truth(source.isLate)),
    ])
  }

  private func json(_ extract: PlannedExtract, _ source: SourceForecast) -> JSONValue {
    .members([
      ("type", .text("extract")), ("source", .text(source.name)),
      ("file", .text(extract.fileName)), ("delivered", .text(extract.delivered.iso)),
      ("bytes", .number(extract.bytes)), ("estimated_rows", .number(extract.lines)),
      ("would", .text(extract.whyUnread ?? "be read")),
      ("duplicate_of", extract.duplicateOf.map { .text($0) }),
    ])
  }

  private func json(_ stage: StageForecast) -> JSONValue {
    .members([
      ("type", .text("stage")), ("stage", .text(stage.name)),
      ("would", .text(stage.isReused ? "be reused" : "run")), ("because", .text(stage.reason)),
    ])
  }
}

extension SourceForecast {
  /// The day on which the next extract is due, and whether it has passed.
  fileprivate var whenDue: String? { due.map { isLate ? "\($0), late" : $0 } }
}

extension PlannedExtract {
  /// Why it would not be read.
  fileprivate var whyUnread: String? {
    if duplicateOf != nil { return "the same again" }
    return survey.shape == nil ? "can't be read" : nil
  }
}

/// Sizes as people say them.
enum ByteCount {
  static func text(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\((bytes + 500) / 1_000) kB"
    case ..<1_000_000_000: "\((bytes + 500_000) / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000).\(bytes / 100_000_000 % 10) GB"
    }
  }
}
