/// The tree of the heaviest links of a cluster, and the weight across each cut through it.
///
/// Taking one link out of the tree divides the cluster in two. All links that cross are counted by one
/// walk: the excess across the cut below an atom is what all its descendants' links come to, less
/// twice the links that meet at or below it.
struct HeaviestTree {
  private let graph: AtomGraph
  private let atoms: [Int32]
  private let places: [Int32]
  private var starts: [Int32] = []
  private var branches: [Int32] = []

  /// Builds the tree of atoms whose places in the list are known.
  init(_ graph: AtomGraph, atoms: [Int32], places: [Int32]) {
    self.graph = graph
    self.atoms = atoms
    self.places = places
    growTree()
  }

  private mutating func growTree() {
    var edges: [(excess: Int64, one: Int32, other: Int32)] = []
    for (place, atom) in atoms.enumerated() {
      for index in graph.range(Int(atom)) where graph.neighbours[index] > atom {
        let other = places[Int(graph.neighbours[index])]
        if other >= 0 { edges.append((graph.links[index].excess, Int32(place), other)) }
      }
    }
    edges.sort { ($1.excess, $0.one, $0.other) < ($0.excess, $1.one, $1.other) }
    var sets = DisjointSets(count: atoms.count)
    edges.removeAll { edge in
      if sets.root(of: edge.one) == sets.root(of: edge.other) { return true }
      sets.join(edge.one, edge.other)
      return false
    }
    starts = [Int32](repeating: 0, count: atoms.count + 1)
    for edge in edges {
      starts[Int(edge.one) + 1] += 1
      starts[Int(edge.other) + 1] += 1
    }
    for place in atoms.indices { starts[place + 1] += starts[place] }
    var next = starts
    branches = [Int32](repeating: 0, count: 2 * edges.count)
    for edge in edges {
      branches[Int(next[Int(edge.one)])] = edge.other
      next[Int(edge.one)] += 1
      branches[Int(next[Int(edge.other)])] = edge.one
      next[Int(edge.other)] += 1
    }
  }

  /// The atoms below the cut with the least weight, if that is less than nothing.
  func lightestSide(size: Int64) -> [Int32]? {
    let walk = walkTree()
    var across = excessAcross(walk)
    var sizes = atoms.map { graph.sizes[Int($0)] }
    var lightest: (weight: Int64, place: Int32)?
    for place in walk.order.dropFirst().reversed() {
      let parent = Int(walk.parents[Int(place)])
      let weight = graph.weight(
        excess: across[Int(place)], sizes[Int(place)], size - sizes[Int(place)])
      if weight < lightest?.weight ?? 0 { lightest = (weight, place) }
      sizes[parent] += sizes[Int(place)]
      across[parent] += across[Int(place)]
    }
    guard let lightest else { return nil }
    var isBelow = [Bool](repeating: false, count: atoms.count)
    isBelow[Int(lightest.place)] = true
    for place in walk.order.dropFirst() where isBelow[Int(walk.parents[Int(place)])] {
      isBelow[Int(place)] = true
    }
    return atoms.indices.filter { isBelow[$0] }.map { atoms[$0] }
  }

  private struct Walk {
    /// The places as they are first reached.
    var order: [Int32] = []
    var parents: [Int32]
  }

  private func walkTree() -> Walk {
    var walk = Walk(parents: [Int32](repeating: -1, count: atoms.count))
    var waiting: [Int32] = [0]
    while let place = waiting.popLast() {
      walk.order.append(place)
      for index in Int(starts[Int(place)])..<Int(starts[Int(place) + 1]) {
        let branch = branches[index]
        guard branch != walk.parents[Int(place)] else { continue }
        walk.parents[Int(branch)] = place
        waiting.append(branch)
      }
    }
    return walk
  }

  /// For each place, its own links' excess less twice that of the links whose ends meet there.
  private func excessAcross(_ walk: Walk) -> [Int64] {
    var across = [Int64](repeating: 0, count: atoms.count)
    var isReached = [Bool](repeating: false, count: atoms.count)
    // A place that is left goes into the set of its parent, which is known by the parent. So a place
    // reached earlier is known by the one above it on the way that is being walked (Tarjan, 1979).
    var sets = DisjointSets(count: atoms.count)
    var way: [Int32] = []
    for place in walk.order {
      while let last = way.last, last != walk.parents[Int(place)] {
        way.removeLast()
        sets.join(root: last, under: walk.parents[Int(last)])
      }
      way.append(place)
      isReached[Int(place)] = true
      for index in graph.range(Int(atoms[Int(place)])) {
        let other = places[Int(graph.neighbours[index])]
        guard other >= 0 else { continue }
        across[Int(place)] += graph.links[index].excess
        guard other != place, isReached[Int(other)] else { continue }
        across[Int(sets.root(of: other))] -= 2 * graph.links[index].excess
      }
    }
    return across
  }
}
