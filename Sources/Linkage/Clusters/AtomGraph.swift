/// A component whose records that decisions join are one, as a graph with weights.
///
/// What cannot be divided is called an atom. The weight between two groups of atoms is the sum of the
/// excess of the links between them, plus the weight of an absent pair for every pair of records. So
/// only pairs that were scored take up room.
struct AtomGraph {
  /// What lies between two atoms.
  struct Link {
    /// By how much the scored pairs outweigh the same number of absent pairs.
    var excess: Int64
    /// Whether one of the pairs is enough to join.
    var joins: Bool
    /// Whether the two must not be one.
    var isBarred: Bool

    /// Takes in what else lies between the two.
    mutating func add(_ other: Link) {
      excess += other.excess
      joins = joins || other.joins
      isBarred = isBarred || other.isBarred
    }
  }

  /// The atom of each record of the component; atoms are numbered by their first record.
  let atoms: [Int32]
  /// How many records each atom has.
  let sizes: [Int64]
  /// What an absent pair counts.
  let absent: Int64
  /// The atoms that each atom has a link to, in order, from `starts[atom]` on.
  private(set) var neighbours: [Int32] = []
  /// The links to them.
  private(set) var links: [Link] = []
  private var starts: [Int32]
  /// What else keeps atoms apart.
  let marks: ConflictMarks

  /// How many atoms there are.
  var count: Int { sizes.count }

  /// Makes the graph of a component.
  init(_ component: Component, absent: Int64, constraints: ClusterConstraints) {
    var sets = DisjointSets(count: component.records.count)
    for bond in component.bonds { sets.join(bond.left, bond.right) }
    var atoms = [Int32](repeating: 0, count: component.records.count)
    var sizes: [Int64] = []
    for place in component.records.indices {
      let root = Int(sets.root(of: Int32(place)))
      if root == place {
        atoms[place] = Int32(sizes.count)
        sizes.append(1)
      } else {
        atoms[place] = atoms[root]
        sizes[Int(atoms[root])] += 1
      }
    }
    self.atoms = atoms
    self.sizes = sizes
    self.absent = absent
    marks = ConflictMarks(
      component.records, atoms: atoms, atomCount: sizes.count, constraints: constraints)
    starts = [Int32](repeating: 0, count: sizes.count + 1)
    takeLinks(of: component)
  }

  private mutating func takeLinks(of component: Component) {
    var between: [(key: UInt64, link: Link)] = []
    between.reserveCapacity(2 * (component.pairs.count + component.barred.count))
    func add(_ left: Int32, _ right: Int32, _ link: Link) {
      let (one, other) = (atoms[Int(left)], atoms[Int(right)])
      guard one != other else { return }
      between.append((pairKey(one, other), link))
      between.append((pairKey(other, one), link))
    }
    // A pair that counts like an absent one leaves no trace.
    for pair in component.pairs where pair.units != absent || pair.joins {
      add(
        pair.left, pair.right, Link(excess: pair.units - absent, joins: pair.joins, isBarred: false)
      )
    }
    for bar in component.barred {
      add(bar.left, bar.right, Link(excess: 0, joins: false, isBarred: true))
    }
    between.sort { $0.key < $1.key }
    var last: UInt64 = 0
    for (key, link) in between {
      if key == last, !links.isEmpty {
        links[links.count - 1].add(link)
      } else {
        neighbours.append(Int32(truncatingIfNeeded: key))
        links.append(link)
        starts[Int(key >> 32) + 1] += 1
        last = key
      }
    }
    for atom in sizes.indices { starts[atom + 1] += starts[atom] }
  }

  /// The places of an atom's links.
  @inline(__always)
  func range(_ atom: Int) -> Range<Int> {
    Int(starts[atom])..<Int(starts[atom + 1])
  }

  /// The weight between two groups of atoms of which the excess and the numbers of records are known.
  @inline(__always)
  func weight(excess: Int64, _ one: Int64, _ other: Int64) -> Int64 {
    excess + FixedWeight.total(absent, times: one * other)
  }

  /// The sum of the weights inside the clusters of a division, pairs inside atoms left out.
  func total(_ clusters: [Int32]) -> Int64 {
    var excess: Int64 = 0
    var sizesOfClusters = [Int64](repeating: 0, count: count)
    var pairs: Int64 = 0
    for atom in 0..<count {
      let cluster = Int(clusters[atom])
      pairs += sizes[atom] * sizesOfClusters[cluster]
      sizesOfClusters[cluster] += sizes[atom]
      for index in range(atom) where neighbours[index] < atom {
        if clusters[Int(neighbours[index])] == clusters[atom] { excess += links[index].excess }
      }
    }
    return excess + FixedWeight.total(absent, times: pairs)
  }
}
