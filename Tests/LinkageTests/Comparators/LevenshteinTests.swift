import Testing

@testable import Linkage

@Suite struct `Levenshtein distance` {
  @Test(arguments: referencePairs)
  func `is what other programs find`(pair: ReferencePair) {
    let (left, right) = (pair.leftBytes, pair.rightBytes)
    #expect(Levenshtein.distance(left, right) == pair.levenshtein)
    #expect(Levenshtein.distance(right, left) == pair.levenshtein)
  }

  @Test func `is that of the definition for every short pair`() {
    var wrong = Disagreements()
    TextPairs.forEveryShort { compare($0, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(arguments: [(1_000, 8), (500, 20), (100, 64), (100, 200)])
  func `is that of the definition for random pairs`(count: Int, length: Int) {
    var wrong = Disagreements()
    for pair in TextPairs.random(count, upTo: length, seed: 3) { compare(pair, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test func `nothing is within less than no change`() {
    #expect(!Levenshtein.isWithin(-1, bytes("A"), bytes("A")))
  }

  private func compare(_ pair: TextPairs.Pair, _ wrong: inout Disagreements) {
    let (left, right) = pair
    let expected = Oracle.levenshtein(left, right)
    wrong.note(Levenshtein.distance(left.span, right.span), expected, pair)
    let (leftMask, rightMask) = (CharacterMask.of(left.span), CharacterMask.of(right.span))
    for limit in [0, 1, 2, 3, 10, expected - 1, expected] {
      let isWithin = Levenshtein.isWithin(
        limit, left.span, right.span, leftMask: leftMask, rightMask: rightMask)
      wrong.note(isWithin, expected <= limit, pair)
      if limit >= 0 {
        wrong.note(rowsWithin(limit, left, right), expected <= limit, pair)
      }
    }
  }

  /// The way of long texts, taken with texts of any length.
  private func rowsWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (shorter, longer) = left.count <= right.count ? (left, right) : (right, left)
    return Levenshtein.distanceByRows(shorter.span, longer.span, within: limit) <= limit
  }
}
