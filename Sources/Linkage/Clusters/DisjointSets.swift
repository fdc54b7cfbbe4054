/// Numbers in sets that can be joined but not parted; each set is known by one of its members.
struct DisjointSets {
  private var parents: [Int32]

  /// Every number below a count in a set of its own.
  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
  }

  /// The member by which the set of a number is known.
  @inline(__always)
  mutating func root(of number: Int32) -> Int32 {
    var place = Int(number)
    while true {
      let parent = Int(parents[place])
      guard parent != place else { return Int32(truncatingIfNeeded: place) }
      // Each step halves the way for those who come later.
      let above = parents[parent]
      parents[place] = above
      place = Int(above)
    }
  }

  /// Joins two sets into one that is known by the smaller of their two members.
  @inline(__always)
  mutating func join(_ one: Int32, _ other: Int32) {
    let first = root(of: one)
    let second = root(of: other)
    if first < second {
      parents[Int(second)] = first
    } else if second < first {
      parents[Int(first)] = second
    }
  }

  /// Joins a set, given by the member it is known by, to another which keeps its name.
  @inline(__always)
  mutating func join(root: Int32, under other: Int32) {
    parents[Int(root)] = other
  }
}
