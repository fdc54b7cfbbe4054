import CSVFiles
import Vocabulary

/// The small CSV files of a pipeline.
extension PipelineLoader {
  /// The records of a small CSV file without its header, each with its line.
  mutating func rows(
    of name: String, headings: [String]
  ) throws -> [(line: Int, cells: [String])]? {
    guard let bytes = try bytes(of: name) else { return nil }
    var reader = CSVReader()
    var row = CSVRow()
    var rows: [(line: Int, cells: [String])] = []
    reader.feed(bytes.span)
    reader.finish()
    while let record = reader.next() {
      do throws(CSVError) {
        try reader.parse(record, into: &row)
      } catch {
        note(error.message, in: name, line: record.firstLine)
        continue
      }
      if row.fieldCount == 0 || row.texts.allSatisfy(\.isEmpty) { continue }
      rows.append((record.firstLine, row.texts))
    }
    guard let header = rows.first, header.cells == headings else {
      note(
        "the header is not \(headings.joined(separator: ","))", in: name,
        line: rows.first?.line ?? 1)
      return nil
    }
    for row in rows where row.cells.count != headings.count {
      note("the row has \(row.cells.count) cells, not \(headings.count)", in: name, line: row.line)
      return nil
    }
    return Array(rows.dropFirst())
  }

  mutating func readCalendar(_ name: String) throws -> TermCalendar? {
    let headings = ["la", "school", "academic_year", "term", "start", "end"]
    guard let rows = try rows(of: name, headings: headings) else { return nil }
    var terms: [TermCalendar.Row] = []
    for (line, cells) in rows {
      if let row = Self.term(cells) {
        terms.append(row)
      } else {
        note(
          "the row is no term", in: name, line: line,
          advice: "write it as 820,*,2012/13,autumn,2012-09-04,2012-12-21")
      }
    }
    guard terms.count == rows.count else { return nil }
    do throws(TermCalendar.Problem) {
      return try TermCalendar(terms)
    } catch {
      switch error {
      case .repeated(let row): note("the term is there twice", in: name, line: rows[row].line)
      case .outOfOrder(let row):
        note("the term does not come after the one before it", in: name, line: rows[row].line)
      }
      return nil
    }
  }

  /// Notes a calendar that is another council's: without terms nothing could be said of any school.
  mutating func check(_ calendar: TermCalendar?, _ settings: PipelineSettings) {
    guard let authority = try? LocalAuthorityCode(settings.localAuthority) else {
      return note(
        "'\(settings.localAuthority)' is no number of a council", in: "pipeline.yaml", line: 1,
        advice: "write la_code as the department's three digits, quoted")
    }
    guard let calendar, !calendar.knows(authority) else { return }
    note(
      "there is no term of la_code \(settings.localAuthority)", in: settings.calendar, line: 1,
      advice: "write your council's terms into a calendar of its own, and name it in pipeline.yaml")
  }

  private static func term(_ cells: [String]) -> TermCalendar.Row? {
    guard let authority = try? LocalAuthorityCode(cells[0]), let year = AcademicYear(cells[2]),
      let term = Term(cells[3]), let first = Day(iso: cells[4]), let last = Day(iso: cells[5]),
      let days = DayInterval(first: first, last: last)
    else { return nil }
    var school: TermCalendar.School?
    if cells[1] != "*" {
      if let estab = try? LAEstab(cells[1]) {
        school = .laEstab(estab)
      } else if let urn = try? URN(cells[1]) {
        school = .urn(urn)
      } else {
        return nil
      }
    }
    return TermCalendar.Row(
      authority: authority, school: school, term: AcademicTerm(term, of: year), days: days)
  }
}
