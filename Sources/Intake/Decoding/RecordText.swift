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
    var union: UInt8 = 0
    var hasNUL = false
    for index in 0..<record.count {
      let byte = record[index]
      union |= byte
      hasNUL = hasNUL || byte == 0
    }
    if hasNUL { return .forbidden }
    if union < 0x80 { return .plain }
    switch encoding {
    case .windows1252: return .windows1252
    case .mixed: return UTF8Validator.isValid(record) ? .plain : .windows1252
    // UTF-16 was turned into UTF-8, but for surrogates that stand alone.
    case .utf8, .utf16LittleEndian, .utf16BigEndian:
      return UTF8Validator.isValid(record) ? .plain : .invalid
    }
  }
}
