import Testing

@testable import Vocabulary

@Suite struct ByteTests {
  @Test func `classes agree with the characters on every byte`() {
    for byte in UInt8.min...UInt8.max {
      let character = byte < 128 ? Character(UnicodeScalar(byte)) : "é"
      let isASCII = byte < 128
      #expect(ASCII.isDigit(byte) == (isASCII && character.isWholeNumber))
      #expect(ASCII.isLetter(byte) == (isASCII && character.isLetter))
      #expect(ASCII.isUppercase(byte) == (isASCII && character.isUppercase))
      #expect(ASCII.isLowercase(byte) == (isASCII && character.isLowercase))
      #expect(ASCII.isWhitespace(byte) == (isASCII && character.isWhitespace && byte < 0x21))
      guard isASCII else { continue }
      #expect(Character(UnicodeScalar(ASCII.uppercased(byte))) == Character(character.uppercased()))
      #expect(Character(UnicodeScalar(ASCII.lowercased(byte))) == Character(character.lowercased()))
    }
  }

  @Test(arguments: [
    ("", ""), ("   ", ""), (" a b ", "a b"), ("\u{A0}a\u{A0}", "a"), ("\u{FEFF}a\r\n", "a"),
    ("a\u{A0}b", "a\u{A0}b"), ("\t\u{A0} é\u{A0}", "é"), ("Â", "Â"), ("\u{A0}", ""),
  ])
  func `trims blanks at both ends`(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let range = bytes.span.trimmedRange()
    let isBlank = bytes.span.isBlank
    #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
    #expect(isBlank == expected.isEmpty)
  }

  @Test func `a byte of a broken character is not a blank`() {
    let bytes: [UInt8] = [0xA0, 0x41, 0xC2]
    let range = bytes.span.trimmedRange()
    #expect(range == 0..<3)
  }

  @Test(arguments: [
    ("007", 7), ("", nil), ("1x", nil), ("-1", nil),
    ("999999999999999999", 999_999_999_999_999_999),
    ("1234567890123456789", nil),
  ])
  func `reads digits`(text: String, expected: Int?) {
    let bytes = Array(text.utf8)
    let number = bytes.span.number(in: 0..<bytes.count)
    #expect(number == expected)
  }

  @Test func `compares with a literal`() {
    func equals(_ literal: StaticString) -> Bool {
      "Autumn".utf8.span.equalsIgnoringCase(literal)
    }
    func starts(_ literal: StaticString, at offset: Int) -> Bool {
      "Autumn".utf8.span.startsIgnoringCase(literal, at: offset)
    }
    #expect(equals("AUTUMN"))
    #expect(!equals("AUT"))
    #expect(starts("aut", at: 0))
    #expect(starts("umn", at: 3))
    #expect(!starts("umns", at: 3))
  }

  @Test func `compact text keeps what a code consists of`() throws {
    let spaced = try #require(CompactText(" ab 12\u{A0}34-c "))
    #expect(spaced.equals("AB1234-C"))
    let hyphens = try #require(CompactText("943-476 5919", leavingOut: .hyphensAndStops))
    #expect(hyphens.number(in: 0..<hyphens.count) == 9_434_765_919)
    let punctuation = try #require(CompactText("'po1, 2al.'", leavingOut: .punctuation))
    #expect(punctuation.equals("PO12AL"))
    #expect(punctuation.starts(with: "PO"))
    #expect(punctuation.isDigits(2..<4) && !punctuation.isDigits(2..<5))
    #expect(!punctuation.isDigits(5..<9) && punctuation.digit(at: 9) == nil)
  }

  @Test func `compact text refuses what is too long for a code`() {
    #expect(CompactText(String(repeating: "1 ", count: 24))?.count == 24)
    #expect(CompactText(String(repeating: "1 ", count: 25)) == nil)
  }

  @Test(arguments: [(0, 1, "0"), (7, 2, "07"), (123, 2, "123"), (1_000_000, 1, "1000000")])
  func `appends digits`(number: Int, width: Int, expected: String) {
    var bytes: [UInt8] = []
    bytes.append(digitsOf: number, width: width)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
