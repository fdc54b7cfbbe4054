import CSVFiles
import Store

/// The pages' figures as tables for other programs: RFC 4180, UTF-8, one row of headings, days as `2013-07-22`.
enum CSVTables {
  static func files(of run: RunPicture) -> [ReportFile] {
    [
      sources(of: run), extracts(of: run), problems(of: run), columns(of: run), values(of: run),
      facts(of: run), findings(of: run),
    ]
  }

  /// One cell: a text, a number, or nothing.
  enum Cell {
    case text(String?)
    case number(Int?)
  }

  /// Writes a table.
  ///
  /// Names and codes come from files, so a spreadsheet must not take one for a formula.
  private static func file(
    _ name: String, _ headings: [String], _ rows: [[Cell]]
  ) -> ReportFile {
    var writer = CSVWriter(guardsFormulas: true)
    writer.record(headings)
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text?): writer.field(text)
        case .number(let number?): writer.field(number)
        case .text(nil), .number(nil): writer.emptyField()
        }
      }
      writer.endRecord()
    }
    return ReportFile(path: "reports/\(name).csv", bytes: writer.bytes)
  }

  private static func sources(of run: RunPicture) -> ReportFile {
    file(
      "sources",
      [
        "source", "title", "agency", "state", "newest", "age_days", "due", "rows", "usual_rows",
        "overlap_percent", "unseen_percent", "facts", "person_records",
      ],
      run.sources.map { source in
        let summary = source.summary
        let state = summary.state
        return [
          .text(source.name), .text(source.title), .text(summary.agency),
          .text(state?.freshness?.rawValue), .text(state?.newest), .number(state?.ageInDays),
          .text(state?.due), .number(state?.rows), .number(state?.usualRows),
          .number(state?.overlapInHundredths), .number(state?.unseenInHundredths),
          .number(summary.facts), .number(summary.personRecords),
        ]
      })
  }

  private static func extracts(of run: RunPicture) -> ReportFile {
    file(
      "extracts",
      [
        "source", "file", "delivered", "state", "sha256", "bytes", "encoding", "read", "accepted",
        "quarantined", "skipped", "stated_total", "repeated_facts",
      ],
      run.sources.flatMap { source in
        source.extracts.map(\.summary).map { extract in
          [
            .text(source.name), .text(extract.fileName), .text(extract.delivered),
            .text(extract.state), .text(extract.sha256), .number(extract.bytes),
            .text(extract.encoding), .number(extract.read), .number(extract.accepted),
            .number(extract.quarantined), .number(extract.skipped), .number(extract.statedTotal),
            .number(extract.repeatedFacts),
          ]
        }
      })
  }

  private static func problems(of run: RunPicture) -> ReportFile {
    file(
      "problems",
      [
        "source", "file", "column", "code", "effect", "count", "first_lines", "meaning", "remedy",
      ],
      rows(of: run, \.problems) { start, problem in
        start + [
          .text(problem.column), .text(problem.code),
          .text(problem.rejects ? "quarantined" : "noted"), .number(problem.count),
          .text(problem.firstLines.map(String.init).joined(separator: " ")),
          .text(run.meaning(of: problem.code)), .text(run.remedy(of: problem.code)),
        ]
      })
  }

  private static func columns(of run: RunPicture) -> ReportFile {
    file(
      "columns",
      [
        "source", "file", "number", "column", "type", "filled", "empty", "not_good",
        "different_values",
      ],
      rows(of: run, \.columns) { start, column in
        start + [
          .number(column.number + 1), .text(column.name), .text(column.type),
          .number(column.present), .number(column.absent), .number(column.invalid),
          .number(column.different),
        ]
      })
  }

  private static func values(of run: RunPicture) -> ReportFile {
    let columns = rows(of: run, \.columns) { start, column in
      (start + [.text(column.name)], column)
    }
    return file(
      "values", ["source", "file", "column", "what", "value", "count"],
      columns.flatMap { start, column in
        column.codes.map { start + [.text("code"), .text($0.value), .number($0.count)] }
          + column.shapes.map { start + [.text("shape"), .text($0.value), .number($0.count)] }
      })
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

  private static func facts(of run: RunPicture) -> ReportFile {
    file(
      "facts-by-kind",
      [
        "kind", "title", "agency", "shape", "facts", "person_records", "first_year", "last_year",
      ],
      run.factCounts.map { count in
        [
          .text(count.kind), .text(count.title), .text(count.agency), .text(count.shape),
          .number(count.facts), .number(count.people), .number(count.firstYear),
          .number(count.lastYear),
        ]
      })
  }

  private static func findings(of run: RunPicture) -> ReportFile {
    file(
      "findings", ["severity", "code", "source", "file", "column", "message", "remedy"],
      run.findings.map { finding in
        [
          .text(finding.isError ? "error" : "warning"), .text(finding.code),
          .text(finding.source), .text(finding.fileName), .text(finding.column),
          .text(finding.message), .text(finding.remedy),
        ]
      })
  }
}
