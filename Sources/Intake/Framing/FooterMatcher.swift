import Vocabulary

/// Recognises the lines of a report that are no data.
struct FooterMatcher {
  /// A line longer than this is data.
  static let longestLine = 300

  private let patterns: [(pattern: LinePattern, isTotal: Bool)]
  private let delimiter: UInt8
  /// Which bytes a footer may begin with, so that most rows are let through at a glance.
  private let mayBegin: [Bool]

  init(_ rules: [FooterRule], delimiter: UInt8) {
    patterns = rules.map { (LinePattern($0.pattern), $0.isTotal) }
    self.delimiter = delimiter
    var mayBegin = [Bool](repeating: false, count: 256)
    for (pattern, _) in patterns {
      guard let byte = pattern.firstByte else {
        mayBegin = [Bool](repeating: true, count: 256)
        break
      }
      mayBegin[Int(byte)] = true
      mayBegin[Int(ASCII.uppercased(byte))] = true
    }
    // A quotation mark or a space may stand before it.
    mayBegin[Int(UInt8(ascii: "\""))] = true
    mayBegin[0x20] = true
    self.mayBegin = mayBegin
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// Whether a line is a footer, and the total that it states.
  func match(_ line: Span<UInt8>) -> (matches: Bool, count: Int?) {
    guard line.count > 0, line.count <= Self.longestLine, mayBegin[Int(line[0])] else {
      return (false, nil)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    // Spreadsheets put the line into the first cell, with quotes and trailing delimiters.
    for index in 0..<line.count where line[index] != UInt8(ascii: "\"") {
      bytes.append(line[index])
    }
    while let last = bytes.last, last == delimiter || last == 0x20 { bytes.removeLast() }
    let folded = LinePattern.folded(bytes)
    for (pattern, isTotal) in patterns {
      let match = pattern.match(folded: folded)
      if match.matches { return (true, isTotal ? match.count : nil) }
    }
    return (false, nil)
  }
}
