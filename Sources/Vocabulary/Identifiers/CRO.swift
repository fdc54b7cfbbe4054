/// A file number of the Criminal Records Office: `123456/99L`, or `SF99/12345M` in the small file.
public struct CRO: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .cro }

  // Small file or not, year, how many digits the serial is written with, and the serial.
  private let number: UInt32

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes, leavingOut: .hyphensAndStops)
    let isSmallFile = text.starts(with: "SF")
    guard let stroke = (1..<text.count).first(where: { text[$0] == 0x2F }) else {
      throw .wrongShape
    }
    let letter = text.count - 1
    let years = isSmallFile ? 2..<stroke : stroke + 1..<max(letter, stroke + 1)
    let serials = isSmallFile ? stroke + 1..<max(letter, stroke + 1) : 0..<stroke
    guard years.count == 2, (1...6).contains(serials.count), ASCII.isUppercase(text[letter]),
      let year = text.number(in: years), let serial = text.number(in: serials)
    else { throw .wrongShape }
    if serial == 0 { throw .placeholder }
    // The check counts the small file's serial as it is written, the other's padded to six digits.
    let width = isSmallFile ? serials.count : 6
    let expected = Self.checkLetter(year: year, serial: serial, width: width)
    guard text[letter] == expected else {
      throw .checkCharacter(expected: Character(ascii: expected))
    }
    let form = (isSmallFile ? 100 : 0) + year
    number = UInt32((form * 10 + width) * 1_000_000 + serial)
  }

  /// Whether it is from the small file, whose entries no fingerprints stand behind.
  public var isSmallFile: Bool { number >= 1_000_000_000 }

  /// Appends it as in `123456/99L` or `SF99/12345M`.
  public func appendText(to bytes: inout [UInt8]) {
    let year = Int(number / 10_000_000 % 100)
    let width = Int(number / 1_000_000 % 10)
    let serial = Int(number % 1_000_000)
    if isSmallFile {
      bytes.append(text: "SF")
      bytes.append(digitsOf: year, width: 2)
      bytes.append(0x2F)
    }
    bytes.append(digitsOf: serial, width: width)
    if !isSmallFile {
      bytes.append(0x2F)
      bytes.append(digitsOf: year, width: 2)
    }
    bytes.append(Self.checkLetter(year: year, serial: serial, width: width))
  }

  private static func checkLetter(year: Int, serial: Int, width: Int) -> UInt8 {
    var scale = 1
    for _ in 0..<width { scale *= 10 }
    return CheckLetters.policeLetter(for: year * scale + serial)
  }
}
