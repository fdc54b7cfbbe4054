import Store

/// The tables of what a run found in all.
extension CSVTable {
  static let factHeadings = [
    "kind", "title", "agency", "shape", "facts", "person_records", "first_year", "last_year",
  ]

  static func facts(of run: RunPicture) -> [[Cell]] {
    run.factCounts.map { count in
      [
        .text(count.kind), .text(count.title), .text(count.agency), .text(count.shape),
        .number(count.facts), .number(count.people), .number(count.firstYear),
        .number(count.lastYear),
      ]
    }
  }

  static let findingHeadings = [
    "severity", "code", "source", "file", "column", "message", "remedy",
  ]

  static func findings(of run: RunPicture) -> [[Cell]] {
    run.findings.map { finding in
      [
        .text(finding.isError ? "error" : "warning"), .text(finding.code), .text(finding.source),
        .text(finding.fileName), .text(finding.column), .text(finding.message),
        .text(finding.remedy),
      ]
    }
  }
}
