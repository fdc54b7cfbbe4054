import TestSupport

/// One way in which an extract comes different from what was agreed.
enum Mutation: String, CaseIterable, Sendable {
  // Of the header.
  case headingRenamed, headingDropped, headingTwice, headerTwice, headerLost, headingCase
  // Of the shape.
  case columnsReordered, columnAdded, delimiterChanged, preamble, blankLines, rowTwice, rowLost
  case cellsLost, cellsAdded
  // Of the encoding.
  case mark, utf16Little, utf16Big, windows1252, invalidBytes, nulBytes, noBreakSpaces
  // Of quotes and line ends.
  case strayQuote, openQuote, everythingQuoted, curlyQuotes, carriageReturns, lineFeeds, mixedEnds
  case noLastEnd, cutAnywhere, longCell

  /// Changes an extract's text.
  func apply(to text: [UInt8], delimiter: UInt8, _ random: inout SplitMix64) -> [UInt8] {
    var table = TextTable(text, delimiter: delimiter)
    if let changed = changeBytes(of: text, delimiter: delimiter, &random) { return changed }
    change(&table, &random)
    return table.bytes
  }
}

// MARK: Of the table

extension Mutation {
  private func change(_ table: inout TextTable, _ random: inout SplitMix64) {
    guard !table.rows.isEmpty else { return }
    let row = random.below(table.rows.count)
    let column = random.below(max(1, table.rows[table.header].count))
    switch self {
    case .headingRenamed: table.setHeading(column) { $0 + Array("_new".utf8) }
    case .headingCase: table.setHeading(column) { $0.map { $0 < 0x60 ? $0 : $0 - 32 } }
    case .headingDropped: table.forEachRow { if column < $0.count { $0.remove(at: column) } }
    case .headingTwice:
      table.forEachRow { if column < $0.count { $0.append($0[column]) } }
    case .headerTwice: table.rows.insert(table.rows[table.header], at: row)
    case .headerLost: table.rows.remove(at: table.header)
    case .columnsReordered:
      let other = random.below(max(1, table.rows[table.header].count))
      table.forEachRow { if max(column, other) < $0.count { $0.swapAt(column, other) } }
    case .columnAdded: table.forEachRow { $0.insert(Array("x".utf8), at: min(column, $0.count)) }
    case .preamble:
      table.rows.insert(contentsOf: [[Array("Printed 19/07/2013".utf8)], [[]]], at: 0)
    case .blankLines: table.rows.insert([[]], at: row)
    case .rowTwice: table.rows.insert(table.rows[row], at: row)
    case .rowLost: table.rows.remove(at: row)
    case .cellsLost: table.rows[row].removeLast(random.below(table.rows[row].count + 1))
    case .cellsAdded: table.rows[row].append(Array("more".utf8))
    case .longCell: table.rows[row].append([UInt8](repeating: 0x61, count: 300_000))
    default: break
    }
  }
}

// MARK: Of the bytes

extension Mutation {
  private func changeBytes(
    of text: [UInt8], delimiter: UInt8, _ random: inout SplitMix64
  ) -> [UInt8]? {
    let place = random.below(text.count + 1)
    switch self {
    case .delimiterChanged:
      let other = random.one(of: [0x2C, 0x3B, 0x09, 0x7C] as [UInt8])
      return text.map { $0 == delimiter ? other : $0 }
    case .mark: return [0xEF, 0xBB, 0xBF] + text
    case .utf16Little: return [0xFF, 0xFE] + text.flatMap { [$0, 0] }
    case .utf16Big: return text.flatMap { [0, $0] }
    case .windows1252: return text.inserting([0xE9], at: place)
    case .invalidBytes: return text.inserting([0xC3, 0x28, 0x81], at: place)
    case .nulBytes: return text.inserting([0], at: place)
    case .noBreakSpaces: return text.flatMap { $0 == 0x20 ? [0xC2, 0xA0] : [$0] }
    case .strayQuote: return text.inserting([0x22], at: place)
    case .openQuote:
      guard let cell = text[..<place].lastIndex(of: delimiter) else { return text }
      return text.inserting([0x22], at: cell + 1)
    case .everythingQuoted:
      let parts = text.split(separator: delimiter, omittingEmptySubsequences: false)
      return Array(parts.map { [0x22] + $0 + [0x22] }.joined(separator: [delimiter]))
    case .curlyQuotes: return text.inserting([0xE2, 0x80, 0x9C], at: place)
    case .carriageReturns: return text.replacingLineEnds { _ in [0x0D] }
    case .lineFeeds: return text.replacingLineEnds { _ in [0x0A] }
    case .mixedEnds:
      return text.replacingLineEnds { [[0x0A], [0x0D], [0x0D, 0x0A]][$0 % 3] }
    case .noLastEnd:
      return Array(text.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed())
    case .cutAnywhere: return Array(text[..<place])
    default: return nil
    }
  }
}

extension [UInt8] {
  fileprivate func inserting(_ bytes: [UInt8], at place: Int) -> [UInt8] {
    Array(self[..<place]) + bytes + self[place...]
  }

  /// The text with each line end, CR LF or LF, replaced by what is given for its number.
  func replacingLineEnds(_ end: (Int) -> [UInt8]) -> [UInt8] {
    var changed: [UInt8] = []
    var number = 0
    for (index, byte) in enumerated() {
      if byte == 0x0D, index + 1 < count, self[index + 1] == 0x0A { continue }
      guard byte == 0x0A else {
        changed.append(byte)
        continue
      }
      changed += end(number)
      number += 1
    }
    return changed
  }
}

/// A text as rows of cells, split plainly, so that the mutations owe nothing to what they test.
struct TextTable {
  var rows: [[[UInt8]]]
  /// The row with the most cells among the first: the header, as far as a mutation cares.
  var header: Int
  let delimiter: UInt8

  init(_ text: [UInt8], delimiter: UInt8) {
    self.delimiter = delimiter
    rows = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.split(separator: delimiter, omittingEmptySubsequences: false).map { Array($0) }
    }
    let widths = rows.prefix(15).map(\.count)
    header = widths.firstIndex(of: widths.max() ?? 0) ?? 0
  }

  var bytes: [UInt8] {
    Array(rows.map { Array($0.joined(separator: [delimiter])) }.joined(separator: [0x0A]))
  }

  mutating func setHeading(_ column: Int, _ change: ([UInt8]) -> [UInt8]) {
    guard column < rows[header].count else { return }
    rows[header][column] = change(rows[header][column])
  }

  mutating func forEachRow(_ change: (inout [[UInt8]]) -> Void) {
    for index in rows.indices { change(&rows[index]) }
  }
}
