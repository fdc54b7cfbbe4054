/// A light pair without which a cluster would not hang together.
public struct WeakBridge: Sendable, Equatable {
  /// The cluster.
  public internal(set) var cluster: Int32
  /// The pair.
  public let pair: ScoredPair
  /// How many records lie on the side of the pair that has fewer.
  public let smallerSide: Int

  /// The light bridges in the clusters of a component, whose cluster is not yet numbered.
  ///
  /// Clusters of two are left out: their only pair is always a bridge.
  static func list(
    _ component: Component, clusters: [Int32], sizes: [Int64], below weight: Double
  ) -> [WeakBridge] {
    guard sizes.contains(where: { $0 > 2 }) else { return [] }
    var edges = component.bonds
    var pairs: [Component.Pair] = []
    for pair in component.pairs where pair.joins {
      guard clusters[Int(pair.left)] == clusters[Int(pair.right)] else { continue }
      edges.append((pair.left, pair.right))
      pairs.append(pair)
    }
    var found: [WeakBridge] = []
    for bridge in Bridges.find(edges, count: clusters.count) {
      guard bridge.edge >= component.bonds.count else { continue }
      let pair = pairs[bridge.edge - component.bonds.count]
      let size = Int(sizes[Int(clusters[Int(pair.left)])])
      guard size > 2, Double(pair.weight) < weight else { continue }
      found.append(
        WeakBridge(
          cluster: -1,
          pair: ScoredPair(
            component.records[Int(pair.left)], component.records[Int(pair.right)],
            weight: pair.weight),
          smallerSide: min(bridge.below, size - bridge.below)))
    }
    return found
  }
}
