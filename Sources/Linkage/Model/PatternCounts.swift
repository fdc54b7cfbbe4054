/// How often each pattern of levels came among some pairs, in the order of the patterns.
///
/// Everything that a model learns, it learns from such counts: a million pairs have some thousands
/// of patterns. Counts are whole numbers, so that parts counted apart add up to the same whatever
/// the cut.
public struct PatternCounts: Sendable, Equatable {
  /// How the levels are packed.
  public let shape: PatternShape
  /// The patterns that came, each once, in rising order.
  public private(set) var patterns: [UInt64]
  /// How often each of them came.
  public private(set) var counts: [Int]

  /// The counts of no pairs.
  public init(shape: PatternShape) {
    self.shape = shape
    patterns = []
    counts = []
  }

  /// Makes counts from patterns in any order; those of a pattern that comes twice are added.
  public init(shape: PatternShape, patterns: [UInt64], counts: [Int]) {
    precondition(patterns.count == counts.count, "each pattern has a count")
    self.init(shape: shape)
    let order = patterns.indices.sorted { patterns[$0] < patterns[$1] }
    for index in order where counts[index] > 0 { append(patterns[index], counts[index]) }
  }

  /// How many pairs were counted.
  public var pairs: Int { counts.reduce(0, +) }

  /// How many pairs had each level of a comparison, the missing first.
  public func levels(of comparison: Int) -> [Int] {
    var levels = [Int](repeating: 0, count: shape.levelCounts[comparison] + 1)
    for row in patterns.indices {
      levels[shape.level(of: comparison, in: patterns[row])] += counts[row]
    }
    return levels
  }

  /// Adds what was counted among other pairs.
  public mutating func merge(_ other: PatternCounts) {
    precondition(shape == other.shape, "only counts of one shape are merged")
    let one = self
    patterns = []
    counts = []
    patterns.reserveCapacity(one.patterns.count + other.patterns.count)
    counts.reserveCapacity(one.patterns.count + other.patterns.count)
    var left = 0
    var right = 0
    while left < one.patterns.count || right < other.patterns.count {
      let isLeft =
        right == other.patterns.count
        || (left < one.patterns.count && one.patterns[left] <= other.patterns[right])
      if isLeft {
        append(one.patterns[left], one.counts[left])
        left += 1
      } else {
        append(other.patterns[right], other.counts[right])
        right += 1
      }
    }
  }

  /// The same pairs seen only by some of the comparisons; the others count as missing.
  func seen(by isSeen: (Int) -> Bool) -> PatternCounts {
    let mask = shape.mask(keeping: isSeen)
    return PatternCounts(shape: shape, patterns: patterns.map { $0 & mask }, counts: counts)
  }

  private mutating func append(_ pattern: UInt64, _ count: Int) {
    if patterns.last == pattern {
      counts[counts.count - 1] += count
    } else {
      patterns.append(pattern)
      counts.append(count)
    }
  }
}
