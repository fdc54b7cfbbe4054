import Vocabulary

/// What a record's bytes need before they can be parsed as UTF-8.
enum RecordText {
  /// What has to be done with a record.
  enum Need {
    /// It is UTF-8 already.
    case plain
    case windows1252
    /// It is no text in the file's encoding.
    case invalid
    /// It has a NUL byte.
    case forbidden
  }

  static func needsDecoding(_ record: Span<UInt8>, _ encoding: TextEncoding) -> Need {
    // Eight bytes at a time: a byte is NUL where taking one from it borrows, and ASCII where its highest bit is not set.
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    var high: UInt64 = 0
    var hasNUL = false
    while index + 8 <= record.count {
      let word = record.word(at: index)
      high |= word
      hasNUL = hasNUL || (word &- ones) & ~word & (ones << 7) != 0
      index += 8
    }
    while index < record.count {
      high |= UInt64(record[index])
      hasNUL = hasNUL || record[index] == 0
      index += 1
    }
    if hasNUL { return .forbidden }
    if high & (ones << 7) == 0 { return .plain }
    switch encoding {
    case .windows1252: return .windows1252
    case .mixed: return UTF8Validator.isValid(record) ? .plain : .windows1252
    // UTF-16 was turned into UTF-8, but for surrogates that stand alone.
    case .utf8, .utf16LittleEndian, .utf16BigEndian:
      return UTF8Validator.isValid(record) ? .plain : .invalid
    }
  }
}
