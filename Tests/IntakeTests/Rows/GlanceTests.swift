import TestSupport
import Testing
import Vocabulary

@testable import Intake

/// What is known of a cell at a glance is what comes of reading it in full.
@Suite struct GlanceTests {
  private static let seeds: [(kind: IdentifierKind, plain: PlainIdentifier, texts: [String])] = [
    (.upn, .upn, ["H243278544154", "W820207804564", "Y820203609187", "K85120111234A"]),
    (.nhsNumber, .nhsNumber, ["9434765919", "4283871087", "4217608764", "4917043557"]),
    (.uprn, .uprn, ["1", "100000000000", "999999999999", "10", "906700034512"]),
  ]

  /// Good numbers, and the same with a byte changed, taken out or put in.
  @Test(arguments: seeds.indices)
  func identifiers(_ index: Int) throws {
    let (kind, plain, texts) = Self.seeds[index]
    var random = SplitMix64(seed: UInt64(index))
    var known = 0
    for _ in 0..<20_000 {
      var bytes = Array(texts[random.below(texts.count)].utf8)
      for _ in 0..<random.below(3) {
        let place = random.below(bytes.count)
        let byte = Array("0123456789ABHKWYwz -".utf8)[random.below(20)]
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(byte, at: place)
        default: bytes[place] = byte
        }
        if bytes.isEmpty { bytes = [0x30] }
      }
      var text: [UInt8] = []
      let read: Void? = try? kind.appendCanonicalText(of: bytes.span, asOf: nil, to: &text)
      let isKnown = plain.isCanonical(bytes.span)
      if isKnown { #expect(read != nil && text == bytes) }
      // Only the pupil numbers that end in a letter are left to the full reading.
      if read != nil, text == bytes, let last = bytes.last, ASCII.isDigit(last) { #expect(isKnown) }
      known += isKnown ? 1 : 0
    }
    #expect(known > 3_000)
  }

  @Test func equalDigitsAreNoNumber() {
    for digit in "0123456789" {
      let digits = Array(String(repeating: digit, count: 12).utf8)
      for letter in "ABCDEFGHJKLMNPQRTUVWXYZ".utf8 {
        let isKnown = UPN.isCanonical(([letter] + digits).span)
        #expect(!isKnown)
      }
      let isKnown = NHSNumber.isCanonical(Array(digits[..<10]).span)
      #expect(!isKnown)
    }
  }

  /// Text that is plain is kept as it is by whoever reads it in full.
  @Test func texts() {
    let reader = CellReader(column: ColumnContract(name: "T", type: .text), asOf: ReadExtract.asOf)
    let pieces = [
      "a", "N", "n/a", "N/K", "null", "-", "--", ".", "(nil)", "#N/A", "#", " ", "  ", "O'Neill",
      "High Street", "é", "\u{7F}", "\t", "Null Road", "NK", "12345678", "\u{A0}", "~", "”",
    ]
    var random = SplitMix64(seed: 7)
    var plain = 0
    for _ in 0..<20_000 {
      let value = Array(
        (0...random.below(4)).map { _ in pieces[random.below(pieces.count)] }.joined().utf8)
      var (text, cell): ([UInt8], Cell) = ([], Cell())
      let problem = reader.read(value.span, into: &text, &cell)
      guard TidyText.isPlain(value.span) else { continue }
      plain += 1
      #expect(problem == nil && cell.state == .present && text == value)
    }
    #expect(plain > 5_000)
  }
}
