extension DivisionSearch {
  /// Moves each atom to the cluster where it weighs most, and tells whether one moved.
  mutating func moveAtoms() -> Bool {
    var moved = false
    for atom in 0..<graph.count {
      let around = look(around: atom)
      if move(atom, around: around) { moved = true }
      for cluster in around {
        excess[Int(cluster)] = 0
        joins[Int(cluster)] = false
        isBarred[Int(cluster)] = false
      }
    }
    return moved
  }

  /// Sums what lies between an atom and each cluster that it has links to, and lists these.
  private mutating func look(around atom: Int) -> [Int32] {
    var around: [Int32] = []
    for index in graph.range(atom) {
      let cluster = clusters[Int(graph.neighbours[index])]
      let place = Int(cluster)
      let link = graph.links[index]
      if excess[place] == 0, !joins[place], !isBarred[place] { around.append(cluster) }
      excess[place] += link.excess
      joins[place] = joins[place] || link.joins
      isBarred[place] = isBarred[place] || link.isBarred
    }
    return around
  }

  private mutating func move(_ atom: Int, around: [Int32]) -> Bool {
    let home = Int(clusters[atom])
    let size = graph.sizes[atom]
    let stays = graph.weight(excess: excess[home], size, sizes[home] - size)
    var target: Int32?
    // Going alone is what every other place has to beat.
    var most = max(stays, 0)
    for cluster in around where Int(cluster) != home {
      let place = Int(cluster)
      guard joins[place], !isBarred[place] else { continue }
      let weight = graph.weight(excess: excess[place], size, sizes[place])
      guard weight > most, !conflict(atom, place) else { continue }
      most = weight
      target = cluster
    }
    guard most > stays else { return false }
    if let target {
      members[home].removeAll { $0 == atom }
      members[Int(target)].append(Int32(atom))
      if members[home].isEmpty { free.append(Int32(home)) }
      sizes[home] -= size
      sizes[Int(target)] += size
      clusters[atom] = target
    } else {
      part([Int32(atom)], from: home)
    }
    return true
  }

  private func conflict(_ atom: Int, _ cluster: Int) -> Bool {
    !graph.marks.isEmpty
      && members[cluster].contains { graph.marks.conflict(atom, Int($0)) }
  }
}
