import TestSupport
import Testing

@testable import Vocabulary

@Suite struct RobustnessTests {
  private static let seeds = [
    "A950000178301", "K85120111234A", "943 476 5919", "AB123456C", "1000000019", "2002/0073319Z",
    "SF99/12345M", "123456/99L", "8514321", "J82001", "PO1 2AL", "BFPO 57", "ZZ99 3VZ",
    "£1,234.56 CR",
    "22/07/2013 09:30:59", "22JUL2013", "41477.75", "2007-Q2", "Autumn 2012/13", "",
  ]

  private static let patterns = [
    "dd/MM/yyyy", "d/M/yy", "ddMMMyyyy", "yyyyMMdd", "yyyy-Qq", "dd/MM/yyyy HH:mm:ss",
    "excel-serial",
    "excel-serial-time",
  ].compactMap { try? DatePattern($0) }

  /// Reads the bytes as everything there is; what is read has to read back as itself.
  private func readAll(_ bytes: [UInt8]) throws {
    let span = bytes.span
    for kind in IdentifierKind.allNamed where kind != .laChildID {
      var text: [UInt8] = []
      if (try? kind.appendCanonicalText(of: span, asOf: .latest, to: &text)) != nil {
        var again: [UInt8] = []
        try? kind.appendCanonicalText(of: text.span, asOf: .latest, to: &again)
        #expect(text == again)
      }
    }
    if let postcode = try? Postcode(span) { #expect(try Postcode(postcode.text) == postcode) }
    for candidate in Postcode.repairCandidates(span) {
      #expect(try Postcode(candidate.text) == candidate)
    }
    if let amount = try? Pence(span, .all) { #expect(try Pence(amount.text, .all) == amount) }
    for pattern in Self.patterns {
      guard let reading = pattern.read(span, twoDigitYears: .window(from: 1930)) else { continue }
      #expect(PartialDate(text: reading.date.text) == reading.date)
    }
    if let date = PartialDate(text: span) { #expect(Array(date.text.utf8) == bytes) }
    if let term = AcademicTerm(span) { #expect(AcademicTerm(term.text) == term) }
  }

  @Test func `every start of every sample`() throws {
    for seed in Self.seeds {
      let bytes = Array(seed.utf8)
      for end in 0...bytes.count { try readAll(Array(bytes[..<end])) }
    }
  }

  @Test func `samples with bytes changed, left out, doubled and made of noise`() throws {
    var random = SplitMix64(seed: 2013)
    for _ in 0..<4_000 {
      var bytes = Array(Self.seeds[random.below(Self.seeds.count)].utf8)
      for _ in 0...random.below(3) where !bytes.isEmpty {
        let index = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[index] = UInt8(random.below(256))
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[index], at: index)
        default: bytes[index] = 0x30 + UInt8(random.below(43))
        }
      }
      try readAll(bytes)
    }
  }
}

@Suite struct PreconditionTests {
  @Test func `stops at an index beyond the text`() async {
    await #expect(processExitsWith: .failure) { _ = CompactText("AB")?[2] }
  }

  @Test func `stops at the digits of a negative number`() async {
    await #expect(processExitsWith: .failure) {
      var bytes: [UInt8] = []
      bytes.append(digitsOf: -1)
    }
  }

  @Test func `stops at a year of three digits`() async {
    await #expect(processExitsWith: .failure) {
      _ = TwoDigitYear.window(from: 1930).year(ending: 100)
    }
  }

  @Test func `stops at no terms`() async {
    await #expect(processExitsWith: .failure) {
      let authority = LocalAuthorityCode(unchecked: 820)
      _ = try TermCalendar([]).lastTerms(0, at: .latest, .completed, authority: authority)
    }
  }

  @Test func `stops at a district of five characters`() async {
    await #expect(processExitsWith: .failure) {
      var pseudo = PseudoPostcodes()
      pseudo.add(district: "PO123", .office)
    }
  }
}
