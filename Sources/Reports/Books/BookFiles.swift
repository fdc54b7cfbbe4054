import Vocabulary
import Workbooks

/// A report as files: the page, the workbook, and each table with its description.
struct BookFiles {
  let run: RunPicture
  let book: ReportBook

  var all: [ReportFile] {
    [
      ReportFile(path: "reports/\(book.name).html", page: BookPage(run: run, book: book).markup),
      ReportFile(path: "reports/\(book.name).xlsx", workbook: workbook),
    ] + book.tables.flatMap { $0.files(in: "tables/") }
  }

  private var workbook: Workbook {
    let statement = TrustStatement(run: run)
    var sheets = [summary(statement)]
    for section in book.sections {
      for table in section.tables {
        var sheet = table.sheet
        sheet.name = Self.name(sheet.name, unlike: sheets.map(\.name))
        sheet.lines = [statement.line] + section.paragraphs + sheet.lines
        sheets.append(sheet)
      }
    }
    return Workbook(
      title: "\(book.title), \(run.council)",
      subject: "\(run.council), data as of \(DayWording.long(run.asOf))", author: "Kindred",
      sheets: sheets)
  }

  /// The first sheet: what the report says in short, and how far it can be trusted.
  private func summary(_ statement: TrustStatement) -> Sheet {
    var sources = statement.sources
    // Before the first delivery there is no newest one.
    let blank = sources.fillBlankColumns() ? [[[Sheet.Cell]].blankColumnsNote] : []
    return Sheet(
      name: "About", title: "\(book.title): \(run.council)",
      lines: [book.lead]
        + book.figures.map { figure in
          "\(figure.words): \(figure.figure)" + (figure.note.map { " (\($0))" } ?? "")
        } + [book.reach.words] + statement.lines + blank,
      emptyCells: sources.joined().contains(where: \.isEmpty)
        ? "An empty cell: the source has delivered nothing yet." : nil,
      columns: sources.isEmpty
        ? []
        : [
          .init("Source", width: 44), .init("State", width: 14), .init("Newest extract", width: 16),
          .init("Days old", width: 12),
        ], rows: sources)
  }

  /// A name for a sheet's tab: without the letters that none may have, and another than those before it.
  private static func name(_ title: String, unlike others: [String]) -> String {
    let allowed = String(title.filter { !"[]:*?/\\'".contains($0) })
    let taken = Set(others.map { $0.lowercased() })
    var name = String(allowed.prefix(31))
    var number = 2
    while taken.contains(name.lowercased()) {
      let end = " \(number)"
      name = allowed.prefix(31 - end.count) + end
      number += 1
    }
    return name
  }
}
