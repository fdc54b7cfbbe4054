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

  private let shape: PatternShape
  private let u: LevelTable
  /// For each block, the probability of its look-alikes and of its strangers.
  private let probabilities: [Double]
  private let strangers: [Double]
  /// For each block and level, how many times commoner it is than among strangers.
  ///
  /// The tables of all blocks stand in one list, since every pair that is kept goes through them.
  private let ratios: [Double]
  /// For each block and level of a free comparison, the share of agreements that is no coincidence.
  private let shared: [Double]
  /// For each block and comparison, whether the block's rule holds it.
  private let isHeld: [Bool]

  /// Prepares the look-alikes of a model whose patterns have the shape.
  public init(of model: LinkageModel, shape: PatternShape) {
    precondition(
      model.comparisons.map(\.levels.count) == shape.levelCounts, "the model has these levels")
    self.shape = shape
    let u = LevelTable(model.comparisons.map { $0.levels.map(\.u) })
    self.u = u
    probabilities = model.lookAlikes.map(\.probability)
    strangers = model.lookAlikes.map(\.strangers)
    let likelihoods = model.lookAlikes.map { LevelTable($0.likelihoods) }
    ratios = likelihoods.flatMap { $0.divided(by: u).values }
    shared = likelihoods.flatMap { table in
      u.values.indices.map { place in
        let (own, chance) = (table.values[place], u.values[place])
        return own > chance ? (own - chance) / (1 - chance) : 0
      }
    }
    isHeld = model.lookAlikes.flatMap { shape.levelCounts.indices.map($0.held.contains) }
  }

  /// Whether the model knows no look-alikes, so that nothing is ever taken off.
  public var isEmpty: Bool { probabilities.isEmpty }

  /// What is taken off for a pattern; `rarity` holds the bits that each comparison's weight was given
  /// for a rare value, see ``Evidence/rarity(exactU:frequency:share:floor:)``.
  ///
  /// A family shares its rare surname, so the rarity of what look-alikes share by nature is taken
  /// back; what they share by coincidence, or because the rule demands it, is as rare as it is.
  public func adjustment(pattern: UInt64, rarity: Span<Double>) -> Adjustment {
    precondition(rarity.count == shape.comparisonCount, "each comparison has a rarity, maybe 0")
    var largest = 1.0
    var lookAlikes: Int?
    for block in probabilities.indices {
      let ratio = ratio(of: block, pattern: pattern, rarity: rarity)
      if ratio > largest {
        largest = ratio
        lookAlikes = block
      }
    }
    return Adjustment(bits: lookAlikes == nil ? 0 : -log2(largest), lookAlikes: lookAlikes)
  }

  /// How many times commoner the pattern is among a block's different people than strangers would have it.
  private func ratio(of block: Int, pattern: UInt64, rarity: Span<Double>) -> Double {
    let (ratios, shared, held) = (self.ratios.span, self.shared.span, isHeld.span)
    let first = block * u.values.count
    var heldRatio = 1.0
    var free = probabilities[block]
    for comparison in 0..<shape.comparisonCount {
      let place = u.starts[comparison] + shape.level(of: comparison, in: pattern)
      let ratio = ratios[first + place]
      if held[block * shape.comparisonCount + comparison] {
        heldRatio *= ratio
      } else if rarity[comparison] != 0, shared[first + place] > 0 {
        let shared = shared[first + place]
        free *= shared / u.values[place] * exp2(rarity[comparison]) + 1 - shared
      } else {
        free *= ratio
      }
    }
    return heldRatio * (free + strangers[block])
  }
}
