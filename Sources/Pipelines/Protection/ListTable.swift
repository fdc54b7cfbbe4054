import CSVFiles

/// A small table that a person keeps: a header, and rows with as many cells.
struct ListTable {
  var headings: [String] = []
  /// The rows, each with the line on which it begins.
  var rows: [(line: Int, cells: [String])] = []

  /// Why a table can't be read.
  struct Mistake: Error, Equatable {
    var line: Int
    var what: String
  }

  /// Reads a table; blank lines are passed over.
  init(_ bytes: [UInt8]) throws(Mistake) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var reader = CSVReader()
    var row = CSVRow()
    reader.feed((bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes).span)
    reader.finish()
    while let record = reader.next() {
      do throws(CSVError) {
        try reader.parse(record, into: &row)
      } catch {
        throw Mistake(line: record.firstLine, what: error.message)
      }
      if row.fieldCount == 0 || row.texts.allSatisfy(\.isEmpty) { continue }
      guard !headings.isEmpty else {
        headings = row.texts
        continue
      }
      guard row.fieldCount == headings.count else {
        throw Mistake(
          line: record.firstLine,
          what: "the row has \(row.fieldCount) cells, not \(headings.count)")
      }
      rows.append((record.firstLine, row.texts))
    }
    guard !headings.isEmpty else { throw Mistake(line: 1, what: "the table is empty") }
  }
}
