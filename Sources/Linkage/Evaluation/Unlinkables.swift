import Vocabulary

/// Records that say too little to be linked: compared with themselves, they do not reach the threshold.
public struct Unlinkables: Sendable {
  /// The share of the records that cannot reach a threshold.
  public struct Point: Hashable, Sendable {
    /// The weight.
    public var threshold: Double
    /// The records below it.
    public var records: Int
    /// The share of all records that they are.
    public var share: Double
  }

  /// Rising.
  private let selfWeights: [Double]

  /// What each record weighs against itself.
  public init(selfWeights: [Double]) {
    self.selfWeights = selfWeights.sorted()
  }

  /// All records.
  public var records: Int { selfWeights.count }

  /// How many records cannot reach a threshold.
  public func count(below threshold: Double) -> Int {
    selfWeights.partitioningIndex { $0 >= threshold }
  }

  /// The share at whole weights, from the least to the greatest there is.
  public func points() -> [Point] {
    let finite = selfWeights.filter(\.isFinite)
    guard let least = finite.first, let greatest = finite.last else { return [] }
    let from = Int(least.rounded(.down)), to = Int(greatest.rounded(.up))
    return stride(from: from, through: max(from, to), by: max(1, (to - from) / 500 + 1)).map {
      let below = count(below: Double($0))
      return Point(
        threshold: Double($0), records: below, share: Double(below) / Double(records))
    }
  }
}
