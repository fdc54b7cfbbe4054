import Linkage
import Testing
import TestSupport

@Suite struct ExactDivisionTests {
  @Test func `every graph of up to four records is divided as well as it can be`() {
    let weights: [Float?] = [nil, -9, 2, 5, 9]
    withEvery("records", 1...4) { count in
      let places = (0..<count).flatMap { right in (0..<right).map { (Int32($0), Int32(right)) } }
      let kinds = places.indices.reduce(1) { kinds, _ in kinds * weights.count }
      // All of the smaller graphs, and every third of the largest.
      for number in stride(from: 0, to: kinds, by: count < 4 ? 1 : 3) {
        var world = SmallWorld(count)
        var rest = number
        for (left, right) in places {
          if let weight = weights[rest % weights.count] {
            world.pairs.append(ScoredPair(left, right, weight: weight))
          }
          rest /= weights.count
        }
        let clusters = world.clustering.clusters
        check(world.isAllowed(clusters), "graph \(number)")
        checkEqual(world.total(clusters), world.bestTotal)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `random graphs with constraints are divided as well as they can be`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var world = SmallWorld.random(
      2 + random.below(5), density: 0.7, weights: -8...12, using: &random)
    world.constrain(using: &random)
    let clustering = world.clustering
    #expect(clustering.contradictions.isEmpty)
    #expect(world.isAllowed(clustering.clusters))
    #expect(world.total(clustering.clusters) == world.bestTotal)
  }
}

extension SmallWorld {
  /// Adds constraints at random, without decisions that could contradict them.
  mutating func constrain(using random: inout SplitMix64) {
    func codes(_ kinds: Int) -> [Int32] {
      (0..<count).map { _ in random.below(3) == 0 ? Int32(1 + random.below(kinds)) : 0 }
    }
    if random.below(2) == 0 { constraints.identifiers.append(.init(codes: codes(2))) }
    if random.below(2) == 0 { constraints.exclusions.append(.init(codes: codes(4))) }
    for _ in 0..<random.below(3) {
      let (one, other) = (random.below(count), random.below(count))
      if one != other { constraints.forbidden.append(.init(Int32(one), Int32(other))) }
    }
    if random.below(3) == 0 {
      let (one, other) = (random.below(count), random.below(count))
      if one != other, !isForbidden(one, other) {
        constraints.together.append(.init(Int32(one), Int32(other), decision: 7))
      }
    }
  }
}
