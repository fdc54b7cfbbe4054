import Testing

@testable import Linkage

@Suite struct `Jaro-Winkler similarity` {
  @Test(arguments: referencePairs)
  func `is what other programs find`(pair: ReferencePair) {
    let (left, right) = (pair.leftBytes, pair.rightBytes)
    #expect(Jaro.similarity(left, right) == pair.jaro)
    #expect(JaroWinkler.similarity(left, right) == pair.jaroWinkler)
    #expect(JaroWinkler.similarity(right, left) == pair.jaroWinkler)
  }

  @Test func `is zero for empty texts, as in DuckDB`() {
    let empty: [UInt8] = []
    #expect(JaroWinkler.similarity(empty, empty) == 0)
    #expect(JaroWinkler.similarity(empty, bytes("A")) == 0)
  }

  @Test func `is that of the definition for every short pair`() {
    var wrong = Disagreements()
    TextPairs.forEveryShort { compare($0, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(arguments: [8, 20, 64, 200])
  func `is that of the definition for random pairs`(length: Int) {
    var wrong = Disagreements()
    for pair in TextPairs.random(1_000, upTo: length, seed: 2) { compare(pair, &wrong) }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  private func compare(_ pair: TextPairs.Pair, _ wrong: inout Disagreements) {
    let (left, right) = pair
    let jaro = Oracle.jaro(left, right)
    let expected = Oracle.jaroWinkler(left, right)
    wrong.note(Jaro.similarity(left.span, right.span), jaro, pair)
    wrong.note(JaroWinkler.similarity(left.span, right.span), expected, pair)
    let (leftMask, rightMask) = (CharacterMask.of(left.span), CharacterMask.of(right.span))
    for threshold in [0.7, 0.92, expected, expected.nextUp, expected.nextDown] {
      let reaches = JaroWinkler.reaches(
        threshold, left.span, right.span, leftMask: leftMask, rightMask: rightMask)
      wrong.note(reaches, expected >= threshold, pair)
    }
  }
}
