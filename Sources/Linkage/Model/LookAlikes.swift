/// Pairs of different people whom a block brings together and who agree more than strangers do.
///
/// Brothers and sisters at one address, or two of the same name and therefore sex: a weight that is
/// a sum over comparisons takes each of their agreements for one more coincidence. What is known of
/// them takes that back, see ``EvidenceAgainstLookAlikes``.
public struct LookAlikes: Sendable, Equatable {
  /// The training block that brings them together.
  public var block: String
  /// The probability that two records chosen at random are such a pair.
  public var probability: Double
  /// The probability that two random records are two of the block's strangers.
  public var strangers: Double
  /// The comparisons that the block's rule holds.
  public var held: [Int]
  /// How likely each level of each comparison is for them, level 1 first.
  public var likelihoods: [[Double]]

  /// Makes look-alikes.
  public init(
    block: String, probability: Double, strangers: Double, held: [Int], likelihoods: [[Double]]
  ) {
    self.block = block
    self.probability = probability
    self.strangers = strangers
    self.held = held
    self.likelihoods = likelihoods
  }

  /// The look-alikes that a block was found to hold.
  ///
  /// A hundredth of a pair is added to each level, which keeps every likelihood above 0.
  init(of block: MatchEstimate.Block, totalPairs: Int) {
    self.block = block.name
    probability = min(max(block.lookAlikes, 0.001) / Double(max(1, totalPairs)), 0.5)
    let pairs = Double(max(1, totalPairs))
    let others = Double(block.pairs) - block.matches - block.lookAlikes
    strangers = min(max(others, 0.001) / pairs, 0.5)
    held = block.held
    likelihoods = block.lookAlikeLevels.map { levels in
      let counts = levels.dropFirst().map { $0 + 0.01 }
      let sum = counts.reduce(0, +)
      return counts.map { $0 / sum }
    }
  }
}
