/// Scored pairs of records, by columns of one length; each pair stands once, in either order.
public struct PairColumns: Sendable {
  /// One record of each pair.
  public let lefts: [RecordNumber]
  /// The other.
  public let rights: [RecordNumber]
  /// The weight of each pair, in bits.
  public let weights: [Double]

  /// Pairs by their three columns.
  public init(lefts: [RecordNumber], rights: [RecordNumber], weights: [Double]) {
    precondition(
      lefts.count == rights.count && lefts.count == weights.count, "three columns of one length")
    self.lefts = lefts
    self.rights = rights
    self.weights = weights
  }

  /// Pairs as they were scored.
  public init(_ pairs: [ScoredPair]) {
    self.init(
      lefts: pairs.map(\.left), rights: pairs.map(\.right), weights: pairs.map { Double($0.weight) }
    )
  }

  /// How many pairs there are.
  public var count: Int { weights.count }
}
