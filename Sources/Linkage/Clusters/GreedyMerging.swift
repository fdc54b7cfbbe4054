/// Clusters that grow by joining, again and again, the two between which the weight is largest.
///
/// Only clusters with a link between them are ever looked at, and a waiting pair is weighed again
/// when its turn comes: the weight can only have fallen meanwhile, unless links were put together, and
/// then the pair was put in line again. The links of the cluster with fewer are moved to the other, so
/// the whole costs little more than sorting the links.
struct GreedyMerging {
  /// A pair of clusters that waits for its turn.
  private struct Candidate {
    var weight: Int64
    var one: Int32
    var other: Int32

    /// Comes before another: heavier, or by number where equally heavy.
    @inline(__always)
    func precedes(_ next: Candidate) -> Bool {
      weight != next.weight
        ? weight > next.weight : (one, other) < (next.one, next.other)
    }
  }

  private let graph: AtomGraph
  private var sets: DisjointSets
  private var sizes: [Int64]
  private var links: [UInt64: AtomGraph.Link] = [:]
  private var near: [[Int32]]
  private var identifiers: [Int32]
  private var groups: [[UInt64]]
  private var heap: [Candidate] = []

  /// Begins with given clusters, each known by one of the atoms in it.
  init(_ graph: AtomGraph, clusters: [Int32]) {
    self.graph = graph
    let marks = graph.marks
    sets = DisjointSets(count: graph.count)
    sizes = [Int64](repeating: 0, count: graph.count)
    near = [[Int32]](repeating: [], count: graph.count)
    identifiers = [Int32](repeating: 0, count: graph.count * marks.kinds)
    groups = [[UInt64]](repeating: [], count: marks.isEmpty ? 0 : graph.count)
    var firsts = [Int32](repeating: -1, count: graph.count)
    for atom in 0..<graph.count {
      let cluster = Int(clusters[atom])
      if firsts[cluster] < 0 { firsts[cluster] = Int32(atom) }
      let first = Int(firsts[cluster])
      sets.join(root: Int32(atom), under: Int32(first))
      sizes[first] += graph.sizes[atom]
      for kind in 0..<marks.kinds where marks.identifier(atom, kind: kind) != 0 {
        identifiers[first * marks.kinds + kind] = marks.identifier(atom, kind: kind)
      }
      if !groups.isEmpty { groups[first].append(contentsOf: marks.groups(of: atom)) }
    }
    for cluster in groups.indices where groups[cluster].count > 1 { groups[cluster].sort() }
    takeLinks(firsts: firsts, clusters: clusters)
  }

  private mutating func takeLinks(firsts: [Int32], clusters: [Int32]) {
    links.reserveCapacity(graph.links.count / 2)
    for atom in 0..<graph.count {
      for index in graph.range(atom) where graph.neighbours[index] > atom {
        let one = firsts[Int(clusters[atom])]
        let other = firsts[Int(clusters[Int(graph.neighbours[index])])]
        guard one != other else { continue }
        let key = Self.key(one, other)
        if links[key]?.add(graph.links[index]) == nil {
          links[key] = graph.links[index]
          near[Int(one)].append(other)
          near[Int(other)].append(one)
        }
      }
    }
    for cluster in 0..<Int32(graph.count) {
      for other in near[Int(cluster)] where other > cluster {
        if let link = links[Self.key(cluster, other)] { wait(cluster, other, link) }
      }
    }
  }

  private static func key(_ one: Int32, _ other: Int32) -> UInt64 {
    pairKey(min(one, other), max(one, other))
  }

  /// Joins as long as joining loses nothing, and gives the cluster of each atom.
  mutating func run() -> [Int32] {
    while let candidate = removeFirst() {
      let (one, other) = (sets.root(of: candidate.one), sets.root(of: candidate.other))
      guard one != other, let link = links[Self.key(one, other)], !link.isBarred else { continue }
      let weight = graph.weight(excess: link.excess, sizes[Int(one)], sizes[Int(other)])
      if weight < candidate.weight {
        wait(one, other, link)
      } else if !conflict(Int(one), Int(other)) {
        merge(one, other)
      }
    }
    return (0..<Int32(graph.count)).map { sets.root(of: $0) }
  }

  /// Puts two clusters in line if joining them loses nothing and nothing between them forbids it.
  private mutating func wait(_ one: Int32, _ other: Int32, _ link: AtomGraph.Link) {
    guard link.joins, !link.isBarred else { return }
    let weight = graph.weight(excess: link.excess, sizes[Int(one)], sizes[Int(other)])
    guard weight >= 0 else { return }
    insert(Candidate(weight: weight, one: min(one, other), other: max(one, other)))
  }

  private func conflict(_ one: Int, _ other: Int) -> Bool {
    let kinds = graph.marks.kinds
    for kind in 0..<kinds {
      let (first, second) = (identifiers[one * kinds + kind], identifiers[other * kinds + kind])
      if first != 0, second != 0, first != second { return true }
    }
    return !groups.isEmpty && ConflictMarks.meet(groups[one], groups[other])
  }

  private mutating func merge(_ one: Int32, _ other: Int32) {
    let stays = near[Int(one)].count >= near[Int(other)].count ? one : other
    let goes = stays == one ? other : one
    let kinds = graph.marks.kinds
    for kind in 0..<kinds where identifiers[Int(goes) * kinds + kind] != 0 {
      identifiers[Int(stays) * kinds + kind] = identifiers[Int(goes) * kinds + kind]
    }
    if !groups.isEmpty, !groups[Int(goes)].isEmpty {
      groups[Int(stays)].append(contentsOf: groups[Int(goes)])
      groups[Int(stays)].sort()
    }
    links[Self.key(one, other)] = nil
    sizes[Int(stays)] += sizes[Int(goes)]
    sets.join(root: goes, under: stays)
    let moved = near[Int(goes)]
    near[Int(goes)] = []
    for third in moved { moveLink(from: goes, to: stays, third: sets.root(of: third)) }
  }

  /// Hands a link of a cluster that is no more to the one that took it in.
  private mutating func moveLink(from goes: Int32, to stays: Int32, third: Int32) {
    // A link already moved under another name of the third cluster is no longer there.
    guard third != stays, let link = links.removeValue(forKey: Self.key(goes, third)) else {
      return
    }
    let key = Self.key(stays, third)
    var whole = link
    if let before = links[key] {
      whole.add(before)
    } else {
      near[Int(stays)].append(third)
    }
    links[key] = whole
    wait(stays, third, whole)
  }

  // A binary heap with the heaviest pair at its top.

  private mutating func insert(_ candidate: Candidate) {
    heap.append(candidate)
    var place = heap.count - 1
    while place > 0, candidate.precedes(heap[(place - 1) / 2]) {
      heap[place] = heap[(place - 1) / 2]
      place = (place - 1) / 2
    }
    heap[place] = candidate
  }

  private mutating func removeFirst() -> Candidate? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(last) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
