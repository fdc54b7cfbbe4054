import Linkage
import Testing
import TestSupport

/// Divisions of groups too large to try every way; smaller ones are searched here to compare.
@Suite struct SearchedDivisionTests {
  @Test func `search finds nearly the best division of small random graphs`() {
    var random = SplitMix64(seed: 20)
    var (found, best) = (0.0, 0.0)
    let worlds = 150
    for _ in 0..<worlds {
      var world = SmallWorld.random(
        3 + random.below(5), density: 0.7, weights: -8...12, using: &random)
      world.constrain(using: &random)
      world.rules.largestExact = 1
      let clusters = world.clustering.clusters
      #expect(world.isAllowed(clusters))
      let (seen, bound) = (world.total(clusters), world.bestTotal)
      #expect(seen <= bound)
      found += seen
      best += bound
    }
    #expect(found >= 0.98 * best)
  }

  @Test(arguments: 0..<8)
  func `large random graphs are divided as constraints demand`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var world = SmallWorld.random(40, density: 0.3, weights: -8...10, using: &random)
    world.constrain(using: &random)
    #expect(world.isAllowed(world.clustering.clusters))
  }

  @Test(arguments: [true, false])
  func `a chain of look-alikes falls apart`(isScored: Bool) {
    var world = SmallWorld(50)
    for left in 0..<Int32(50) {
      for right in (left + 1)..<Int32(50) where isScored || right == left + 1 {
        world.pairs.append(ScoredPair(left, right, weight: right == left + 1 ? 4.5 : -12))
      }
    }
    let clustering = world.clustering
    #expect(clustering.statistics.largest <= 2)
    #expect(clustering.statistics.largestComponent == 50)
    #expect(clustering.statistics.divided == 1)
    #expect(clustering.splits.allSatisfy { $0.reason == .evidence && $0.pair.weight == 4.5 })
  }

  @Test func `a person of whom a third of the comparisons are missing stays whole`() {
    var random = SplitMix64(seed: 4)
    var world = SmallWorld(14)
    for left in 0..<Int32(14) {
      for right in (left + 1)..<Int32(14) where random.below(3) > 0 {
        world.pairs.append(ScoredPair(left, right, weight: 9))
      }
    }
    #expect(world.clustering.clusterCount == 1)
  }

  // Time that grows with the square of the records would exceed the limit many times.
  @Test(.timeLimit(.minutes(Patience.minutes(1))), arguments: [nil, 0.0])
  func `a star of thirty thousand records is divided in bounded time`(absent: Double?) {
    var world = SmallWorld(30_000)
    world.rules = ClusterRules(joinWeight: 4, absentWeight: absent)
    world.pairs = (1..<Int32(30_000)).map { ScoredPair(0, $0, weight: 6) }
    let largest = world.clustering.statistics.largest
    #expect(absent == nil ? largest == 2 : largest == 30_000)
  }
}
