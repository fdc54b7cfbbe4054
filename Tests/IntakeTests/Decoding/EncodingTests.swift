import Testing
import TestSupport
import Vocabulary

@testable import Intake

@Suite("Windows-1252")
struct Windows1252Tests {
  /// The code points of 128 to 159 as the mapping table of the Unicode consortium gives them.
  static let upper: [UInt8: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]

  @Test("every byte is its character, or refused")
  func everyByte() {
    for byte in UInt8.min...UInt8.max {
      var text: [UInt8] = []
      let isRead = Windows1252.append([byte].span, to: &text)
      let isUpper = (0x80...0x9F).contains(byte)
      let point = isUpper ? Self.upper[byte] : UInt32(byte)
      check(isRead == (point != nil), "byte \(byte)")
      guard let point, let scalar = Unicode.Scalar(point) else { continue }
      check(String(decoding: text, as: UTF8.self) == String(Character(scalar)), "byte \(byte)")
    }
  }
}

@Suite("UTF-8")
struct UTF8ValidatorTests {
  static func isValid(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// The bytes at which something changes in the table of well-formed sequences, and one on either side.
  static let edges: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test("every sequence of one and two bytes is judged as the standard library judges it")
  func short() {
    for first in UInt8.min...UInt8.max {
      check(UTF8Validator.isValid([first].span) == Self.isValid([first]), "\(first)")
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        if UTF8Validator.isValid(bytes.span) != Self.isValid(bytes) { Issue.record("\(bytes)") }
      }
    }
  }

  @Test("every sequence of three bytes that begins one is judged so too")
  func three() {
    for first in UInt8(0xE0)...0xEF {
      for second in Self.edges {
        for third in UInt8.min...UInt8.max {
          let bytes = [first, second, third]
          if UTF8Validator.isValid(bytes.span) != Self.isValid(bytes) { Issue.record("\(bytes)") }
        }
      }
    }
  }

  @Test("every sequence of four edge bytes is judged so too, wherever it is cut")
  func four() {
    for first in Self.edges {
      for second in Self.edges {
        for third in Self.edges {
          for fourth in [0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xFF] as [UInt8] {
            let bytes = [first, second, third, fourth]
            let expected = Self.isValid(bytes)
            if UTF8Validator.isValid(bytes.span) != expected { Issue.record("\(bytes)") }
            if first >= 0xC0, Self.isValidCut(bytes, after: 1 + Int(second) % 3) != expected {
              Issue.record("\(bytes) in two chunks")
            }
          }
        }
      }
    }
  }

  private static func isValidCut(_ bytes: [UInt8], after cut: Int) -> Bool {
    var validator = UTF8Validator()
    _ = validator.take(bytes.span.extracting(0..<cut))
    _ = validator.take(bytes.span.extracting(cut..<bytes.count))
    return validator.isValid
  }

  @Test("a long text is valid in chunks of any size, and its line feeds are counted")
  func chunks() {
    let text =
      "plain text of more than thirty-two bytes, then\nŁódź € 😀\n\(String(repeating: "é", count: 40))\n"
    let bytes = Array(text.utf8)
    for size in 1...bytes.count {
      var validator = UTF8Validator()
      var feeds = 0
      ReadExtract.inChunks(bytes, size) { feeds += validator.take($0).lineFeeds }
      check(validator.isValid && validator.sawLongSequence && feeds == 3, "chunks of \(size)")
    }
    for cut in 0..<bytes.count {
      let part = Array(bytes[..<cut])
      check(UTF8Validator.isValid(part.span) == Self.isValid(part), "cut at \(cut)")
    }
  }
}

