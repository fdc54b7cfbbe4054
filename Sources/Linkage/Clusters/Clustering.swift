/// Which records are one person, with what stood against it.
///
///     let rules = ClusterRules(joinWeight: 6)
///     let clustering = Clustering(
///       ofRecords: 4, ranks: [11, 12, 13, 14],
///       pairs: [ScoredPair(0, 1, weight: 9), ScoredPair(1, 2, weight: 7)],
///       rules: rules, constraints: ClusterConstraints(forbidden: [.init(0, 2)]))
///     clustering.clusters  // [0, 0, 1, 2]
///
/// The result depends neither on the order of the pairs nor on the numbers of the records: where two
/// ways to divide records are equally good, the ranks of the records decide.
public struct Clustering: Sendable, Equatable {
  /// The cluster of each record; clusters are numbered by their first record.
  public let clusters: [Int32]
  /// How many clusters there are.
  public let clusterCount: Int
  /// Decisions that cannot all be followed; none of those named in it was applied to join.
  public let contradictions: [ClusterContradiction]
  /// Clusters that are apart although a pair would have joined them, by cluster.
  public let splits: [ClusterSplit]
  /// Light pairs that alone hold a cluster together, by cluster.
  public let weakBridges: [WeakBridge]
  /// Counts for the report.
  public let statistics: ClusterStatistics
}

extension Clustering {
  /// Joins records into clusters.
  ///
  /// - Parameters:
  ///   - recordCount: How many records there are; they are numbered from zero.
  ///   - ranks: A number for each record that does not depend on the order in which records are read,
  ///     such as a hash of its source and id. No two should be equal.
  ///   - pairs: The scored pairs, each once; also those below the join weight, as far as they were kept.
  ///   - rules: What joins and how evidence is weighed.
  ///   - constraints: What may never be one person, and what people have decided.
  ///   - scoring: Scores pairs that blocking did not find. Where it is given, the absent pairs of small groups
  ///     are scored instead of counting as absent.
  public init(
    ofRecords recordCount: Int, ranks: [UInt64], pairs: [ScoredPair], rules: ClusterRules,
    constraints: ClusterConstraints = ClusterConstraints(),
    scoring: (@Sendable ([(RecordNumber, RecordNumber)]) -> [Float])? = nil
  ) {
    constraints.check(recordCount: recordCount)
    precondition(ranks.count == recordCount, "every record has a rank")
    let weigher = PairWeigher(rules, constraints)
    let decided = DecidedLinks(constraints, ranks: ranks)
    var finding = ComponentFinding(
      recordCount: recordCount, ranks: ranks, pairs: pairs, weigher: weigher,
      constraints: constraints, bonds: decided.followed)
    var building = ClusteringBuilder(finding.components, recordCount: recordCount)
    var solver = ComponentSolver(
      rules, weigher: weigher, constraints: constraints, scoring: scoring)
    for doubt in finding.doubtful.indices {
      let component = finding.component(doubt)
      building.take(solver.solve(component), of: component)
    }
    self = building.clustering(contradictions: decided.contradictions)
  }
}
