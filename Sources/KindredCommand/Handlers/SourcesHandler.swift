import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred sources`: a card for each source of a run.
enum SourcesHandler {
  static func sources(_ request: SourcesRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      var opened = try RunKeeper(Workspace(Path(request.workspace))).open(request.run)
      let cards = try SourceCard.all(in: &opened.file)
      try Wanted.refuse(
        Wanted.problems(request.sources, among: cards.map(\.source.name), called: "source"))
      let wanted = cards.filter {
        request.sources.isEmpty || request.sources.contains($0.source.name)
      }
      switch request.format {
      case .json: for card in wanted { console.print(card.json.line) }
      case .text:
        for (place, card) in wanted.enumerated() {
          if place > 0 { console.print() }
          for line in card.text(console.styling) { console.print(line) }
        }
      }
      return .done
    }
  }
}

/// Everything that a run knows of one source.
struct SourceCard {
  var source: SourceSummary
  var yield: SourceYield
  /// What people call the agency.
  var agency: String
  var extracts: [ExtractSummary]
  var findings: [FindingSummary]

  /// A card for every source of a run, by agency and name.
  static func all(in file: inout RunFile) throws -> [SourceCard] {
    let agencies = try file.agencyTitles()
    let extracts = try file.extractSummaries()
    let findings = try file.findingSummaries()
    let yields = try file.sourceYields()
    return try file.sourceSummaries().map { source in
      SourceCard(
        source: source, yield: yields[source.number] ?? SourceYield(),
        agency: agencies[source.agency] ?? source.agency,
        extracts: extracts.filter { $0.source == source.number },
        findings: findings.filter { $0.source == source.name })
    }
  }
}

// MARK: - Text

extension SourceCard {
  func text(_ styling: Styling) -> [String] {
    let heading = styling.apply(.heading, to: source.name) + "  " + Printable.line(source.title)
    let pairs = [
      ("agency", agency), ("owner", source.owner), ("basis", source.ground.basis),
      ("gateway", gateway), ("purposes", purposes), ("freshness", freshness), ("volume", volume),
    ]
    return [heading] + pairs.map { name, words in Self.line(name, words) }
      + extractTable.lines(styling, indent: "    ")
      + findings.map { finding in
        let place = [finding.fileName, finding.column.map { "column \($0)" }]
          .compactMap(\.self).joined(separator: ", ")
        return Self.line(
          finding.isError ? "error" : "warning",
          "\(place.isEmpty ? "" : "\(place): ")\(finding.message) \(finding.remedy)")
      }
  }

  private static func line(_ name: String, _ words: String) -> String {
    "  \(TextWrapping.pad(name, to: 9))  \(Printable.line(words))"
  }

  private var gateway: String {
    source.ground.gateway + (source.ground.agreement.map { ", agreement \($0)" } ?? "")
  }

  private var purposes: String {
    source.ground.purposes.joined(separator: ", ") + "; kept \(source.ground.retain)"
  }

  private var freshness: String {
    guard let state = source.state else { return "not judged" }
    let age = state.newest.map { newest in
      "newest extract of \(newest), \(state.ageInDays ?? 0) days old"
    }
    let due = state.due.map { "next due \($0)" }
    let parts = [state.freshness?.words, age, due]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private var volume: String {
    let state = source.state
    let rows = state?.rows.map { "\(Numbers.counted($0, "row")) in the newest extract" }
    let usual = state?.usualRows.map { "usually about \(Numbers.grouped($0))" }
    let overlap = state?.overlapInHundredths.map { "\($0)% of the people were in the one before" }
    let kept =
      "\(Numbers.grouped(yield.facts)) facts and the details of "
      + "\(Numbers.grouped(yield.personRecords)) people kept"
    return [rows, usual, overlap, kept].compactMap(\.self).joined(separator: "; ")
  }

  private var extractTable: TextTable {
    var table = TextTable([
      ("EXTRACT", .left), ("DELIVERED", .left), ("STATE", .left), ("READ", .right),
      ("ACCEPTED", .right), ("QUARANTINED", .right), ("SKIPPED", .right),
    ])
    for extract in extracts {
      table.add([
        .init(extract.fileName), .init(extract.delivered), .init(extract.state),
        .init(extract.read), .init(extract.accepted), .init(extract.quarantined),
        .init(extract.skipped),
      ])
    }
    return table
  }
}

extension Freshness {
  fileprivate var words: String {
    switch self {
    case .fresh: "fresh"
    case .warn: "late"
    case .stale: "too old"
    case .missing: "missing"
    case .notDue: "not due yet"
    }
  }
}

// MARK: - JSON

extension SourceCard {
  var json: JSONValue {
    let state = source.state
    return .members([
      ("source", .text(source.name)), ("title", .text(source.title)),
      ("agency", .text(source.agency)), ("owner", .text(source.owner)),
      ("basis", .text(source.ground.basis)), ("gateway", .text(source.ground.gateway)),
      ("agreement", source.ground.agreement.map { .text($0) }),
      ("purposes", .texts(source.ground.purposes)), ("retain", .text(source.ground.retain)),
      ("state", state?.freshness.map { .text($0.rawValue) }),
      ("newest", state?.newest.map { .text($0) }),
      ("age_days", state?.ageInDays.map { .number($0) }),
      ("due", state?.due.map { .text($0) }), ("rows", state?.rows.map { .number($0) }),
      ("usual_rows", state?.usualRows.map { .number($0) }),
      ("overlap_percent", state?.overlapInHundredths.map { .number($0) }),
      ("facts", .number(yield.facts)), ("person_records", .number(yield.personRecords)),
      ("extracts", .list(extracts.map(Self.json))), ("findings", .list(findings.map(Self.json))),
    ])
  }

  private static func json(_ extract: ExtractSummary) -> JSONValue {
    .members([
      ("file", .text(extract.fileName)), ("sha256", .text(extract.sha256)),
      ("delivered", .text(extract.delivered)), ("state", .text(extract.state)),
      ("read", .number(extract.read)), ("accepted", .number(extract.accepted)),
      ("quarantined", .number(extract.quarantined)), ("skipped", .number(extract.skipped)),
    ])
  }

  private static func json(_ finding: FindingSummary) -> JSONValue {
    .members([
      ("severity", .text(finding.isError ? "error" : "warning")), ("code", .text(finding.code)),
      ("file", finding.fileName.map { .text($0) }), ("column", finding.column.map { .text($0) }),
      ("message", .text(finding.message)), ("remedy", .text(finding.remedy)),
    ])
  }
}
