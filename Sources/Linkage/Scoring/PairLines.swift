/// The kept pairs as lines of text.
public struct PairLines: Sendable {
  let table: RecordTable
  let scored: ScoredPairs
  let shape: PatternShape
  private let sources: [[UInt8]]

  init(_ table: RecordTable, _ scored: ScoredPairs, _ shape: PatternShape) {
    self.table = table
    self.scored = scored
    self.shape = shape
    sources = table.sources.map { FieldText.quoted(Array($0.utf8)) }
  }

  /// The lines of some of the pairs, in the order in which they were found.
  public func text(of range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count * 80)
    for index in range {
      let pair = scored.pairs[index]
      let pattern = scored.patterns[index]
      let weight = scored.weights[index]
      append(pair.left, to: &text)
      append(pair.right, to: &text)
      FieldText.append(weight, decimals: 10, to: &text)
      text.append(UInt8(ascii: ","))
      FieldText.append(Evidence.probability(ofWeight: weight), decimals: 10, to: &text)
      for comparison in 0..<shape.comparisonCount {
        text.append(UInt8(ascii: ","))
        let level = shape.level(of: comparison, in: pattern)
        if level > 0 { FieldText.append(level, to: &text) }
      }
      text.append(0x0D)
      text.append(0x0A)
    }
    return text
  }

  private func append(_ record: RecordNumber, to text: inout [UInt8]) {
    text += sources[Int(table.sourceOf[Int(record)])]
    text.append(UInt8(ascii: ","))
    table.withID(record) { FieldText.append($0, to: &text) }
    text.append(UInt8(ascii: ","))
  }
}

/// Fields of CSV files as bytes.
enum FieldText {
  static func append(_ field: Span<UInt8>, to text: inout [UInt8]) {
    for index in field.indices where needsQuotes(field[index]) {
      return appendQuoted(field, to: &text)
    }
    for index in field.indices { text.append(field[index]) }
  }

  static func quoted(_ field: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    append(field.span, to: &text)
    return text
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte <= 0x20
  }

  private static func appendQuoted(_ field: Span<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for index in field.indices {
      if field[index] == UInt8(ascii: "\"") { text.append(UInt8(ascii: "\"")) }
      text.append(field[index])
    }
    text.append(UInt8(ascii: "\""))
  }

  static func append(_ number: Int, to text: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &text) }
    text.append(0x30 + UInt8(number % 10))
  }

  /// A number with a fixed count of decimals, rounded to the nearest.
  static func append(_ number: Double, decimals: Int, to text: inout [UInt8]) {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((abs(number) * Double(scale)).rounded())
    if number < 0, units > 0 { text.append(UInt8(ascii: "-")) }
    append(units / scale, to: &text)
    text.append(UInt8(ascii: "."))
    var place = scale / 10
    while place > 0 {
      text.append(0x30 + UInt8(units / place % 10))
      place /= 10
    }
  }
}
