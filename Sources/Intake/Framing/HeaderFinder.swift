import CSVFiles
import YAMLFiles

/// Finds the delimiter and the header of an extract, by how many of the contract's headings a record has.
struct HeaderFinder {
  /// What was found, and how well it fits.
  struct Candidate {
    var delimiter: UInt8
    /// The header's number among the records.
    var record: Int
    var bound: BoundContract
    var matched: Int
    var problems: [FileProblem]
  }

  let contract: SourceContract
  /// For each folded heading, the column it stands for.
  private let columnOfHeading: [[UInt8]: Int]
  /// Without one of these every row would look as if it stated no such fact.
  private let decidingColumns: Set<ColumnNumber>

  init(contract: SourceContract) {
    self.contract = contract
    decidingColumns = contract.decidingColumns
    var columnOfHeading: [[UInt8]: Int] = [:]
    for (number, column) in contract.columns.enumerated() {
      for heading in [column.name] + column.aliases {
        columnOfHeading[HeadingName.folded(Array(heading.utf8)[...])] = number
      }
    }
    self.columnOfHeading = columnOfHeading
  }

  static let usualDelimiters: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"),
  ]

  /// The best header among the first records of a text in UTF-8, if any record fits at all.
  func find(in head: [UInt8], isWholeFile: Bool) -> Candidate? {
    guard case .within(let limit) = contract.header else {
      let delimiter = contract.dialect.delimiter ?? mostFrequentDelimiter(in: head)
      return Candidate(
        delimiter: delimiter, record: -1, bound: BoundContract(withoutHeader: contract),
        matched: contract.columns.count, problems: [])
    }
    let delimiters = contract.dialect.delimiter.map { [$0] } ?? Self.usualDelimiters
    var best: Candidate?
    for delimiter in delimiters {
      let records = Self.records(
        of: head, contract.dialect.csv(delimiter: delimiter), limit: limit,
        isWholeFile: isWholeFile)
      for (number, fields) in records.enumerated() {
        let candidate = fit(fields, record: number, delimiter: delimiter)
        if candidate.matched > best?.matched ?? 0 { best = candidate }
      }
    }
    guard let best, best.matched * 2 >= min(contract.columns.count, 4) else { return nil }
    return advised(best)
  }

  /// The candidate with the heading that was probably meant beside each one missed: looked for last, since comparing
  /// words takes longer than all the rest.
  private func advised(_ candidate: Candidate) -> Candidate {
    var advised = candidate
    for index in advised.problems.indices where advised.problems[index].code == .missingLabel {
      guard let column = advised.problems[index].column else { continue }
      advised.problems[index].note = nearest(
        to: contract.columns[column].name, in: candidate.bound.headings)
    }
    return advised
  }

  /// The first records as folded headings; cut as they will be when the rows are read, or they would be miscounted.
  private static func records(
    of head: [UInt8], _ dialect: CSVDialect, limit: Int, isWholeFile: Bool
  ) -> [[[UInt8]]] {
    var reader = CSVReader(dialect: dialect)
    var row = CSVRow()
    var records: [[[UInt8]]] = []
    reader.feed(head.span)
    if isWholeFile { reader.finish() }
    while records.count < limit, let record = reader.next() {
      guard (try? reader.parse(record, into: &row)) != nil else {
        records.append([])
        continue
      }
      records.append((0..<row.fieldCount).map { HeadingName.folded(row.bytes[row.fieldRange($0)]) })
    }
    return records
  }

  private func fit(_ headings: [[UInt8]], record: Int, delimiter: UInt8) -> Candidate {
    var fields = [Int?](repeating: nil, count: contract.columns.count)
    var problems: [FileProblem] = []
    for (field, heading) in headings.enumerated() {
      guard let column = columnOfHeading[heading] else { continue }
      if fields[column] == nil {
        fields[column] = field
      } else {
        problems.append(FileProblem(.duplicateLabel, column: column))
      }
    }
    for (number, column) in contract.columns.enumerated() where fields[number] == nil {
      let isNeeded = column.isRequired || decidingColumns.contains(number)
      problems.append(
        FileProblem(.missingLabel, severity: isNeeded ? .error : .warning, column: number))
    }
    return Candidate(
      delimiter: delimiter, record: record,
      bound: BoundContract(contract: contract, fields: fields, header: headings),
      matched: fields.count { $0 != nil }, problems: problems)
  }

  /// A heading of the file that nothing in the contract claims and that looks like the one missed.
  private func nearest(to name: String, in headings: [[UInt8]]) -> String? {
    let unclaimed = headings.filter { !$0.isEmpty && columnOfHeading[$0] == nil }
    let words = unclaimed.map { String(decoding: $0, as: UTF8.self) }
    return NearestWord.suggestion(for: HeadingName.folded(name), among: words)
  }

  private func mostFrequentDelimiter(in head: [UInt8]) -> UInt8 {
    let counts = Self.usualDelimiters.map { delimiter in head.count { $0 == delimiter } }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { Self.usualDelimiters[$0] } ?? UInt8(ascii: ",")
  }
}
