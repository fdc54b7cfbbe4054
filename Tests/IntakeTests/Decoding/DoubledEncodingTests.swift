import TestSupport
import Testing

@testable import Intake

/// Oracle: what is written as UTF-8 and read as Windows-1252 is what it was, and everything else stays.
struct DoubledEncodingTests {
  static let names = [
    "Zoë", "Głowacki", "Dąbrowski", "Zając", "Łukasz", "MÜLLER", "Siân", "Ó Briain", "Şahin",
    "Ştefan", "Ștefan",
    "Nguyễn", "D’Arcy", "Ana María Núñez", "Ŵyn", "Śliwa", "Ağça",
  ]

  /// A text's UTF-8, read as Windows-1252; bytes that stand for nothing there pass as they are.
  static func misread(_ text: String) -> String {
    var misread = ""
    for byte in text.utf8 {
      var utf8: [UInt8] = []
      let isAssigned = Windows1252.append([byte].span, to: &utf8)
      misread +=
        isAssigned
        ? String(decoding: utf8, as: UTF8.self) : String(Character(Unicode.Scalar(byte)))
    }
    return misread
  }

  static func meant(by text: String) -> String? {
    DoubledEncoding.meant(by: Array(text.utf8).span).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: names)
  func `a name read in the wrong encoding is read back, and a right one stays`(name: String) {
    #expect(Self.meant(by: Self.misread(name)) == name)
    #expect(Self.meant(by: name) == nil)
  }

  @Test
  func `bytes passed on as they are count as well`() {
    let latin1 = String(String.UnicodeScalarView("Głowacki".utf8.map { Unicode.Scalar($0) }))
    #expect(Self.meant(by: latin1) == "Głowacki")
  }

  @Test(arguments: ["", "Smith", "LÍŠKA", "KŘÍŽEK", "Ã", "ÃÃ", "Zoë Ã«", "Ð˜Ð²Ð°Ð½", "£5", "Ø"])
  func `what may be meant as it stands stays`(text: String) {
    #expect(Self.meant(by: text) == nil)
  }

  @Test
  func `no two letters of Latin-1 alone are taken for another`() {
    for first in 0xC0...0xFF {
      for second in 0xC0...0xFF {
        guard let first = Unicode.Scalar(UInt32(first)), let second = Unicode.Scalar(UInt32(second))
        else { continue }
        check(Self.meant(by: "A\(first)\(second)a") == nil, "\(first)\(second)")
      }
    }
  }

  @Test
  func `a cell says what was meant, and that it was put right`() {
    #expect(ReadCell("GÅ‚owacki", as: .name).outcome == "Głowacki [repaired-encoding]")
    #expect(
      ReadCell("Rue de lâ€™Ã‰glise", as: .text).outcome == "Rue de l'Église [repaired-encoding]")
    #expect(ReadCell("Zoë", as: .name).outcome == "Zoë")
    let shaped = ReadCell("GÅ‚owacki", as: .text) { $0.pattern = "AA99" }
    #expect(shaped.outcome == "pattern-mismatch")
  }
}
