import Glibc

/// What is taken off a pair's weight because pairs of different people look like it too.
///
/// A sum of weights compares matches with strangers, who agree in one thing no more often for agreeing in
/// another. Brothers and sisters at one address do: their agreements come together. This says how
/// many times commoner a pattern is among different people than strangers would have it, from what
/// each training block was found to hold, and takes off log2 of that. The block that says most is
/// the one that counts, since blocks share pairs. It is one term of the explanation, never above 0.
public struct LookAlikeEvidence: Sendable {
  /// What was taken off, and the block because of which.
  public struct Adjustment: Sendable, Equatable {
    /// What to add to the weight: 0 or less.
    public var bits: Double
    /// The place of the look-alikes in the model, or nil when nothing is taken off.
    public var lookAlikes: Int?
  }

  /// One block's look-alikes, as factors in place of likelihoods.
  private struct Block {
    var probability: Double
    var strangers: Double
    /// For each level, how many times commoner it is than among strangers.
    var ratios: LevelTable
    /// For each level of a free comparison, the share of agreements that is no coincidence.
    var shared: LevelTable
    var isHeld: [Bool]
  }

  private let shape: PatternShape
  private let u: LevelTable
  private let blocks: [Block]

  /// Prepares the look-alikes of a model whose patterns have the shape.
  public init(of model: LinkageModel, shape: PatternShape) {
    precondition(
      model.comparisons.map(\.levels.count) == shape.levelCounts, "the model has these levels")
    self.shape = shape
    let u = LevelTable(model.comparisons.map { $0.levels.map(\.u) })
    self.u = u
    blocks = model.lookAlikes.map { lookAlikes in
      let likelihoods = LevelTable(lookAlikes.likelihoods)
      var shared = LevelTable(like: u, filledWith: 0)
      for place in u.values.indices where likelihoods.values[place] > u.values[place] {
        shared.values[place] = (likelihoods.values[place] - u.values[place]) / (1 - u.values[place])
      }
      return Block(
        probability: lookAlikes.probability, strangers: lookAlikes.strangers,
        ratios: likelihoods.divided(by: u), shared: shared,
        isHeld: shape.levelCounts.indices.map(lookAlikes.held.contains))
    }
  }

  /// Whether the model knows no look-alikes, so that nothing is ever taken off.
  public var isEmpty: Bool { blocks.isEmpty }

  /// What is taken off for a pattern; `rarity` holds the bits that each comparison's weight was given
  /// for a rare value, see ``Evidence/rarity(exactU:frequency:share:floor:)``.
  ///
  /// A family shares its rare surname, so the rarity of what look-alikes share by nature is taken
  /// back; what they share by coincidence, or because the rule demands it, is as rare as it is.
  public func adjustment(pattern: UInt64, rarity: Span<Double>) -> Adjustment {
    precondition(rarity.count == shape.comparisonCount, "each comparison has a rarity, maybe 0")
    var largest = 1.0
    var lookAlikes: Int?
    for (index, block) in blocks.enumerated() {
      let ratio = ratio(of: block, pattern: pattern, rarity: rarity)
      if ratio > largest {
        largest = ratio
        lookAlikes = index
      }
    }
    return Adjustment(bits: lookAlikes == nil ? 0 : -log2(largest), lookAlikes: lookAlikes)
  }

  /// How many times commoner the pattern is among a block's different people than strangers would have it.
  private func ratio(of block: Block, pattern: UInt64, rarity: Span<Double>) -> Double {
    var held = 1.0
    var free = block.probability
    for comparison in block.isHeld.indices {
      let place = u.starts[comparison] + shape.level(of: comparison, in: pattern)
      if block.isHeld[comparison] {
        held *= block.ratios.values[place]
      } else if rarity[comparison] != 0, block.shared.values[place] > 0 {
        let shared = block.shared.values[place]
        free *= shared / u.values[place] * exp2(rarity[comparison]) + 1 - shared
      } else {
        free *= block.ratios.values[place]
      }
    }
    return held * (free + block.strangers)
  }
}
