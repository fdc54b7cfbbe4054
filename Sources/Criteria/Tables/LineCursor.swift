/// Goes through some lines of a table, and cuts each at its commas.
struct LineCursor {
  let table: CaseTable
  let bytes: [UInt8]
  /// Where each field of the line begins and ends in the bytes.
  private(set) var fields: [Range<Int>] = []
  /// The number of the line in its table, from 1.
  private(set) var line: Int
  private var position = 0

  init(_ lines: TableLines) {
    table = lines.table
    bytes = lines.bytes
    line = lines.before
  }

  /// Turns to the next line that is not empty, and tells whether there is one.
  mutating func advance() -> Bool {
    while position < bytes.count {
      let start = position
      let end = bytes.span.lineEnd(from: start)
      position = end + 1
      line += 1
      let last = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      if last == start { continue }
      // Taken out for a moment, since the bytes are lent out of the same value.
      var cuts: [Range<Int>] = []
      swap(&cuts, &fields)
      Self.cut(bytes.span, start, last, &cuts)
      fields = cuts
      return true
    }
    return false
  }

  private static func cut(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ fields: inout [Range<Int>]
  ) {
    fields.removeAll(keepingCapacity: true)
    var first = start
    for index in start..<end where bytes[index] == UInt8(ascii: ",") {
      fields.append(first..<index)
      first = index + 1
    }
    fields.append(first..<end)
  }
}

extension Span<UInt8> {
  /// Where the line that begins at a place ends: at its line feed, or where the bytes do.
  func lineEnd(from start: Int) -> Int {
    var index = start
    while index < count, self[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }
}