@Suite("UTF-16")
struct UTF16Tests {
  static func encode(_ text: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
    let units: [UInt16] = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return littleEndian ? [low, high] : [high, low]
    }
  }

  static func decode(_ bytes: [UInt8], littleEndian: Bool, chunk: Int) -> (String, Bool) {
    var transcoder = UTF16Transcoder(isLittleEndian: littleEndian)
    var text: [UInt8] = []
    ReadExtract.inChunks(bytes, chunk) { transcoder.append($0, to: &text) }
    transcoder.finish(appendingTo: &text)
    return (String(decoding: text, as: UTF8.self), transcoder.hasError)
  }

  @Test("a text comes out the same in both orders and in chunks of any size")
  func roundTrip() {
    let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{FFFD}\u{FFFF}😀\u{10FFFF}\u{10000}Ł\r\n"
    for littleEndian in [true, false] {
      let bytes = Self.encode(text, littleEndian: littleEndian, mark: false)
      for size in 1...bytes.count {
        let (decoded, hasError) = Self.decode(bytes, littleEndian: littleEndian, chunk: size)
        check(decoded == text && !hasError, "chunks of \(size)")
      }
      var back: [UInt8] = []
      UTF16Transcoder.appendBack(
        Array(text.utf8)[...], isLittleEndian: littleEndian, to: &back)
      #expect(back == bytes)
    }
    #expect(UTF16Transcoder.byteCount(of: Array(text.utf8).span) == 2 * text.utf16.count)
  }

  @Test("a surrogate alone is an error and no good UTF-8, and comes back as it was received")
  func errors() {
    let cases: [[UInt16]] = [
      [0xD83D], [0xDE00], [0xD83D, 0x41], [0xDE00, 0xD83D, 0xDE00], [0xD83D, 0xD83D, 0xDE00],
      [0x41, 0xDBFF, 0xDBFF], [0xDC00, 0xD800],
    ]
    for units in cases {
      let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      for size in 1...bytes.count {
        var transcoder = UTF16Transcoder(isLittleEndian: true)
        var text: [UInt8] = []
        ReadExtract.inChunks(bytes, size) { transcoder.append($0, to: &text) }
        transcoder.finish(appendingTo: &text)
        #expect(transcoder.hasError && !UTF8Validator.isValid(text.span), "\(units)")
        #expect(UTF16Transcoder.byteCount(of: text.span) == bytes.count, "\(units)")
        var back: [UInt8] = []
        UTF16Transcoder.appendBack(text[...], isLittleEndian: true, to: &back)
        #expect(back == bytes, "\(units)")
      }
    }
    let (odd, hasError) = Self.decode([0x41, 0, 0x42], littleEndian: true, chunk: 8)
    #expect(odd == "A" && hasError)
  }
}

