import Linkage
import Testing
import TestSupport

@Suite struct PermutationTests {
  @Test(arguments: 0..<40)
  func `other numbers for the records give the same clusters`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var world = SmallWorld.random(
      4 + random.below(24), density: 0.4, weights: -3...7, using: &random)
    world.constrain(using: &random)
    // Few different weights, so that ties are frequent.
    for index in world.pairs.indices { world.pairs[index].weight.round(.down) }
    let numbers = (0..<Int32(world.count)).shuffled(using: &random)
    let other = world.renumbered(numbers, using: &random)
    let (seen, expected) = (other.clustering, world.clustering)
    for one in 0..<world.count {
      for next in 0..<one {
        let together = expected.clusters[one] == expected.clusters[next]
        #expect((seen.clusters[Int(numbers[one])] == seen.clusters[Int(numbers[next])]) == together)
      }
    }
    #expect(seen.statistics == expected.statistics)
    #expect(seen.splits.count == expected.splits.count)
    #expect(seen.weakBridges.count == expected.weakBridges.count)
  }
}

extension SmallWorld {
  /// The same world with other numbers for its records and its pairs in another order.
  func renumbered(_ numbers: [Int32], using random: inout SplitMix64) -> SmallWorld {
    var world = self
    func moved<Value>(_ values: [Value]) -> [Value] {
      var moved = values
      for (record, value) in values.enumerated() { moved[Int(numbers[record])] = value }
      return moved
    }
    func number(_ record: Int32) -> Int32 { numbers[Int(record)] }
    world.ranks = moved(ranks)
    world.pairs = pairs.map { ScoredPair(number($0.left), number($0.right), weight: $0.weight) }
      .shuffled(using: &random)
    for kind in constraints.identifiers.indices {
      world.constraints.identifiers[kind].codes = moved(constraints.identifiers[kind].codes)
    }
    for kind in constraints.exclusions.indices {
      world.constraints.exclusions[kind].codes = moved(constraints.exclusions[kind].codes)
    }
    world.constraints.forbidden = constraints.forbidden.map {
      .init(number($0.right), number($0.left))
    }
    world.constraints.together = constraints.together.map {
      .init(number($0.right), number($0.left), decision: $0.decision)
    }
    return world
  }
}
