import CSVFiles
import Vocabulary

/// Settles in which order the columns of an extract write their dates, where the contract allows orders that contradict
/// each other.
///
/// `03/04/2012` is no evidence; `13/04/2012` is, and it speaks for the whole column. Where nothing in the first part of
/// the file settles it, or both orders stand side by side, cells that can be read in two ways are not read.
struct DateOrder {
  /// Two patterns of a column that can read one value as two days.
  private struct Pair {
    var column: Int
    var field: Int
    var patterns: (DatePattern, DatePattern)
    /// How many values only one of them can read.
    var only = (first: 0, second: 0)

    /// The pattern that the column does not use.
    var refuted: DatePattern? {
      if only.first > 0 && only.second == 0 { return patterns.1 }
      if only.second > 0 && only.first == 0 { return patterns.0 }
      return nil
    }
  }

  private var pairs: [Pair] = []

  init(_ bound: BoundContract) {
    for (number, column) in bound.contract.columns.enumerated() {
      guard case .date(let patterns, _) = column.type, let field = bound.fields[number] else {
        continue
      }
      for (index, first) in patterns.enumerated() {
        for second in patterns.dropFirst(index + 1) where Self.contradict(first, second) {
          pairs.append(Pair(column: number, field: field, patterns: (first, second)))
        }
      }
    }
  }

  /// The contract with the patterns that the first rows leave.
  static func settled(
    _ bound: BoundContract, dialect: CSVDialect, after header: Int, in head: [UInt8],
    isWholeFile: Bool
  ) -> BoundContract {
    var order = DateOrder(bound)
    guard !order.pairs.isEmpty else { return bound }
    order.observe(head, dialect: dialect, after: header, isWholeFile: isWholeFile)
    var contract = bound.contract
    for pair in order.pairs {
      guard let refuted = pair.refuted,
        case .date(let patterns, let isBirth) = contract.columns[pair.column].type
      else { continue }
      contract.columns[pair.column].type = .date(
        patterns.filter { $0 != refuted }, isBirth: isBirth)
    }
    return BoundContract(bound, settledAs: contract)
  }

  private mutating func observe(
    _ head: [UInt8], dialect: CSVDialect, after header: Int, isWholeFile: Bool
  ) {
    var reader = CSVReader(dialect: dialect)
    var row = CSVRow()
    reader.feed(head.span)
    if isWholeFile { reader.finish() }
    var number = 0
    while let record = reader.next() {
      defer { number += 1 }
      guard number > header, (try? reader.parse(record, into: &row)) != nil else { continue }
      observe(row)
    }
  }

  private mutating func observe(_ row: CSVRow) {
    for index in pairs.indices where pairs[index].field < row.fieldCount {
      let patterns = pairs[index].patterns
      let value = row.bytes.span.extracting(row.fieldRange(pairs[index].field))
      switch (Self.reads(patterns.0, value), Self.reads(patterns.1, value)) {
      case (true, false): pairs[index].only.first += 1
      case (false, true): pairs[index].only.second += 1
      default: break
      }
    }
  }

  private static func reads(_ pattern: DatePattern, _ value: Span<UInt8>) -> Bool {
    pattern.read(value, twoDigitYears: years) != nil
  }

  // The order of day and month does not depend on the century.
  private static let years = TwoDigitYear.window(from: 1950)

  /// Whether two patterns read some date differently.
  private static func contradict(_ one: DatePattern, _ other: DatePattern) -> Bool {
    probes.contains { probe in
      let (first, second) = (
        one.read(probe, twoDigitYears: years), other.read(probe, twoDigitYears: years)
      )
      return first != nil && second != nil && first != second
    }
  }

  /// Dates that can be read in several orders, in the usual spellings.
  private static let probes: [String] = ["/", "-", ".", " ", ""].flatMap { separator in
    [
      ["01", "02", "2003"], ["1", "2", "2003"], ["2003", "01", "02"], ["01", "02", "03"],
      ["1", "2", "03"],
    ].map { $0.joined(separator: separator) }
  }
}
