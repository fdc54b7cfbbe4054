import Linkage
import TestSupport
import Testing

@Suite struct PatternCountsTests {
  @Test func `every pattern of small shapes is packed and read back, in the order of its levels`()
    throws
  {
    try withEvery("first", 1...4) { first in
      try withEvery("second", 1...4) { second in
        let shape = try #require(PatternShape(levelCounts: [first, second]))
        var last: UInt64?
        for one in 0...first {
          for other in 0...second {
            let pattern = shape.pattern(of: [one, other])
            checkEqual(shape.levels(of: pattern), [one, other])
            check(last.map { $0 < pattern } ?? true, "patterns rise with their levels")
            last = pattern
          }
        }
      }
    }
  }

  @Test func `a shape has to fit 64 bits`() {
    #expect(PatternShape(levelCounts: [Int](repeating: 7, count: 21)) != nil)
    #expect(PatternShape(levelCounts: [Int](repeating: 7, count: 22)) == nil)
    #expect(PatternShape(levelCounts: [Int](repeating: 1, count: 64)) != nil)
    #expect(PatternShape(levelCounts: [Int](repeating: 1, count: 65)) == nil)
  }

  @Test func `the highest bits hold a level too`() throws {
    let shape = try #require(PatternShape(levelCounts: [Int](repeating: 1, count: 64)))
    let levels = (0..<64).map { $0 % 3 == 0 ? 1 : 0 }
    #expect(shape.levels(of: shape.pattern(of: levels)) == levels)
  }

  @Test func `a tally counts as a dictionary does, however it is cut and merged`() throws {
    let shape = try #require(PatternShape(levelCounts: [5, 6, 7, 3]))
    var random = SplitMix64(seed: 7)
    var oracle: [UInt64: Int] = [:]
    var whole = PatternTally(shape: shape)
    var parts = (0..<3).map { _ in PatternTally(shape: shape) }
    for _ in 0..<5_000 {
      let pattern = shape.pattern(of: shape.levelCounts.map { random.below($0 + 1) })
      oracle[pattern, default: 0] += 1
      whole.add(pattern)
      parts[random.below(3)].add(pattern)
    }
    let counts = whole.patternCounts
    #expect(counts.patterns == oracle.keys.sorted())
    #expect(counts.counts == counts.patterns.map { oracle[$0] })
    #expect(counts.pairs == 5_000)
    for order in [[0, 1, 2], [2, 0, 1]] {
      var merged = PatternCounts(shape: shape)
      for part in order { merged.merge(parts[part].patternCounts) }
      #expect(merged == counts)
    }
  }

  @Test func `levels of a comparison are counted, the missing first`() throws {
    let shape = try #require(PatternShape(levelCounts: [2, 2]))
    let counts = PatternCounts(
      shape: shape, patterns: [[1, 0], [2, 1], [1, 0]].map(shape.pattern), counts: [3, 4, 2])
    #expect(counts.levels(of: 0) == [0, 5, 4])
    #expect(counts.levels(of: 1) == [5, 4, 0])
  }

  @Test func `a level that a comparison lacks is a mistake of the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = PatternShape(levelCounts: [2])?.pattern(of: [3])
    }
  }
}
