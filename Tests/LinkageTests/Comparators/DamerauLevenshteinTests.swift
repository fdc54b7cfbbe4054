import Testing

@testable import Linkage

@Suite struct `Damerau-Levenshtein distance` {
  @Test(arguments: referencePairs)
  func `is what other programs find`(pair: ReferencePair) {
    let (left, right) = (pair.leftBytes, pair.rightBytes)
    #expect(DamerauLevenshtein.distance(left, right) == pair.damerauLevenshtein)
    #expect(DamerauLevenshtein.distance(right, left) == pair.damerauLevenshtein)
  }

  @Test func `transposes bytes that stand apart`() {
    #expect(DamerauLevenshtein.distance(bytes("CA"), bytes("ABC")) == 2)
    #expect(DamerauLevenshtein.isWithin(2, bytes("CA"), bytes("ABC")))
    #expect(DamerauLevenshtein.isWithin(2, bytes("ABC"), bytes("CA")))
    #expect(!DamerauLevenshtein.isWithin(1, bytes("CA"), bytes("ABC")))
  }

  @Test func `is that of the definition for every short pair`() {
    var wrong = Disagreements()
    TextPairs.forEveryShort { compare($0, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(arguments: [(1_000, 8), (300, 14), (20, 70)])
  func `is that of the definition for random pairs`(count: Int, length: Int) {
    var wrong = Disagreements()
    for pair in TextPairs.random(count, upTo: length, seed: 4) { compare(pair, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  private func compare(_ pair: TextPairs.Pair, _ wrong: inout Disagreements) {
    let (left, right) = pair
    let expected = Oracle.damerauLevenshtein(left, right)
    wrong.note(DamerauLevenshtein.distance(left.span, right.span), expected, pair)
    let (leftMask, rightMask) = (CharacterMask.of(left.span), CharacterMask.of(right.span))
    for limit in [-1, 0, 1, 2, 3, expected - 1, expected] {
      let isWithin = DamerauLevenshtein.isWithin(
        limit, left.span, right.span, leftMask: leftMask, rightMask: rightMask)
      wrong.note(isWithin, expected <= limit, pair)
    }
  }
}
