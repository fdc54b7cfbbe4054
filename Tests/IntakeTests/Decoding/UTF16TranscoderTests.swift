import Testing

@testable import Intake

struct UTF16TranscoderTests {
  @Test(arguments: [true, false])
  func `every unit, alone, comes back as it was`(isLittleEndian: Bool) {
    for unit in UInt16.min...UInt16.max {
      let bytes = Self.bytes(of: [unit], isLittleEndian)
      let (text, hasError) = Self.transcode(bytes, isLittleEndian)
      #expect(hasError == (0xD800...0xDFFF).contains(unit), "unit \(unit)")
      #expect(Self.back(text, isLittleEndian) == bytes, "unit \(unit)")
    }
  }

  @Test(arguments: [
    [0xD83D, 0xDE00], [0xDE00, 0xD83D], [0xD83D, 0xD83D, 0xDE00], [0x41, 0xD83D], [0xDC61, 0xEFBC],
    [0xD800, 0xDC00], [0xDBFF, 0xDFFF], [0xD83D, 0x41],
  ])
  func `surrogates in any company come back as they were`(units: [UInt16]) {
    let bytes = Self.bytes(of: units, true)
    let (text, hasError) = Self.transcode(bytes, true)
    #expect(Self.back(text, true) == bytes)
    #expect(UTF16Transcoder.byteCount(of: text.span) == bytes.count)
    #expect(hasError == !UTF8Validator.isValid(text.span))
  }

  @Test func `a whole text is the text`() {
    let text = "Zoë Łukasz 😀, 12 Ōtāhuhu Rd\r\n"
    let read = Self.transcode(Self.bytes(of: Array(text.utf16), true), true)
    #expect(read == (Array(text.utf8), false))
  }

  private static func transcode(
    _ bytes: [UInt8], _ isLittleEndian: Bool
  ) -> (text: [UInt8], hasError: Bool) {
    var transcoder = UTF16Transcoder(isLittleEndian: isLittleEndian)
    var text: [UInt8] = []
    transcoder.append(bytes.span, to: &text)
    transcoder.finish(appendingTo: &text)
    return (text, transcoder.hasError)
  }

  private static func back(_ text: [UInt8], _ isLittleEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    UTF16Transcoder.appendBack(text[...], isLittleEndian: isLittleEndian, to: &bytes)
    return bytes
  }

  private static func bytes(of units: [UInt16], _ isLittleEndian: Bool) -> [UInt8] {
    units.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittleEndian ? [low, high] : [high, low]
    }
  }
}
