import Linkage
import Testing
import TestSupport

/// Groups whose absent pairs the caller can score after all.
@Suite struct ScoringTests {
  /// Two people of the same number of records, of which only neighbours were compared, in one chain.
  private func chain(_ size: Int) -> SmallWorld {
    var world = SmallWorld(2 * size)
    world.pairs = (1..<Int32(2 * size)).map { ScoredPair($0 - 1, $0, weight: 5) }
    return world
  }

  @Test(arguments: [4, 20])
  func `absent pairs that score well hold a person together`(size: Int) {
    let world = chain(size)
    let scored = Clustering(
      ofRecords: world.count, ranks: world.ranks, pairs: world.pairs, rules: world.rules,
      scoring: { $0.map { (Int($0) < size) == (Int($1) < size) ? 9 : -9 } })
    #expect(world.clustering.clusterCount == size, "without scores only pairs of two are left")
    #expect(scored.clusterCount == 2)
    #expect(scored.statistics.completed == size * (2 * size - 1) - (2 * size - 1))
    #expect(scored.splits.map(\.pair) == [ScoredPair(Int32(size - 1), Int32(size), weight: 5)])
  }

  @Test func `a group too large to be scored whole is scored cluster by cluster`() {
    var world = SmallWorld(12)
    world.rules = ClusterRules(joinWeight: 4, mostAgainst: 1, largestExact: 3, largestCompleted: 6)
    // Two chains with one light pair between them: each is held by its heavy pairs until it is scored.
    world.pairs = (1..<Int32(12)).map { ScoredPair($0 - 1, $0, weight: $0 == 6 ? 4 : 30) }
    let asked = Clustering(
      ofRecords: 12, ranks: world.ranks, pairs: world.pairs, rules: world.rules,
      scoring: { $0.map { _ in 20 } })
    #expect(world.clustering.clusters == asked.clusters)
    #expect(asked.clusterCount == 2)
    #expect(asked.statistics.completed == 20)
  }
}
