/// What one reading of a whole file tells of its encoding, chunk by chunk.
///
/// Whether a file is UTF-8 can't be known before its last byte; a wrong guess would turn a name into another name.
public struct TextSurvey: Sendable {
  /// How many bytes were seen.
  public private(set) var byteCount = 0
  /// How many line feeds were seen, from which progress is estimated.
  public private(set) var lineFeeds = 0
  /// Whether any NUL byte was seen.
  public private(set) var hasNUL = false
  /// Whether any byte of 128 or more was seen.
  public private(set) var hasNonASCII = false
  private var validator = UTF8Validator()
  private var firstBytes: [UInt8] = []
  private var nulsAtEvenPlaces = 0
  private var nulsAtOddPlaces = 0

  /// Begins with nothing seen.
  public init() {}

  /// Takes the next bytes of the file.
  public mutating func take(_ chunk: Span<UInt8>) {
    if firstBytes.count < 4 {
      for index in 0..<min(4 - firstBytes.count, chunk.count) { firstBytes.append(chunk[index]) }
    }
    lookForNULs(chunk)
    let counts = validator.take(chunk)
    lineFeeds += counts.lineFeeds
    if counts.hasNonASCII { hasNonASCII = true }
    byteCount += chunk.count
  }

  /// Files in UTF-16 show it in their first kilobytes: every other byte of plain text is NUL.
  private mutating func lookForNULs(_ chunk: Span<UInt8>) {
    guard byteCount < 1 << 16 else { return }
    for index in 0..<min(chunk.count, (1 << 16) - byteCount) where chunk[index] == 0 {
      hasNUL = true
      if (byteCount + index) % 2 == 0 { nulsAtEvenPlaces += 1 } else { nulsAtOddPlaces += 1 }
    }
  }

  /// The encoding and the number of bytes that its mark takes at the beginning.
  public func verdict() -> (encoding: TextEncoding, markBytes: Int) {
    if firstBytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (validOrMixed, 3) }
    if firstBytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if firstBytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let seen = min(byteCount, 1 << 16)
    if nulsAtOddPlaces * 4 > seen && nulsAtEvenPlaces * 8 < nulsAtOddPlaces {
      return (.utf16LittleEndian, 0)
    }
    if nulsAtEvenPlaces * 4 > seen && nulsAtOddPlaces * 8 < nulsAtEvenPlaces {
      return (.utf16BigEndian, 0)
    }
    return (validOrMixed, 0)
  }

  /// UTF-8 if the whole file is; Windows-1252 if nothing in it looks like UTF-8; else both, told apart record by record.
  private var validOrMixed: TextEncoding {
    if validator.isValid { return .utf8 }
    return validator.sawLongSequence ? .mixed : .windows1252
  }
}
