/// The clusters of a component, each as a component of its own.
struct ComponentParts {
  /// The places of each cluster's records, in order.
  private(set) var places: [[Int32]]
  private let component: Component
  private let clusters: [Int32]
  /// The place of each record within its cluster.
  private var numbers: [Int32]
  private var pairs: [[Int32]]

  /// Sorts a component's records and pairs by cluster.
  init(_ component: Component, clusters: [Int32]) {
    let count = Int(clusters.max() ?? -1) + 1
    self.component = component
    self.clusters = clusters
    places = [[Int32]](repeating: [], count: count)
    numbers = []
    for (place, cluster) in clusters.enumerated() {
      numbers.append(Int32(places[Int(cluster)].count))
      places[Int(cluster)].append(Int32(place))
    }
    pairs = [[Int32]](repeating: [], count: count)
    for (index, pair) in component.pairs.enumerated()
    where clusters[Int(pair.left)] == clusters[Int(pair.right)] {
      pairs[Int(clusters[Int(pair.left)])].append(Int32(index))
    }
  }

  /// The numbers of the clusters.
  var indices: Range<Int> { places.indices }

  /// One cluster; nothing in it is barred, or it would be two.
  func part(_ cluster: Int) -> Component {
    var part = Component(
      records: places[cluster].map { component.records[Int($0)] }, pairs: [], barred: [], bonds: [])
    for index in pairs[cluster] {
      var pair = component.pairs[Int(index)]
      pair.left = numbers[Int(pair.left)]
      pair.right = numbers[Int(pair.right)]
      part.pairs.append(pair)
    }
    for bond in component.bonds where clusters[Int(bond.left)] == Int32(cluster) {
      part.bonds.append((numbers[Int(bond.left)], numbers[Int(bond.right)]))
    }
    return part
  }

  /// The pairs of a part, by the places of the whole.
  func pairs(of part: Component, in cluster: Int) -> [Component.Pair] {
    part.pairs.map { pair in
      var pair = pair
      pair.left = places[cluster][Int(pair.left)]
      pair.right = places[cluster][Int(pair.right)]
      return pair
    }
  }
}
