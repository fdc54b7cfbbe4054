/// A line with wildcards: `{n}` and `{count}` stand for digits (with thousands commas), `*` for any run of characters.
///
/// Letter case and the number of spaces do not matter, since report writers differ in both.
struct LinePattern: Hashable, Sendable {
  private enum Piece: Hashable {
    case byte(UInt8)
    case anything
    case number(isCount: Bool)
  }

  private let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = Self.folded(Array(text.utf8))[...]
    while let byte = rest.first {
      if rest.starts(with: Array("{n}".utf8)) {
        pieces.append(.number(isCount: false))
        rest = rest.dropFirst(3)
      } else if rest.starts(with: Array("{count}".utf8)) {
        pieces.append(.number(isCount: true))
        rest = rest.dropFirst(7)
      } else {
        pieces.append(byte == UInt8(ascii: "*") ? .anything : .byte(byte))
        rest = rest.dropFirst()
      }
    }
    self.pieces = pieces
  }

  /// The byte that a folded line has to begin with to match; nil where the pattern begins with a wildcard.
  var firstByte: UInt8? {
    if case .byte(let byte) = pieces.first { byte } else { nil }
  }

  /// Whether a folded line matches, and the count it states, if the pattern has one.
  ///
  /// Where what follows a wildcard does not match, the wildcard takes one character more; only ever the last one met,
  /// since what an earlier one could take besides, a later one takes as well. So the work grows with the line's
  /// length times the pattern's, however many wildcards there are.
  func match(folded line: [UInt8]) -> (matches: Bool, count: Int?) {
    var count: Int?
    var index = 0
    var piece = 0
    var wildcard: (piece: Int, index: Int)?
    while piece < pieces.count || index < line.count {
      if piece < pieces.count {
        if pieces[piece] == .anything {
          piece += 1
          if piece == pieces.count { return (true, count) }
          wildcard = (piece, index)
          continue
        }
        if let next = end(of: pieces[piece], in: line, from: index, &count) {
          index = next
          piece += 1
          continue
        }
      }
      guard let last = wildcard, last.index < line.count else { return (false, nil) }
      wildcard = (last.piece, last.index + 1)
      (piece, index) = (last.piece, last.index + 1)
    }
    return (true, count)
  }

  /// Where a piece that is no wildcard ends in the line, if it is there.
  private func end(
    of piece: Piece, in line: [UInt8], from start: Int, _ count: inout Int?
  ) -> Int? {
    switch piece {
    case .byte(let byte): return start < line.count && line[start] == byte ? start + 1 : nil
    case .anything: return start
    case .number(let isCount):
      guard let end = Self.numberEnd(line, from: start) else { return nil }
      if isCount { count = Self.number(line[start..<end]) }
      return end
    }
  }

  private static func numberEnd(_ line: [UInt8], from start: Int) -> Int? {
    guard start < line.count, line[start] &- 0x30 < 10 else { return nil }
    var end = start
    while end < line.count, isDigitOrComma(line[end]) { end += 1 }
    return end - start <= 20 ? end : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self))
  }

  private static func isDigitOrComma(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ",")
  }

  /// Lower case, single spaces, nothing at the ends.
  static func folded(_ line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in line {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }
}
