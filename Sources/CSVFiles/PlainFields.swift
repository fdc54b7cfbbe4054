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
    var count = 0
    var index = 0
    while true {
      guard count < limits.fields else { return false }
      var start = index
      var end: Int
      if index < record.count, record[index] == quote {
        start = index + 1
        end = next(in: record, from: start, or: quotes, isQuoted: true)
        guard end < record.count else { return false }
        index = end + 1
        guard index == record.count || record[index] == delimiter else { return false }
      } else {
        // A line end outside quotes ends the record; what follows it libcsv has to see.
        end = next(in: record, from: index, or: delimiters, isQuoted: false)
        index = end
        guard end == record.count || record[end] == delimiter else { return false }
        while start < end, isBlank(record[start]) { start += 1 }
        while end > start, isBlank(record[end - 1]) { end -= 1 }
      }
      row.setField(count, start: start, end: end)
      count += 1
      if index == record.count { break }
      index += 1
    }
    row.fieldCount = count
    return true
  }

  /// The first quote, or byte of another kind, from a place on, or line end outside quotes; the record's end where there
  /// is none.
  @inline(__always)
  private func next(
    in record: Span<UInt8>, from place: Int, or others: UInt64, isQuoted: Bool
  ) -> Int {
    var index = place
    while index + 8 <= record.count {
      let word = Self.word(record, at: index)
      var found = Self.zeros(word ^ quotes) | Self.zeros(word ^ others)
      if !isQuoted {
        found |= Self.zeros(word ^ Self.ones &* 0x0A) | Self.zeros(word ^ Self.ones &* 0x0D)
      }
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    let other = UInt8(truncatingIfNeeded: others)
    while index < record.count {
      let byte = record[index]
      if byte == quote || byte == other || !isQuoted && (byte == 0x0A || byte == 0x0D) { break }
      index += 1
    }
    return index
  }

  /// The highest bit of each byte that is zero; bits above the lowest of them may be wrong.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & (ones << 7)
  }

  @inline(__always)
  private static func word(_ record: Span<UInt8>, at index: Int) -> UInt64 {
    precondition(index >= 0 && index + 8 <= record.count)
    return unsafe record.withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
