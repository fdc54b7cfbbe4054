/// How many pairs have each weight, by whether they match.
public struct WeightHistogram: Hashable, Sendable {
  /// The pairs of at least one weight and below the next.
  public struct Bin: Hashable, Sendable {
    /// The least weight in it.
    public var from: Double
    /// Pairs that match.
    public var matches: Int
    /// Pairs that do not.
    public var others: Int
    /// Pairs of which it is not known.
    public var unknown: Int
  }

  /// The bins in rising order without a gap.
  public let bins: [Bin]
  /// How wide a bin is.
  public let width: Double

  /// Counts pairs; `isMatch` says of a place whether its pair matches, nil if it is not known.
  public init(_ scored: PairColumns, width: Double = 1, isMatch: (Int) -> Bool?) {
    precondition(width > 0, "a bin has a width")
    self.width = width
    let finite = scored.weights.indices.filter { scored.weights[$0].isFinite }
    let places = finite.map { Int((scored.weights[$0] / width).rounded(.down)) }
    guard let least = places.min(), let greatest = places.max() else {
      bins = []
      return
    }
    var bins = (least...greatest).map {
      Bin(from: Double($0) * width, matches: 0, others: 0, unknown: 0)
    }
    for (pair, place) in zip(finite, places) {
      switch isMatch(pair) {
      case true?: bins[place - least].matches += 1
      case false?: bins[place - least].others += 1
      case nil: bins[place - least].unknown += 1
      }
    }
    self.bins = bins
  }

  /// Counts pairs by who the records are.
  public init(_ scored: PairColumns, width: Double = 1, truth: EntityTruth) {
    self.init(scored, width: width) { truth.isMatch(scored.lefts[$0], scored.rights[$0]) }
  }

  /// Counts pairs of which nothing is known.
  public init(_ scored: PairColumns, width: Double = 1) {
    self.init(scored, width: width) { _ in nil }
  }

  /// Counts pairs of which nothing is known, without a copy of them.
  public init(of pairs: [ScoredPair], width: Double = 1) {
    precondition(width > 0, "a bin has a width")
    self.width = width
    var (least, greatest) = (Int.max, Int.min)
    for pair in pairs where pair.weight.isFinite {
      let place = Int((Double(pair.weight) / width).rounded(.down))
      (least, greatest) = (min(least, place), max(greatest, place))
    }
    guard least <= greatest else {
      bins = []
      return
    }
    var bins = (least...greatest).map {
      Bin(from: Double($0) * width, matches: 0, others: 0, unknown: 0)
    }
    for pair in pairs where pair.weight.isFinite {
      bins[Int((Double(pair.weight) / width).rounded(.down)) - least].unknown += 1
    }
    self.bins = bins
  }
}
