/// How the records of a cluster came together, from the strongest pair to the weakest link.
///
/// Decisions come first. Then, from the heaviest pair on, each pair that connects what was not yet
/// connected is a step; the last step is the weakest link without which the cluster would be two.
public struct JoinSteps: Sendable, Equatable {
  /// Two groups of records becoming one.
  public struct Step: Sendable, Equatable {
    /// The pair that connects them.
    public let pair: ScoredPair
    /// The decision that joins them, if it is not their weight.
    public let decision: Int32?
    /// The records on the side of the pair's left record.
    public let left: [RecordNumber]
    /// The records on the side of the pair's right record.
    public let right: [RecordNumber]
  }

  /// The steps in order.
  public let steps: [Step]
  /// The records that are still in groups of their own, if no step connects all.
  public let unconnected: [[RecordNumber]]

  /// The lightest step that no decision made.
  public var weakestLink: Step? { steps.last { $0.decision == nil } }

  /// Follows how the records of one cluster were joined.
  ///
  /// Pairs that lead out of the cluster are passed over, so all pairs can be given. A decision's pair
  /// has a weight of infinity in its step.
  public init(
    of records: [RecordNumber], ranks: [UInt64], pairs: [ScoredPair],
    decisions: [ClusterConstraints.DecidedPair] = []
  ) {
    let ordered = records.sorted { precedes($0, $1, ranks: ranks) }
    var places: [RecordNumber: Int] = [:]
    for (place, record) in ordered.enumerated() { places[record] = place }
    var links: [(pair: ScoredPair, decision: Int32?)] = []
    for decided in decisions where places[decided.left] != nil && places[decided.right] != nil {
      links.append(
        (ScoredPair(decided.left, decided.right, weight: .infinity), decided.decision))
    }
    for pair in pairs where places[pair.left] != nil && places[pair.right] != nil {
      links.append((pair, nil))
    }
    var grouping = Grouping(ordered, places: places)
    var steps: [Step] = []
    for link in grouping.sorted(links) {
      guard let (left, right) = grouping.join(link.pair) else { continue }
      steps.append(Step(pair: link.pair, decision: link.decision, left: left, right: right))
    }
    self.steps = steps
    let groups = grouping.groups.filter { !$0.isEmpty }
    unconnected = groups.count > 1 ? groups : []
  }

  /// Records in groups that grow together.
  private struct Grouping {
    var groups: [[RecordNumber]]
    private let places: [RecordNumber: Int]
    private var groupOf: [Int]

    init(_ records: [RecordNumber], places: [RecordNumber: Int]) {
      groups = records.map { [$0] }
      groupOf = Array(records.indices)
      self.places = places
    }

    private func place(_ record: RecordNumber) -> Int { places[record] ?? 0 }

    /// Decisions first, then by weight; equal ones by the ranks of their records.
    func sorted(
      _ links: [(pair: ScoredPair, decision: Int32?)]
    ) -> [(pair: ScoredPair, decision: Int32?)] {
      func ends(_ pair: ScoredPair) -> (Int, Int) {
        let (one, other) = (place(pair.left), place(pair.right))
        return (min(one, other), max(one, other))
      }
      return links.sorted { first, second in
        if first.pair.weight != second.pair.weight {
          return first.pair.weight > second.pair.weight
        }
        let (one, other) = (ends(first.pair), ends(second.pair))
        return one != other ? one < other : (first.decision ?? 0) < (second.decision ?? 0)
      }
    }

    /// Makes one group of those of two records, and gives both as they were, or nothing.
    mutating func join(_ pair: ScoredPair) -> (left: [RecordNumber], right: [RecordNumber])? {
      let (one, other) = (groupOf[place(pair.left)], groupOf[place(pair.right)])
      guard one != other else { return nil }
      let (left, right) = (groups[one], groups[other])
      let (stays, goes) = left.count >= right.count ? (one, other) : (other, one)
      for record in groups[goes] { groupOf[place(record)] = stays }
      groups[stays] += groups[goes]
      groups[goes] = []
      return (left.sorted(), right.sorted())
    }
  }
}
