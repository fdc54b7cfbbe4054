import Linkage
import Testing
import TestSupport

@Suite struct WeakBridgeTests {
  @Test func `a light pair between two groups is found with its smaller side`() {
    var world = SmallWorld(6)
    for group in [[0, 1, 2], [3, 4, 5]] as [[Int32]] {
      for left in group {
        for right in group where left < right {
          world.pairs.append(ScoredPair(left, right, weight: 20))
        }
      }
    }
    world.pairs.append(ScoredPair(2, 3, weight: 6))
    world.rules = ClusterRules(joinWeight: 4, absentWeight: -0.1)
    let bridges = world.clustering.weakBridges
    #expect(bridges.map(\.pair) == [ScoredPair(2, 3, weight: 6)])
    #expect(bridges.map(\.smallerSide) == [3])
    #expect(bridges.map(\.cluster) == [0])
  }

  @Test(arguments: 0..<30)
  func `bridges are the pairs without which a cluster is two`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var world = SmallWorld.random(12, density: 0.16, weights: 4...9, using: &random)
    world.rules = ClusterRules(joinWeight: 4, absentWeight: 0, bridgeWeight: 100)
    let whole = world.reachable
    var expected: [ScoredPair] = []
    for (index, pair) in world.pairs.enumerated() where whole[Int(pair.left)].count > 2 {
      var without = world
      without.pairs.remove(at: index)
      if !without.reachable[Int(pair.left)].contains(Int(pair.right)) { expected.append(pair) }
    }
    let seen = world.clustering.weakBridges.map(\.pair)
    #expect(seen.count == expected.count && seen.allSatisfy(expected.contains))
  }
}

@Suite struct JoinStepTests {
  private let pairs = [
    ScoredPair(0, 1, weight: 9), ScoredPair(1, 2, weight: 7), ScoredPair(0, 2, weight: 6),
    ScoredPair(2, 3, weight: 12), ScoredPair(3, 4, weight: 30),
  ]

  @Test func `steps come from the heaviest pair to the weakest link`() {
    let steps = JoinSteps(of: [0, 1, 2, 3], ranks: [1, 2, 3, 4, 5], pairs: pairs)
    #expect(steps.steps.map(\.pair.weight) == [12, 9, 7])
    #expect(steps.weakestLink?.left == [0, 1])
    #expect(steps.weakestLink?.right == [2, 3])
    #expect(steps.unconnected.isEmpty)
  }

  @Test func `decisions come first and are no weak link`() {
    let steps = JoinSteps(
      of: [0, 1, 3, 4], ranks: [1, 2, 3, 4, 5], pairs: pairs,
      decisions: [.init(4, 0, decision: 8)])
    #expect(steps.steps.map(\.decision) == [8, nil, nil])
    #expect(steps.weakestLink?.pair.weight == 9)
  }

  @Test func `records that nothing connects are told`() {
    let steps = JoinSteps(of: [0, 1, 4], ranks: [1, 2, 3, 4, 5], pairs: pairs)
    #expect(steps.steps.count == 1)
    #expect(steps.unconnected == [[0, 1], [4]])
  }
}
