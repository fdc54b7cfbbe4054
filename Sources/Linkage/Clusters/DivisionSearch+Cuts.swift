extension DivisionSearch {
  /// Cuts clusters across which the weight is below zero, and tells whether one was cut.
  mutating func cutClusters() -> Bool {
    var cut = false
    var waiting = (0..<graph.count).filter { members[$0].count > 2 }
    var places = [Int32](repeating: -1, count: graph.count)
    while let cluster = waiting.popLast() {
      guard let side = lightestSide(of: cluster, places: &places), let number = free.last else {
        continue
      }
      part(side, from: cluster)
      cut = true
      for half in [cluster, Int(number)] where members[half].count > 2 { waiting.append(half) }
    }
    return cut
  }

  /// Parts clusters that no joining pair holds together, and tells whether there was one.
  mutating func partUnconnected() -> Bool {
    var parted = false
    for cluster in 0..<graph.count where members[cluster].count > 1 {
      var sets = DisjointSets(count: members[cluster].count)
      var places: [Int32: Int32] = [:]
      for (place, atom) in members[cluster].enumerated() { places[atom] = Int32(place) }
      for (place, atom) in members[cluster].enumerated() {
        for index in graph.range(Int(atom)) where graph.links[index].joins {
          if let other = places[graph.neighbours[index]] { sets.join(Int32(place), other) }
        }
      }
      var parts = [[Int32]](repeating: [], count: members[cluster].count)
      for (place, atom) in members[cluster].enumerated() {
        parts[Int(sets.root(of: Int32(place)))].append(atom)
      }
      for atoms in parts.dropFirst() where !atoms.isEmpty {
        part(atoms, from: cluster)
        parted = true
      }
    }
    return parted
  }

  /// The side of the cut with the least weight, of the cuts through the tree of the heaviest links.
  private func lightestSide(of cluster: Int, places: inout [Int32]) -> [Int32]? {
    let atoms = members[cluster]
    for (place, atom) in atoms.enumerated() { places[Int(atom)] = Int32(place) }
    defer { for atom in atoms { places[Int(atom)] = -1 } }
    let tree = HeaviestTree(graph, atoms: atoms, places: places)
    return tree.lightestSide(size: sizes[cluster])
  }
}
