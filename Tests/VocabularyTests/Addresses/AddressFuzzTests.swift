import TestSupport
import Testing

@testable import Vocabulary

@Suite struct AddressFuzzTests {
  private static let pieces = [
    "Flat", "2", "69", "A", "12A", "/", "-", ",", "\n", " ", "Gipsy", "Hill", "High", "St", "Road",
    "Court", "House", "Ground", "Floor", "GFF", "c/o", "No", "NFA", "of", "to", "Land", "adj",
    "PO1",
    "2AB", "PO12AB", "Rear", "(", ")", "é", "Hants", "P.O. Box", "B&B", "School", "Unit", "李", "'",
  ].map { Array($0.utf8) }

  @Test func randomWordsNeverCrashAndTheDisplayIsRead() {
    var random = SplitMix64(seed: 69)
    for _ in 0..<1_500 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(10) {
        bytes += random.below(12) == 0 ? [UInt8(random.below(256))] : random.one(of: Self.pieces)
        if random.below(3) > 0 { bytes.append(0x20) }
      }
      let address = UKAddress.parse(bytes.span)
      #expect((address.kind == .noFixedAbode) <= address.matchKey.isEmpty)
      #expect(address.matchKey.utf8.allSatisfy { $0 < 0x80 && !ASCII.isLowercase($0) })
      _ = UKAddress.parse(address.display)
    }
  }

  /// Case and punctuation do not matter for any pair of forms and marks.
  @Test func theKeyIgnoresCaseAndPunctuation() {
    for form in UKAddressTests.forms {
      let key = UKAddress.parse(form.text).matchKey
      #expect(UKAddress.parse(form.text.uppercased()).matchKey == key)
      #expect(UKAddress.parse(form.text.lowercased()).matchKey == key)
      #expect(UKAddress.parse("  " + form.text + ".,; ").matchKey == key)
      #expect(
        UKAddress.parse(form.text.split(separator: " ").joined(separator: "  ")).matchKey == key)
    }
  }
}

extension Bool {
  /// Whether the left side implies the right side.
  fileprivate static func <= (left: Bool, right: Bool) -> Bool { !left || right }
}
