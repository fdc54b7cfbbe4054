import Testing

@testable import Linkage

@Suite struct `the mask of characters` {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let bits: [Int]
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "", bits: []),
    Case(text: "A", bits: [0]),
    Case(text: "AZ", bits: [0, 25]),
    Case(text: "ANNA", bits: [0, 13, 26, 39]),
    Case(text: "AAAA", bits: [0, 26]),
    Case(text: "09", bits: [52, 61]),
    Case(text: "A B", bits: [0, 1, 62]),
    Case(text: "O'B", bits: [1, 14, 63]),
    Case(text: "ab", bits: [63]),
  ]

  @Test(arguments: cases)
  func `has a bit for each of these`(item: Case) {
    let mask = CharacterMask.of(bytes(item.text))
    #expect((0..<64).filter { mask >> UInt64($0) & 1 == 1 } == item.bits)
  }

  @Test func `never promises less than there is`() {
    var wrong = Disagreements()
    func look(_ pair: TextPairs.Pair) {
      let (left, right) = pair
      let (one, other) = (CharacterMask.of(left.span), CharacterMask.of(right.span))
      let shared = Oracle.shared(left, right)
      let most = CharacterMask.mostShared(left.count, one, right.count, other)
      let fewest = CharacterMask.fewestChanges(left.count, one, right.count, other)
      wrong.note(most >= shared, true, pair)
      wrong.note(fewest <= max(left.count, right.count) - shared, true, pair)
    }
    TextPairs.forEveryShort(look)
    TextPairs.random(2_000, upTo: 100, seed: 1).forEach(look)
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test func `tells apart what shares no letter`() {
    let (one, other) = (CharacterMask.of(bytes("SMITH")), CharacterMask.of(bytes("JONE")))
    #expect(CharacterMask.mostShared(5, one, 4, other) == 0)
    #expect(CharacterMask.fewestChanges(5, one, 4, other) == 5)
  }
}
