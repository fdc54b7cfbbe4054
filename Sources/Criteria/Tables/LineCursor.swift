/// Goes through the lines of a text that comes in pieces, and cuts each at its commas.
struct LineCursor {
  private(set) var buffer: [UInt8] = []
  /// Where each field of the line begins and ends in the buffer.
  private(set) var fields: [Range<Int>] = []
  /// The number of the line, from 1.
  private(set) var line = 0
  private var position = 0
  private let next: () throws -> [UInt8]?
  private var isOver = false

  init(_ next: @escaping () throws -> [UInt8]?) {
    self.next = next
  }

  /// Turns to the next line that is not empty, and tells whether there is one.
  mutating func advance() throws -> Bool {
    while true {
      guard let end = try endOfLine() else { return false }
      let start = position
      position = end + 1
      line += 1
      let last = end > start && buffer[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      if last == start { continue }
      // Taken out for a moment, since the bytes are lent out of the same value.
      var cuts: [Range<Int>] = []
      swap(&cuts, &fields)
      Self.cut(buffer.span, start, last, &cuts)
      fields = cuts
      return true
    }
  }

  /// Where the line at the position ends, once all of it has come.
  private mutating func endOfLine() throws -> Int? {
    var search = position
    while true {
      let end = Self.lineEnd(buffer.span, from: search)
      if end < buffer.count { return end }
      if isOver { return position < buffer.count ? buffer.count : nil }
      buffer.removeFirst(position)
      search = buffer.count
      position = 0
      if let piece = try next() { buffer += piece } else { isOver = true }
    }
  }

  private static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return index
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
