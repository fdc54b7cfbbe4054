/// Divides components, and says what was found on the way.
struct ComponentSolver {
  /// What became of one component.
  struct Solution {
    /// The cluster of each record of the component, numbered by first record.
    var clusters: [Int32]
    /// How many clusters there are.
    var clusterCount = 0
    /// Clusters that are apart although a pair would have joined them; their numbers are not yet set.
    var splits: [ClusterSplit] = []
    /// Light pairs that hold a cluster together; its number is not yet set.
    var bridges: [WeakBridge] = []
    /// How many absent pairs were scored.
    var completed = 0
    /// Whether it was too large to try every way.
    var isSearched = false
    /// The sum of the weights of all pairs inside the clusters, in units.
    var total: Int64 = 0
  }

  /// Scores pairs that were not compared, the smaller number first.
  typealias Scoring = @Sendable ([(RecordNumber, RecordNumber)]) -> [Float]

  let rules: ClusterRules
  let weigher: PairWeigher
  let constraints: ClusterConstraints
  let scoring: Scoring?
  private var exact = ExactDivision()

  init(
    _ rules: ClusterRules, weigher: PairWeigher, constraints: ClusterConstraints, scoring: Scoring?
  ) {
    self.rules = rules
    self.weigher = weigher
    self.constraints = constraints
    self.scoring = scoring
  }

  /// Divides a component.
  mutating func solve(_ component: Component) -> Solution {
    var component = component
    var solution = divide(&component)
    if hasMoreToSay, component.records.count > rules.largestCompleted {
      refine(&component, &solution)
    }
    renumber(&solution)
    report(component, &solution)
    return solution
  }

  private mutating func divide(_ component: inout Component) -> Solution {
    let completed = complete(&component)
    let graph = AtomGraph(component, absent: weigher.absent, constraints: constraints)
    let clusters: [Int32]
    if graph.count <= rules.largestExact {
      clusters = exact.divide(graph)
    } else {
      var search = DivisionSearch(graph)
      clusters = search.divide()
    }
    return Solution(
      clusters: graph.atoms.map { clusters[Int($0)] }, completed: completed,
      isSearched: graph.count > rules.largestExact)
  }

  /// Numbers the clusters by their first record.
  private func renumber(_ solution: inout Solution) {
    var numbers: [Int32] = []
    var next: Int32 = 0
    for (place, cluster) in solution.clusters.enumerated() {
      while numbers.count <= Int(cluster) { numbers.append(-1) }
      if numbers[Int(cluster)] < 0 {
        numbers[Int(cluster)] = next
        next += 1
      }
      solution.clusters[place] = numbers[Int(cluster)]
    }
    solution.clusterCount = Int(next)
  }

  private func report(_ component: Component, _ solution: inout Solution) {
    var sizes = [Int64](repeating: 0, count: solution.clusterCount)
    var absentPairs: Int64 = 0
    for cluster in solution.clusters {
      absentPairs += sizes[Int(cluster)]
      sizes[Int(cluster)] += 1
    }
    for pair in component.pairs
    where solution.clusters[Int(pair.left)] == solution.clusters[Int(pair.right)] {
      solution.total += pair.units
      absentPairs -= 1
    }
    solution.total += FixedWeight.total(weigher.absent, times: absentPairs)
    solution.splits = ClusterSplits(
      component, clusters: solution.clusters, sizes: sizes, absent: weigher.absent,
      constraints: constraints
    ).list()
    solution.bridges = WeakBridge.list(
      component, clusters: solution.clusters, sizes: sizes, below: rules.bridgeWeight)
  }

  // MARK: Absent pairs

  private var hasMoreToSay: Bool { scoring != nil || weigher.hasPenalties }

  /// Weighs the absent pairs one by one where there are few, and gives how many were scored.
  private func complete(_ component: inout Component) -> Int {
    let count = component.records.count
    guard hasMoreToSay, count <= rules.largestCompleted, component.absentPairs > 0 else { return 0 }
    var absent: [(left: Int32, right: Int32)] = []
    var next = 0
    for left in 0..<Int32(count) {
      for right in (left + 1)..<Int32(count) {
        if next < component.pairs.count, component.pairs[next].left == left,
          component.pairs[next].right == right
        {
          next += 1
        } else {
          absent.append((left, right))
        }
      }
    }
    component.pairs += weighed(absent, component.records)
    component.sortPairs()
    return scoring == nil ? 0 : absent.count
  }

  private func weighed(
    _ absent: [(left: Int32, right: Int32)], _ records: [RecordNumber]
  ) -> [Component.Pair] {
    let pairs = absent.map { left, right in
      let (one, other) = (records[Int(left)], records[Int(right)])
      return (min(one, other), max(one, other))
    }
    guard let scoring else {
      return zip(absent, pairs).map { place, pair in
        Component.Pair(
          left: place.left, right: place.right, units: weigher.absentUnits(pair.0, pair.1),
          weight: 0, joins: false)
      }
    }
    return zip(absent, zip(pairs, scoring(pairs))).map { place, scored in
      let pair = ScoredPair(scored.0.0, scored.0.1, weight: scored.1)
      return Component.Pair(
        left: place.left, right: place.right, units: weigher.units(pair), weight: pair.weight,
        joins: weigher.joins(pair))
    }
  }

  /// Divides the clusters of a large component once more, now that they are small enough.
  private mutating func refine(_ component: inout Component, _ solution: inout Solution) {
    let parts = ComponentParts(component, clusters: solution.clusters)
    var nextName = Int32(component.records.count)
    for cluster in parts.indices {
      let places = parts.places[cluster]
      guard places.count > 2, places.count <= rules.largestCompleted else { continue }
      var part = parts.part(cluster)
      let scoredBefore = part.pairs.count
      let divided = divide(&part)
      solution.completed += divided.completed
      if part.pairs.count > scoredBefore { component.pairs += parts.pairs(of: part, in: cluster) }
      for (number, place) in places.enumerated() where divided.clusters[number] != 0 {
        solution.clusters[Int(place)] = nextName + divided.clusters[number]
      }
      nextName += Int32(places.count)
    }
    component.sortPairs()
  }
}
