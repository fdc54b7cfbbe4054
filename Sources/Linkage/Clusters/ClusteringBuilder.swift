/// Puts the solutions of components together to a clustering of all records.
struct ClusteringBuilder {
  /// The first record of each record's cluster.
  private var firsts: [RecordNumber]
  private var splits: [ClusterSplit] = []
  private var bridges: [WeakBridge] = []
  private var statistics = ClusterStatistics()
  private var total: Int64 = 0

  /// Begins with every component being one cluster.
  init(_ components: Components, recordCount: Int) {
    firsts = (0..<Int32(recordCount)).map { $0 }
    statistics.records = recordCount
    statistics.components = components.count
    for number in 0..<components.count {
      let range = components.range(number)
      statistics.largestComponent = max(statistics.largestComponent, range.count)
      for index in range {
        firsts[Int(components.records[index])] = components.records[range.lowerBound]
      }
    }
  }

  /// Takes in the clusters of a component that was looked at.
  mutating func take(_ solution: ComponentSolver.Solution, of component: Component) {
    statistics.examined += 1
    statistics.divided += solution.clusterCount > 1 ? 1 : 0
    statistics.searched += solution.isSearched ? 1 : 0
    statistics.completed += solution.completed
    total += solution.total
    splits += solution.splits
    bridges += solution.bridges
    guard solution.clusterCount > 1 else { return }
    var first = [RecordNumber](repeating: .max, count: solution.clusterCount)
    for (place, record) in component.records.enumerated() {
      let cluster = Int(solution.clusters[place])
      first[cluster] = min(first[cluster], record)
    }
    for (place, record) in component.records.enumerated() {
      firsts[Int(record)] = first[Int(solution.clusters[place])]
    }
  }

  /// The clustering, with clusters numbered by their first record.
  consuming func clustering(contradictions: [ClusterContradiction]) -> Clustering {
    var sizesOfClusters: [Int32] = []
    // A cluster's first record comes before its others, so its number is there when theirs is needed.
    for record in firsts.indices {
      if Int(firsts[record]) == record {
        firsts[record] = Int32(sizesOfClusters.count)
        sizesOfClusters.append(1)
      } else {
        firsts[record] = firsts[Int(firsts[record])]
        sizesOfClusters[Int(firsts[record])] += 1
      }
    }
    count(sizesOfClusters)
    number()
    return Clustering(
      clusters: firsts, clusterCount: sizesOfClusters.count, contradictions: contradictions,
      splits: splits, weakBridges: bridges, statistics: statistics)
  }

  private mutating func count(_ sizesOfClusters: [Int32]) {
    for size in sizesOfClusters {
      while statistics.sizes.count <= Int(size) { statistics.sizes.append(0) }
      statistics.sizes[Int(size)] += 1
    }
    statistics.alone = statistics.sizes.count > 1 ? statistics.sizes[1] : 0
    statistics.weight = FixedWeight.bits(total)
  }

  private mutating func number() {
    for index in splits.indices {
      let one = firsts[Int(splits[index].pair.left)]
      let other = firsts[Int(splits[index].pair.right)]
      splits[index].left = min(one, other)
      splits[index].right = max(one, other)
    }
    splits.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    for index in bridges.indices {
      bridges[index].cluster = firsts[Int(bridges[index].pair.left)]
    }
    bridges.sort {
      ($0.cluster, $0.pair.left, $0.pair.right) < ($1.cluster, $1.pair.left, $1.pair.right)
    }
  }
}
