import Linkage
import Testing
import TestSupport

@Suite struct ConstraintTests {
  /// A chain 0 – 1 – 2 that pulls harder on its left, with nothing said about 0 and 2.
  private var chain: SmallWorld {
    var world = SmallWorld(3)
    world.pairs = [ScoredPair(0, 1, weight: 16), ScoredPair(1, 2, weight: 13)]
    return world
  }

  @Test func `twins are two and the one between them goes with the better`() {
    var world = chain
    world.pairs.append(ScoredPair(0, 2, weight: 12))
    world.constraints.forbidden = [.init(2, 0)]
    let clustering = world.clustering
    #expect(clustering.clusters == [0, 0, 1])
    #expect(
      clustering.splits.map(\.reason) == [.forbidden] && clustering.splits[0].pair.weight == 13)
    #expect(clustering.splits[0].weight == 17)
  }

  @Test func `two different identifiers of one kind are two people`() {
    var world = chain
    world.constraints.identifiers = [
      .init(codes: [0, 0, 0]), .init(codes: [5, 0, 6]),
    ]
    let clustering = world.clustering
    #expect(clustering.clusters == [0, 0, 1])
    #expect(clustering.splits.map(\.reason) == [.identifier(kind: 1)])
  }

  @Test func `different identifiers may also only count against`() {
    var world = chain
    world.constraints.identifiers = [.init(codes: [5, 0, 6], force: .against(bits: 3))]
    #expect(world.clustering.clusters == [0, 0, 0])
    world.constraints.identifiers = [.init(codes: [5, 0, 6], force: .against(bits: 6))]
    #expect(world.clustering.clusters == [0, 0, 1])
    world.constraints.identifiers = [.init(codes: [5, 6, 6], force: .against(bits: 13))]
    #expect(world.clustering.clusters == [0, 1, 1], "the pair itself is weaker than what joins")
  }

  @Test func `one row never holds a person twice`() {
    var world = chain
    world.constraints.exclusions = [.init(codes: [0, 3, 3])]
    let clustering = world.clustering
    #expect(clustering.clusters == [0, 0, 1])
    #expect(clustering.splits.map(\.reason) == [.exclusion(kind: 0)])
  }

  @Test func `a source without duplicates is matched one to one for the best total`() {
    // 0 and 1 are of one source, 2 and 3 of the other; the heaviest pair is not part of the best.
    var world = SmallWorld(4)
    world.pairs = [
      ScoredPair(0, 2, weight: 10), ScoredPair(0, 3, weight: 9), ScoredPair(1, 2, weight: 9),
      ScoredPair(1, 3, weight: 5),
    ]
    world.constraints.exclusions = [.init(codes: [1, 1, 2, 2])]
    #expect(world.clustering.clusters == [0, 1, 1, 0])
  }

  @Test func `a decision joins what no evidence joins`() {
    var world = SmallWorld(4)
    world.pairs = [ScoredPair(0, 1, weight: -20), ScoredPair(2, 3, weight: 9)]
    world.constraints.together = [.init(1, 0, decision: 3)]
    #expect(world.clustering.clusters == [0, 0, 1, 1])
  }

  @Test func `a decision keeps apart what evidence joins`() {
    var world = chain
    world.constraints.apart = [.init(0, 1, decision: 3)]
    let clustering = world.clustering
    #expect(clustering.clusters == [0, 1, 1])
    #expect(clustering.splits.map(\.reason) == [.decision(3)])
  }

  @Test func `a decision to join overrules a rule of the program`() {
    var world = chain
    world.constraints.forbidden = [.init(0, 2)]
    world.constraints.together = [.init(0, 2, decision: 3)]
    let clustering = world.clustering
    #expect(clustering.clusters == [0, 0, 0])
    #expect(clustering.contradictions.isEmpty)
  }
}

@Suite struct ContradictionTests {
  @Test func `decisions that contradict each other are reported and not applied`() {
    var world = SmallWorld(5)
    world.pairs = [ScoredPair(0, 1, weight: 9)]
    world.constraints.together = [
      .init(0, 1, decision: 11), .init(2, 1, decision: 12), .init(2, 3, decision: 13),
      .init(3, 4, decision: 14),
    ]
    world.constraints.apart = [.init(3, 0, decision: 20)]
    let clustering = world.clustering
    #expect(clustering.contradictions.map(\.decisions) == [[11, 12, 13]])
    #expect(clustering.contradictions.map(\.against) == [.decision(20)])
    #expect(
      clustering.clusters == [0, 0, 1, 2, 2], "evidence and the decision without a part in it hold")
  }

  @Test func `a decision against two identifiers is reported`() {
    var world = SmallWorld(3)
    world.pairs = [ScoredPair(0, 1, weight: 9)]
    world.constraints.identifiers = [.init(codes: [1, 0, 2])]
    world.constraints.together = [.init(0, 2, decision: 11)]
    let clustering = world.clustering
    #expect(clustering.contradictions.map(\.against) == [.identifier(kind: 0)])
    #expect(clustering.clusters == [0, 0, 1])
  }

  @Test func `a decision against one row is reported`() {
    var world = SmallWorld(3)
    world.constraints.exclusions = [.init(codes: [0, 0, 0]), .init(codes: [4, 0, 4])]
    world.constraints.together = [.init(0, 1, decision: 11), .init(1, 2, decision: 12)]
    let clustering = world.clustering
    #expect(clustering.contradictions.map(\.against) == [.exclusion(kind: 1)])
    #expect(clustering.contradictions.map(\.decisions) == [[11, 12]])
    #expect(clustering.clusterCount == 3)
  }

  @Test func `every way round to a contradiction is reported`() {
    var world = SmallWorld(3)
    world.constraints.together = [
      .init(0, 2, decision: 1), .init(0, 1, decision: 2), .init(1, 2, decision: 3),
    ]
    world.constraints.apart = [.init(0, 2, decision: 9)]
    let clustering = world.clustering
    #expect(clustering.contradictions.map(\.decisions) == [[1], [2, 3]])
    #expect(clustering.clusterCount == 3)
  }
}
