import Store

/// The tables of sources and of their extracts.
extension CSVTable {
  static let sourceHeadings = [
    "source", "title", "agency", "state", "newest", "age_days", "due", "rows", "usual_rows",
    "overlap_percent", "unseen_percent", "facts", "person_records",
  ]

  static func sources(of run: RunPicture) -> [[Cell]] {
    run.sources.map { picture in
      let source = picture.summary
      let state = source.state
      return [
        .text(source.name), .text(source.title), .text(source.agency),
        .text(state?.freshness?.rawValue), .text(state?.newest), .number(state?.ageInDays),
        .text(state?.due), .number(state?.rows), .number(state?.usualRows),
        .number(state?.overlapInHundredths), .number(state?.unseenInHundredths),
        .number(picture.yield.facts), .number(picture.yield.personRecords),
      ]
    }
  }

  static let extractHeadings = [
    "source", "file", "delivered", "state", "sha256", "bytes", "encoding", "read", "accepted",
    "quarantined", "skipped", "stated_total", "repeated_facts", "ended_facts",
  ]

  static func extracts(of run: RunPicture) -> [[Cell]] {
    rows(of: run, { [$0.summary] }) { start, extract in
      start + [
        .text(extract.delivered), .text(extract.state), .text(extract.sha256),
        .number(extract.bytes), .text(extract.encoding), .number(extract.read),
        .number(extract.accepted), .number(extract.quarantined), .number(extract.skipped),
        .number(extract.statedTotal), .number(extract.repeatedFacts),
        .number(extract.endedFacts),
      ]
    }
  }

  static let problemHeadings = [
    "source", "file", "column", "code", "effect", "count", "first_lines", "meaning", "remedy",
  ]

  static func problems(of run: RunPicture) -> [[Cell]] {
    rows(of: run, \.problems) { start, problem in
      start + [
        .text(problem.column), .text(problem.code),
        .text(problem.rejects ? "quarantined" : "noted"), .number(problem.count),
        .text(problem.firstLines.map(String.init).joined(separator: " ")),
        .text(run.meaning(of: problem.code)), .text(run.remedy(of: problem.code)),
      ]
    }
  }

  static let columnHeadings = [
    "source", "file", "number", "column", "type", "filled", "empty", "not_good",
    "different_values",
  ]

  static func columns(of run: RunPicture) -> [[Cell]] {
    rows(of: run, \.columns) { start, column in
      start + [
        .number(column.number + 1), .text(column.name), .text(column.type),
        .number(column.present), .number(column.absent), .number(column.invalid),
        .number(column.different),
      ]
    }
  }

  static let valueHeadings = ["source", "file", "column", "what", "value", "count"]

  static func values(of run: RunPicture) -> [[Cell]] {
    rows(of: run, \.columns) { start, column in
      let start = start + [.text(column.name)]
      let codes = column.codes.map { start + [.text("code"), .text($0.value), .number($0.count)] }
      return codes
        + column.shapes.map { start + [.text("shape"), .text($0.value), .number($0.count)] }
    }.flatMap(\.self)
  }

  /// Goes through something of every extract; each row starts with source and file.
  private static func rows<Item, Result>(
    of run: RunPicture, _ items: (ExtractPicture) -> [Item], _ row: ([Cell], Item) -> Result
  ) -> [Result] {
    run.sources.flatMap { source in
      source.extracts.flatMap { extract in
        items(extract).map { row([.text(source.name), .text(extract.summary.fileName)], $0) }
      }
    }
  }
}
