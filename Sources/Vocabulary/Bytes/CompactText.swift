/// Up to 24 bytes of upper-case text without spaces, held in place: what a code is parsed from.
///
/// `ab 12 34 56 c` and `AB123456C` give the same compact text, and no memory is allocated.
public struct CompactText: Sendable {
  /// The longest text that is held; no code of ours comes near it.
  public static let capacity = 24

  var bytes = InlineArray<24, UInt8>(repeating: 0)

  /// How many bytes there are.
  public private(set) var count = 0

  /// Takes letters and digits in upper case, leaves out blanks and separators, keeps the rest.
  ///
  /// Fails if more than 24 bytes are left, so that no code is ever read from a part of a text.
  public init?(_ text: Span<UInt8>, leavingOut separators: Separators = .blanks) {
    var index = 0
    while index < text.count {
      // Most codes are written without anything that could be left out.
      let plain = text[index]
      if ASCII.isUppercase(plain) || ASCII.isDigit(plain) {
        guard count < Self.capacity else { return nil }
        bytes[count] = plain
        count += 1
        index += 1
        continue
      }
      let blank = text.blankWidth(at: index, before: text.count)
      if blank > 0 {
        index += blank
        continue
      }
      let byte = text[index]
      index += 1
      if separators.contains(byte) { continue }
      guard count < Self.capacity else { return nil }
      bytes[count] = ASCII.uppercased(byte)
      count += 1
    }
  }

  /// The same for a string.
  public init?(_ text: String, leavingOut separators: Separators = .blanks) {
    self.init(text.utf8.span, leavingOut: separators)
  }

  /// The byte at the index.
  public subscript(index: Int) -> UInt8 {
    precondition(index < count, "index beyond the text")
    return bytes[index]
  }

  /// Puts another byte at the index.
  mutating func replace(at index: Int, with byte: UInt8) {
    precondition(index < count, "index beyond the text")
    bytes[index] = byte
  }

  /// The value of the digit at the index, or nothing if no digit is there.
  public func digit(at index: Int) -> Int? {
    index < count ? ASCII.digit(bytes[index]) : nil
  }

  /// The number that the digits in the range spell, or nothing if one of them is no digit.
  public func number(in range: Range<Int>) -> Int? {
    bytes.span.extracting(..<count).number(in: range)
  }

  /// Whether every byte in the range is a digit.
  public func isDigits(_ range: Range<Int>) -> Bool {
    range.upperBound <= count && range.allSatisfy { ASCII.isDigit(bytes[$0]) }
  }

  /// Whether the text is the literal, which is written in upper case.
  public func equals(_ literal: StaticString) -> Bool {
    bytes.span.extracting(..<count).equalsIgnoringCase(literal)
  }

  /// Whether the text starts with the literal, which is written in upper case.
  public func starts(with literal: StaticString) -> Bool {
    bytes.span.extracting(..<count).startsIgnoringCase(literal, at: 0)
  }
}

extension CompactText {
  /// What is left out between the characters of a code, beside blanks.
  public enum Separators: Sendable {
    /// Nothing beside blanks.
    case blanks
    /// Hyphens and full stops.
    case hyphensAndStops
    /// Every ASCII character that is neither letter nor digit.
    case punctuation

    func contains(_ byte: UInt8) -> Bool {
      switch self {
      case .blanks: false
      case .hyphensAndStops: byte == 0x2D || byte == 0x2E
      case .punctuation: byte < 0x80 && !ASCII.isLetterOrDigit(byte)
      }
    }
  }
}
