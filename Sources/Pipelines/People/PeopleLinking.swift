import Linkage
import Vocabulary

/// The linkage of a run's records, done.
struct PeopleLinking: Sendable {
  let definition: PeopleDefinition
  /// The definition's model, for as many records as there are.
  let model: LinkageModel
  let linker: Linker
  let scored: ScoredPairs
  let clustering: Clustering
  /// Records that stand in one row, in order.
  let inOneRow: [ClusterConstraints.ForbiddenPair]
  /// The decisions that were heeded.
  let decided: [ClusterConstraints.DecidedPair]

  /// Links the records; `meanwhile` is done on the caller's core while pairs are scored and clusters found on others.
  init(
    _ definition: PeopleDefinition, _ records: consuming PeopleRecords, threads: Int,
    meanwhile: () throws -> Void = {}
  ) async throws {
    self.definition = definition
    let constraints = ClusterConstraints(
      together: records.together, apart: records.apart, forbidden: records.inOneRow)
    inOneRow = records.inOneRow
    decided = records.together + records.apart
    let model = definition.model.fitted(toRecords: records.keys.count, definition.settings)
    let linker = await Linker(
      definition.settings, chunks: records.chunks, sources: records.sources, threads: threads)
    async let found = Self.link(with: linker, model, constraints)
    try meanwhile()
    (scored, clustering) = await found
    (self.linker, self.model) = (linker, model)
  }

  private static func link(
    with linker: Linker, _ model: LinkageModel, _ constraints: ClusterConstraints
  ) async -> (ScoredPairs, Clustering) {
    let scored = await linker.score(with: model)
    let clustering = linker.cluster(
      scored, with: model, constraints: constraints, sparingThinPairs: true)
    return (scored, clustering)
  }

  /// Whether two records stand in one row.
  func areInOneRow(_ one: RecordNumber, _ other: RecordNumber) -> Bool {
    let wanted = (min(one, other), max(one, other))
    let place = inOneRow.partitioningIndex { ($0.left, $0.right) >= wanted }
    return place < inOneRow.count && (inOneRow[place].left, inOneRow[place].right) == wanted
  }
}
