/// Counts patterns one at a time, for the loop that compares pairs.
///
/// An open table of numbers: a pair costs one probe, since almost every pattern has come before.
public struct PatternTally: Sendable {
  private let shape: PatternShape
  private var patterns: [UInt64]
  private var counts: [Int]
  private var used = 0
  /// 64 less the number of bits of the table's size: the highest bits of the product are the place.
  private var placeShift: UInt64

  /// Starts a tally with nothing counted.
  public init(shape: PatternShape) {
    self.shape = shape
    patterns = [UInt64](repeating: 0, count: 256)
    counts = [Int](repeating: 0, count: 256)
    placeShift = 56
  }

  /// Counts a pair that has the pattern.
  public mutating func add(_ pattern: UInt64) {
    add(pattern, times: 1)
  }

  /// Counts so many pairs that have the pattern.
  public mutating func add(_ pattern: UInt64, times: Int) {
    precondition(times > 0, "pairs are counted, not taken back")
    var place = Int(truncatingIfNeeded: (pattern &* 0x9E37_79B9_7F4A_7C15) &>> placeShift)
    while counts[place] != 0 && patterns[place] != pattern {
      place = (place &+ 1) & (counts.count &- 1)
    }
    if counts[place] == 0 {
      patterns[place] = pattern
      used += 1
    }
    counts[place] += times
    if used * 2 > counts.count { grow() }
  }

  /// What was counted, in the order of the patterns.
  public var patternCounts: PatternCounts {
    PatternCounts(shape: shape, patterns: patterns, counts: counts)
  }

  private mutating func grow() {
    let (oldPatterns, oldCounts) = (patterns, counts)
    patterns = [UInt64](repeating: 0, count: oldCounts.count * 2)
    counts = [Int](repeating: 0, count: oldCounts.count * 2)
    placeShift -= 1
    used = 0
    for place in oldCounts.indices where oldCounts[place] > 0 {
      add(oldPatterns[place], times: oldCounts[place])
    }
  }
}
