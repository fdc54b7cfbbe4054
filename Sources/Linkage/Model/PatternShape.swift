/// How the levels of a pair's comparisons are packed into one number, its pattern.
///
/// Level 0 of a comparison means that a value is missing, 1 is its strongest agreement, and its last
/// level is «anything else». The first comparison takes the highest bits, so that patterns in the
/// order of their numbers are in the order of their levels.
public struct PatternShape: Sendable, Equatable {
  /// How many levels each comparison has, not counting level 0.
  public let levelCounts: [Int]
  private let shifts: [UInt64]
  private let masks: [UInt64]

  /// Makes the shape of comparisons with so many levels each, or nil when they need over 64 bits.
  public init?(levelCounts: [Int]) {
    precondition(levelCounts.allSatisfy { $0 >= 1 }, "a comparison has a level")
    let widths = levelCounts.map { Int.bitWidth - $0.leadingZeroBitCount }
    var free = widths.reduce(0, +)
    guard free <= 64 else { return nil }
    var shifts: [UInt64] = []
    for width in widths {
      free -= width
      shifts.append(UInt64(free))
    }
    self.levelCounts = levelCounts
    self.shifts = shifts
    masks = widths.map { (1 << UInt64($0)) - 1 }
  }

  /// How many comparisons a pattern has.
  public var comparisonCount: Int { levelCounts.count }

  /// How far a comparison's level is shifted to the left in a pattern.
  public func shift(of comparison: Int) -> UInt64 { shifts[comparison] }

  /// The level of a comparison in a pattern.
  public func level(of comparison: Int, in pattern: UInt64) -> Int {
    Int((pattern &>> shifts[comparison]) & masks[comparison])
  }

  /// The pattern with the levels, one for each comparison.
  public func pattern(of levels: [Int]) -> UInt64 {
    precondition(levels.count == levelCounts.count, "a pattern has a level for each comparison")
    var pattern: UInt64 = 0
    for (comparison, level) in levels.enumerated() {
      precondition(0...levelCounts[comparison] ~= level, "the comparison has the level")
      pattern |= UInt64(level) &<< shifts[comparison]
    }
    return pattern
  }

  /// The levels of a pattern.
  public func levels(of pattern: UInt64) -> [Int] {
    (0..<comparisonCount).map { level(of: $0, in: pattern) }
  }

  /// The bits of the comparisons that are kept; the others become missing.
  func mask(keeping isKept: (Int) -> Bool) -> UInt64 {
    var mask: UInt64 = 0
    for comparison in 0..<comparisonCount where isKept(comparison) {
      mask |= masks[comparison] &<< shifts[comparison]
    }
    return mask
  }
}
