/// What was learned without labels: how likely each level is for matches, and what each block holds.
public struct MatchEstimate: Sendable, Equatable {
  /// One round of the estimation, for charts.
  public struct Round: Sendable, Equatable {
    /// The logarithm of the likelihood of what was counted, to base 2; it never falls, but for a
    /// step where u was corrected.
    public var logLikelihood: Double
    /// By how much the number that changed most did.
    public var largestChange: Double
  }

  /// What a block's pairs are.
  public struct Block: Sendable, Equatable {
    /// What the block's rule is called.
    public var name: String
    /// How many pairs it has.
    public var pairs: Int
    /// The comparisons that the rule holds.
    public var held: [Int]
    /// How many of the pairs are matches.
    public var matches: Double
    /// How many are look-alikes: different people who agree more than strangers do.
    public var lookAlikes: Double
    /// How many of the matches have each level of each comparison, the missing first.
    public var matchLevels: [[Double]]
    /// The same for the look-alikes.
    public var lookAlikeLevels: [[Double]]
  }

  /// m of each level of each comparison; level 1 stands first.
  public var m: [[Double]]
  /// What each block's pairs are.
  public var blocks: [Block]
  /// How many matches each comparison learned from, a pair counted once for each block it is in.
  public var matchesSeen: [Double]
  /// The rounds, the first one first.
  public var rounds: [Round]
  /// Whether the numbers came to rest before the rounds were used up.
  public var hasConverged: Bool
}
