import CSVFiles
import Store

/// The pages' figures as tables for other programs: RFC 4180, UTF-8, one row of headings, days as `2013-07-22`.
enum CSVTable: String, CaseIterable {
  case sources, extracts, problems, columns, values
  case factsByKind = "facts-by-kind"
  case findings

  var fileName: String { "\(rawValue).csv" }

  /// What a row of it is.
  var meaning: String {
    switch self {
    case .sources: "a row for each source, with its state"
    case .extracts: "a row for each file, with where its rows went"
    case .problems: "a row for each problem in each file, with its meaning and remedy"
    case .columns: "a row for each column of each file, with how full it is"
    case .values: "a row for each code or shape in each column"
    case .factsByKind: "a row for each kind of fact"
    case .findings: "a row for each thing that needs a look"
    }
  }

  /// The table of a run, and its description.
  func files(of run: RunPicture) -> [ReportFile] {
    switch self {
    case .sources: files(Self.sourceHeadings, Self.sources(of: run))
    case .extracts: files(Self.extractHeadings, Self.extracts(of: run))
    case .problems: files(Self.problemHeadings, Self.problems(of: run))
    case .columns: files(Self.columnHeadings, Self.columns(of: run))
    case .values: files(Self.valueHeadings, Self.values(of: run))
    case .factsByKind: files(Self.factHeadings, Self.facts(of: run))
    case .findings: files(Self.findingHeadings, Self.findings(of: run))
    }
  }

  /// One cell: a text, a number, or nothing.
  enum Cell {
    case text(String?)
    case number(Int?)

    fileprivate var type: String {
      switch self {
      case .text: "string"
      case .number: "integer"
      }
    }
  }

  /// Writes a table.
  ///
  /// Names and codes come from files, so a spreadsheet must not take one for a formula.
  private func files(_ headings: [String], _ rows: [[Cell]]) -> [ReportFile] {
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
    let description = TableDescription(
      fileName: fileName, title: Words.sentence(meaning),
      columns: headings.enumerated().map { place, heading in
        .init(heading: heading, type: rows.first?[place].type ?? "string")
      })
    return [
      ReportFile(path: "reports/\(fileName)", bytes: writer.bytes),
      ReportFile(path: "reports/\(fileName)\(TableDescription.ending)", bytes: description.bytes),
    ]
  }
}
