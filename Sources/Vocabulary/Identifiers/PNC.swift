/// A person's identifier on the Police National Computer, as in `2002/0073319Z`.
///
/// Year, serial number of seven digits and a check letter. Systems write the year with two digits and
/// drop the serial's leading zeros: `81/34U` is `1981/0000034U`.
public struct PNC: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .pnc }

  /// The identifier as one number.
  public let packed: UInt64

  /// Reads an identifier whose year has four digits.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    try self.init(bytes, asOf: nil)
  }

  /// Reads an identifier, a year of two digits being the last such year up to the day.
  public init(_ bytes: Span<UInt8>, asOf day: Day?) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes, leavingOut: .hyphensAndStops)
    let (yearDigits, serialStart) = try Self.layout(of: text)
    let letterIndex = text.count - 1
    guard let written = text.number(in: 0..<yearDigits),
      (1...7).contains(letterIndex - serialStart),
      let serial = text.number(in: serialStart..<letterIndex), ASCII.isUppercase(text[letterIndex])
    else { throw .wrongShape }
    let expected = CheckLetters.policeLetter(for: written % 100 * 10_000_000 + serial)
    guard text[letterIndex] == expected else {
      throw .checkCharacter(expected: Character(ascii: expected))
    }
    if serial == 0 { throw .placeholder }
    let year = yearDigits == 4 ? written : try Self.year(ending: written, asOf: day)
    packed = UInt64(year) * 10_000_000 + UInt64(serial)
  }

  /// The year in it.
  public var year: Int { Int(packed / 10_000_000) }

  /// Appends it as in `2002/0073319Z`.
  public func appendText(to bytes: inout [UInt8]) {
    let serial = Int(packed % 10_000_000)
    bytes.append(digitsOf: year, width: 4)
    bytes.append(0x2F)
    bytes.append(digitsOf: serial, width: 7)
    bytes.append(CheckLetters.policeLetter(for: year % 100 * 10_000_000 + serial))
  }

  /// How many digits the year has and where the serial starts.
  ///
  /// Without a stroke only the full form has a year of four digits: 4 + 7 digits and the letter.
  private static func layout(
    of text: CompactText
  ) throws(IdentifierProblem) -> (yearDigits: Int, serialStart: Int) {
    for digits in [2, 4] where text.count > digits + 2 && text[digits] == 0x2F {
      return (digits, digits + 1)
    }
    if text.count == 12 { return (4, 4) }
    guard (4...10).contains(text.count) else { throw .wrongShape }
    return (2, 2)
  }

  private static func year(ending digits: Int, asOf day: Day?) throws(IdentifierProblem) -> Int {
    guard let day else { throw .centuryUnknown }
    return TwoDigitYear.past(asOf: day).year(ending: digits)
  }
}
