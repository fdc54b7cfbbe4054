import Linkage
import Testing
import TestSupport

@Suite struct ComponentTests {
  @Test(arguments: 0..<40)
  func `without anything against it a cluster is what joining pairs connect`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var world = SmallWorld.random(
      1 + random.below(30), density: 0.06, weights: 2...9, using: &random)
    world.rules = ClusterRules(joinWeight: 4, mostAgainst: 0)
    let clusters = world.clustering.clusters
    let reachable = world.reachable
    for one in 0..<world.count {
      for other in 0..<one {
        #expect((clusters[one] == clusters[other]) == reachable[one].contains(other))
      }
    }
  }

  @Test func `clusters are numbered by their first record`() {
    var world = SmallWorld(6)
    world.pairs = [ScoredPair(3, 5, weight: 9), ScoredPair(1, 4, weight: 9)]
    let clustering = world.clustering
    #expect(clustering.clusters == [0, 1, 2, 3, 1, 3])
    #expect(clustering.clusterCount == 4)
    #expect(clustering.statistics.sizes == [0, 2, 2])
    #expect(clustering.statistics.alone == 2)
    #expect(clustering.statistics.components == 2)
    #expect(clustering.statistics.examined == 0)
  }

  @Test func `no records make no clusters`() {
    let clustering = SmallWorld(0).clustering
    #expect(clustering.clusters.isEmpty)
    #expect(clustering.clusterCount == 0)
    #expect(clustering.statistics.largest == 0)
  }

  @Test(arguments: [(weight: Float(4), joined: true), (weight: 3.999, joined: false)])
  func `a pair joins from the join weight on`(weight: Float, joined: Bool) {
    var world = SmallWorld(2)
    world.pairs = [ScoredPair(1, 0, weight: weight)]
    #expect((world.clustering.clusterCount == 1) == joined)
  }

  @Test func `pairs that name no record stop the program`() async {
    await #expect(processExitsWith: .failure) {
      var world = SmallWorld(2)
      world.pairs = [ScoredPair(0, 2, weight: 9)]
      _ = world.clustering
    }
  }
}
