/// Finds the clusters of a divided component that a pair would have joined, and why they are apart.
struct ClusterSplits {
  private let component: Component
  private let clusters: [Int32]
  private let sizes: [Int64]
  private let absent: Int64
  private let constraints: ClusterConstraints
  /// The first record of each cluster that has a code, by kind of identifier that differs never.
  private var codes: [(kind: Int, ofClusters: [Int32])] = []
  /// The groups of each cluster that hold a person once at most, in order.
  private var groups: [[UInt64]] = []
  private var barred: [UInt64: ClusterSplit.Reason] = [:]

  /// Prepares what keeps the clusters apart.
  init(
    _ component: Component, clusters: [Int32], sizes: [Int64], absent: Int64,
    constraints: ClusterConstraints
  ) {
    self.component = component
    self.clusters = clusters
    self.sizes = sizes
    self.absent = absent
    self.constraints = constraints
    guard sizes.count > 1 else { return }
    collectCodes()
    for bar in component.barred {
      let key = Self.key(clusters[Int(bar.left)], clusters[Int(bar.right)])
      // Decisions come first in the list.
      if barred[key] == nil { barred[key] = bar.reason }
    }
  }

  private static func key(_ one: Int32, _ other: Int32) -> UInt64 {
    pairKey(min(one, other), max(one, other))
  }

  private mutating func collectCodes() {
    for (kind, identifier) in constraints.identifiers.enumerated() where identifier.force == .never
    {
      var ofClusters = [Int32](repeating: 0, count: sizes.count)
      for (place, record) in component.records.enumerated() {
        let cluster = Int(clusters[place])
        if ofClusters[cluster] == 0 { ofClusters[cluster] = identifier.codes[Int(record)] }
      }
      codes.append((kind, ofClusters))
    }
    guard !constraints.exclusions.isEmpty else { return }
    groups = [[UInt64]](repeating: [], count: sizes.count)
    for (kind, exclusion) in constraints.exclusions.enumerated() {
      for (place, record) in component.records.enumerated() where exclusion.codes[Int(record)] != 0
      {
        groups[Int(clusters[place])].append(pairKey(Int32(kind), exclusion.codes[Int(record)]))
      }
    }
    for cluster in groups.indices { groups[cluster].sort() }
  }

  /// What lies between two clusters.
  private struct Between {
    var heaviest: Int
    var units: Int64
    var count: Int64
    var joins: Bool
  }

  /// The splits, by the first record of their clusters.
  func list() -> [ClusterSplit] {
    guard sizes.count > 1 else { return [] }
    var keys: [UInt64] = []
    var between: [UInt64: Between] = [:]
    for (index, pair) in component.pairs.enumerated() {
      let (one, other) = (clusters[Int(pair.left)], clusters[Int(pair.right)])
      guard one != other else { continue }
      let key = Self.key(one, other)
      guard var known = between[key] else {
        between[key] = Between(heaviest: index, units: pair.units, count: 1, joins: pair.joins)
        keys.append(key)
        continue
      }
      if pair.units > component.pairs[known.heaviest].units { known.heaviest = index }
      known.units += pair.units
      known.count += 1
      known.joins = known.joins || pair.joins
      between[key] = known
    }
    return keys.sorted().compactMap { key in between[key].flatMap { split(key, $0) } }
  }

  private func split(_ key: UInt64, _ between: Between) -> ClusterSplit? {
    guard between.joins else { return nil }
    let (one, other) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
    let pair = component.pairs[between.heaviest]
    let absentPairs = sizes[one] * sizes[other] - between.count
    return ClusterSplit(
      left: -1, right: -1,
      pair: ScoredPair(
        component.records[Int(pair.left)], component.records[Int(pair.right)], weight: pair.weight),
      weight: FixedWeight.bits(between.units + FixedWeight.total(absent, times: absentPairs)),
      reason: reason(key, one, other))
  }

  private func reason(_ key: UInt64, _ one: Int, _ other: Int) -> ClusterSplit.Reason {
    let bar = barred[key]
    if let bar, bar != .forbidden { return bar }
    for (kind, ofClusters) in codes where ofClusters[one] != 0 && ofClusters[other] != 0 {
      if ofClusters[one] != ofClusters[other] { return .identifier(kind: kind) }
    }
    if !groups.isEmpty, let common = ConflictMarks.firstCommon(groups[one], groups[other]) {
      return .exclusion(kind: Int(common >> 32))
    }
    return bar ?? .evidence
  }
}
