import Linkage

/// The linkage of a run's records, done.
struct PeopleLinking: Sendable {
  let definition: PeopleDefinition
  let linker: Linker
  let scored: ScoredPairs
  let clustering: Clustering
  /// Records that stand in one row, in order.
  let inOneRow: [ClusterConstraints.ForbiddenPair]
  /// The decisions that were heeded.
  let decided: [ClusterConstraints.DecidedPair]

  init(_ definition: PeopleDefinition, _ records: consuming PeopleRecords, threads: Int) async {
    self.definition = definition
    let constraints = ClusterConstraints(
      together: records.together, apart: records.apart, forbidden: records.inOneRow)
    inOneRow = records.inOneRow
    decided = records.together + records.apart
    linker = await Linker(
      definition.settings, chunks: records.chunks, sources: records.sources, threads: threads)
    scored = await linker.score(with: definition.model)
    clustering = linker.cluster(
      scored, with: definition.model, constraints: constraints, sparingThinPairs: true)
  }

  /// Whether two records stand in one row.
  func areInOneRow(_ one: RecordNumber, _ other: RecordNumber) -> Bool {
    let wanted = (min(one, other), max(one, other))
    var (low, high) = (0, inOneRow.count)
    while low < high {
      let middle = (low + high) / 2
      if (inOneRow[middle].left, inOneRow[middle].right) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < inOneRow.count && (inOneRow[low].left, inOneRow[low].right) == wanted
  }
}
