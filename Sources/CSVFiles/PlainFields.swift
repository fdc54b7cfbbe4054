/// Cuts a record into its fields where nothing about its quotes is out of the way, as libcsv does.
///
/// Nearly every record is of this kind: a quote opens a field with its first byte and closes it with its last, or there is
/// none. libcsv goes from byte to byte and hands over field by field; here eight bytes are looked at together, and the
/// fields stay where they are. Every other record is libcsv's, which is also what the tests compare with.
struct PlainFields {
  private let delimiter: UInt8
  private let quote: UInt8
  private let limits: CSVLimits
  private let delimiters: UInt64
  private let quotes: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  init(dialect: CSVDialect, limits: CSVLimits) {
    delimiter = dialect.delimiter
    quote = dialect.quote
    self.limits = limits
    delimiters = Self.ones &* UInt64(dialect.delimiter)
    quotes = Self.ones &* UInt64(dialect.quote)
  }

  /// Cuts a record; false, with the row in any state, where it is for libcsv.
  func parse(_ record: Span<UInt8>, into row: inout CSVRow) -> Bool {
    // What begins with a blank may be a blank line, which has no fields.
    guard record.count > 0, record.count <= limits.fieldBytes, !isBlank(record[0]) else {
      return false
    }
    row.take(record)
    // No record has more fields than bytes and one.
    row.makeRoom(fields: min(record.count + 1, limits.fields))
    guard let count = cut(record, into: &row.starts, &row.ends) else { return false }
    row.fieldCount = count
    return true
  }

  /// Cuts a record at its delimiters, and tells how many fields it has; nil where it is for libcsv.
  private func cut(
    _ record: Span<UInt8>, into allStarts: inout [UInt32], _ allEnds: inout [UInt32]
  ) -> Int? {
    var starts = allStarts.mutableSpan
    var ends = allEnds.mutableSpan
    var count = 0
    var field = Field()
    for index in stride(from: 0, to: record.count, by: 8) {
      var marks = marks(in: Self.word(record, at: index))
      // What is beyond the record is none of it.
      let rest = record.count - index
      if rest < 8 { marks &= ~0 >> UInt64(64 - 8 * rest) }
      while marks != 0 {
        let place = index + marks.trailingZeroBitCount / 8
        marks &= marks &- 1
        switch record[place] {
        case quote: guard field.takeQuote(at: place) else { return nil }
        case _ where field.isQuoted: break
        case delimiter:
          guard let range = bounds(of: field, to: place, in: record), count < limits.fields else {
            return nil
          }
          starts[count] = UInt32(truncatingIfNeeded: range.lowerBound)
          ends[count] = UInt32(truncatingIfNeeded: range.upperBound)
          count += 1
          field = Field(start: place + 1)
        // A line end outside quotes ends the record; what follows it libcsv has to see.
        default: return nil
        }
      }
    }
    guard let range = bounds(of: field, to: record.count, in: record), count < limits.fields else {
      return nil
    }
    starts[count] = UInt32(truncatingIfNeeded: range.lowerBound)
    ends[count] = UInt32(truncatingIfNeeded: range.upperBound)
    return count + 1
  }

  /// A field under way.
  private struct Field {
    var start = 0
    var isQuoted = false
    /// The place after the quote that closed it, or none.
    var closed = -1

    /// Takes a quote; false where it neither opens the field with its first byte nor closes it.
    @inline(__always)
    mutating func takeQuote(at place: Int) -> Bool {
      if isQuoted {
        closed = place + 1
      } else if place != start {
        return false
      }
      isQuoted.toggle()
      return true
    }
  }

  /// Where a field lies that ends before a place: within its quotes, or without the blanks around it; nil where its quote is
  /// open, or closed too early.
  @inline(__always)
  private func bounds(of field: Field, to place: Int, in record: Span<UInt8>) -> Range<Int>? {
    if field.isQuoted { return nil }
    if field.closed >= 0 {
      return field.closed == place ? field.start + 1..<place - 1 : nil
    }
    var (start, end) = (field.start, place)
    while start < end, isBlank(record[start]) { start += 1 }
    while end > start, isBlank(record[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The highest bit of each byte that is a delimiter, a quote or a line end.
  @inline(__always)
  private func marks(in word: UInt64) -> UInt64 {
    Self.zeros(word ^ delimiters) | Self.zeros(word ^ quotes)
      | Self.zeros(word ^ Self.ones &* 0x0A) | Self.zeros(word ^ Self.ones &* 0x0D)
  }

  /// The highest bit of each byte that is zero, and of no other.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let lows = ~(ones << 7)
    return ~((word & lows) &+ lows | word | lows)
  }

  /// Eight bytes from a place on, the first of them lowest; beyond the record there is nothing.
  @inline(__always)
  private static func word(_ record: Span<UInt8>, at index: Int) -> UInt64 {
    guard index + 8 <= record.count else {
      var word: UInt64 = 0
      for place in index..<record.count {
        word = word &<< 8 | UInt64(record[record.count - 1 - (place - index)])
      }
      return word
    }
    return unsafe record.withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