@Suite("Which encoding a file has")
struct TextSurveyTests {
  struct SurveyCase: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var encoding: TextEncoding
    var markBytes: Int
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ encoding: TextEncoding, mark: Int = 0) {
      self.name = name
      self.bytes = bytes
      self.encoding = encoding
      markBytes = mark
    }
  }

  static let text = "Name,Town\nZoë,Łódź\n"
  static let latin: [UInt8] = Array("Name\nZo".utf8) + [0xEB, 0x0A]

  static let cases = [
    SurveyCase("nothing", [], .utf8),
    SurveyCase("ASCII", Array("Name\n".utf8), .utf8),
    SurveyCase("UTF-8", Array(text.utf8), .utf8),
    SurveyCase("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, mark: 3),
    SurveyCase("Windows-1252", latin, .windows1252),
    SurveyCase("curly quotes", Array("O".utf8) + [0x92] + Array("Neil\n".utf8), .windows1252),
    SurveyCase("both", Array(text.utf8) + latin, .mixed),
    SurveyCase(
      "a mark, and then both", [0xEF, 0xBB, 0xBF] + Array(text.utf8) + latin, .mixed, mark: 3),
    SurveyCase(
      "UTF-8 that breaks off", Array("Zoë".utf8.dropLast()), .windows1252),
    SurveyCase(
      "UTF-16 little-endian", UTF16Tests.encode(text, littleEndian: true, mark: false),
      .utf16LittleEndian),
    SurveyCase(
      "UTF-16 big-endian", UTF16Tests.encode(text, littleEndian: false, mark: false),
      .utf16BigEndian),
    SurveyCase(
      "UTF-16 little-endian with its mark", UTF16Tests.encode(text, littleEndian: true, mark: true),
      .utf16LittleEndian, mark: 2),
    SurveyCase(
      "UTF-16 big-endian with its mark", UTF16Tests.encode(text, littleEndian: false, mark: true),
      .utf16BigEndian, mark: 2),
    SurveyCase("a NUL in plain text", Array("Name\nA\u{0}B\n".utf8), .utf8),
  ]

  @Test("the verdict does not depend on how the file is cut", arguments: cases)
  func verdicts(case item: SurveyCase) {
    for size in 1...max(1, item.bytes.count) {
      var survey = TextSurvey()
      ReadExtract.inChunks(item.bytes, size) { survey.take($0) }
      let verdict = survey.verdict()
      check(
        verdict.encoding == item.encoding && verdict.markBytes == item.markBytes,
        "\(verdict) in chunks of \(size)")
      check(survey.byteCount == item.bytes.count)
      check(survey.lineFeeds == item.bytes.count { $0 == 0x0A })
      check(survey.hasNonASCII == item.bytes.contains { $0 >= 0x80 })
    }
  }

  // MARK: Against the contract

  @Test("what a contract says of the encoding is held against the file")
  func declared() throws {
    let utf8 = Array("Name\nZoë\n".utf8)
    let ascii = Array("Name\nZoe\n".utf8)
    let utf16 = UTF16Tests.encode("Name\nZoë\n", littleEndian: true, mark: false)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let cases: [(declared: String, bytes: [UInt8], surnames: [String]?)] = [
      ("auto", utf8, ["Zoë"]), ("auto", Self.latin, ["Zoë"]), ("auto", utf16, ["Zoë"]),
      ("utf-8", utf8, ["Zoë"]), ("utf-8", mark + utf8, ["Zoë"]), ("utf-8", ascii, ["Zoe"]),
      ("utf-8", Self.latin, nil), ("utf-8", utf16, nil),
      ("windows-1252", Self.latin, ["Zoë"]), ("windows-1252", ascii, ["Zoe"]),
      // The mark itself says UTF-8.
      ("windows-1252", mark + ascii, nil),
      // Read as Windows-1252, Zoë would become ZoÃ«.
      ("windows-1252", utf8, nil), ("windows-1252", mark + utf8, nil),
      ("windows-1252", utf16, nil),
      ("utf-16le", utf16, ["Zoë"]), ("utf-16be", utf16, nil), ("utf-16le", ascii, nil),
    ]
    for item in cases {
      let contract = try ContractText.contract(
        columns: ["Name: {type: name}"], extra: "dialect: {encoding: \(item.declared)}\n")
      let read = ReadExtract(item.bytes, of: contract)
      if item.surnames == nil {
        #expect(read.problemCodes == ["encoding-error"], "\(item.declared)")
      } else {
        #expect(read.problemCodes == [], "\(item.declared) \(item.bytes)")
        #expect(
          read.texts(of: \PersonEntry.localNumbers)
            == ["number=Zoë"].map {
              item.surnames == ["Zoe"] ? "number=Zoe" : $0
            })
      }
    }
  }

  @Test("lines of two encodings are each read as what they are, with a warning")
  func mixed() throws {
    let contract = try ContractText.contract(columns: ["Name: {type: name}", "B: {type: text}"])
    let bytes =
      Array("Name,B\nŁódź,1\nZo".utf8) + [0xEB] + Array(",2\nplain,3\n\"Zo".utf8) + [0xEB]
      + Array("\",4\n".utf8) + [0x81] + Array(",5\n".utf8)
    let read = ReadExtract(bytes, of: contract)
    #expect(read.problems.map(\.code) == [.mixedEncodings])
    #expect(read.problems.map(\.severity) == [.warning])
    #expect(
      read.texts(of: \PersonEntry.localNumbers)
        == ["number=Łódź", "number=Zoë", "number=plain", "number=Zoë"])
    // 0x81 is no character of Windows-1252.
    #expect(read.reasons == ["line 6: invalid-encoding"])
    expectAccounted(read, of: bytes)
  }

  @Test("a row with a NUL is rejected, and the next is read")
  func nul() throws {
    let contract = try ContractText.contract(columns: ["Name: {type: name}", "B: {type: text}"])
    let bytes = Array("Name,B\na\u{0},1\nb,2\n".utf8)
    let read = ReadExtract(bytes, of: contract)
    #expect(read.reasons == ["line 2: forbidden-value"])
    #expect(read.account.accepted == 1)
    expectAccounted(read, of: bytes)
  }

  @Test("a UTF-16 file that ends in half a character is not in its encoding")
  func oddBytes() throws {
    let contract = try ContractText.contract(columns: ["Name: {type: name}"])
    let bytes = UTF16Tests.encode("Name\nA\n", littleEndian: true, mark: true) + [0x41]
    let read = ReadExtract(bytes, of: contract)
    #expect(read.problemCodes == ["encoding-error"])
  }
}
