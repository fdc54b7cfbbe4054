import TestSupport
import Testing

@testable import Linkage

@Suite struct `overlap of token sets` {
  /// Every set of the codes 0 to 4, as the bits of a number say.
  static let sets = (0..<32).map { bits in (0..<5).filter { bits >> $0 & 1 == 1 }.map(Int32.init) }

  @Test func `is that of the sets for every pair of small sets`() {
    withEvery("left", Self.sets) { left in
      withEvery("right", Self.sets) { right in
        let shared = Set(left).intersection(right).count
        let all = Set(left).union(right).count
        let jaccard = all == 0 ? 0 : Double(shared) / Double(all)
        let smaller = min(left.count, right.count)
        checkEqual(TokenOverlap.sharedCount(left.span, right.span), shared)
        checkEqual(TokenOverlap.isAnyShared(left.span, right.span), shared > 0)
        checkEqual(TokenOverlap.jaccard(left.span, right.span), jaccard)
        checkEqual(
          TokenOverlap.overlapCoefficient(left.span, right.span),
          smaller == 0 ? 0 : Double(shared) / Double(smaller))
        for threshold in [0, 0.25, 0.5, 0.6, 0.75, 1, jaccard, jaccard.nextUp] {
          checkEqual(
            TokenOverlap.reaches(threshold, left.span, right.span), jaccard >= threshold)
        }
      }
    }
  }
}

@Suite struct `overlap of byte pairs` {
  @Test func `counts every pair of bytes as often as both have it`() {
    #expect(BigramOverlap.sharedCount(bytes("ANANAS"), bytes("BANANA")) == 4)
    #expect(BigramOverlap.dice(bytes("NIGHT"), bytes("NACHT")) == 0.25)
    #expect(BigramOverlap.jaccard(bytes("NIGHT"), bytes("NACHT")) == 1.0 / 7)
    #expect(BigramOverlap.dice(bytes("A"), bytes("A")) == 0)
  }

  @Test func `is that of the definition for every short pair`() {
    var wrong = Disagreements()
    TextPairs.forEveryShort { compare($0, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test func `is that of the definition for random pairs`() {
    var wrong = Disagreements()
    for pair in TextPairs.random(400, upTo: 200, seed: 5) { compare(pair, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  private func compare(_ pair: TextPairs.Pair, _ wrong: inout Disagreements) {
    let (left, right) = (Oracle.bigrams(of: pair.left), Oracle.bigrams(of: pair.right))
    let shared = Oracle.shared(left, right)
    let all = left.count + right.count
    wrong.note(BigramOverlap.sharedCount(pair.left.span, pair.right.span), shared, pair)
    wrong.note(
      BigramOverlap.dice(pair.left.span, pair.right.span),
      all == 0 ? 0 : 2 * Double(shared) / Double(all), pair)
    wrong.note(
      BigramOverlap.jaccard(pair.left.span, pair.right.span),
      all == 0 ? 0 : Double(shared) / Double(all - shared), pair)
  }
}
