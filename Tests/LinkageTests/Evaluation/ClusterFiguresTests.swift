import Foundation
import Linkage
import TestSupport
import Testing

@Suite struct ClusterFiguresTests {
  @Test func `every clustering of every truth of up to five records is judged by its definitions`()
  {
    withEvery("records", 0...5) { count in
      let partitions = everyPartition(of: count)
      withEvery("entities", partitions) { entities in
        let truth = EntityTruth(entities: entities.map { $0 + 1 })
        for clusters in partitions {
          Self.judge(clusters, truth)
        }
      }
    }
  }

  @Test func `pairs within a source do not count where only pairs across are asked about`() {
    let partitions = everyPartition(of: 4)
    withEvery("sources", [[0, 0, 1, 1], [0, 1, 2, 2], [0, 0, 0, 1]] as [[Int32]]) { sources in
      withEvery("entities", partitions) { entities in
        let truth = EntityTruth(
          entities: entities.map { $0 + 1 }, sources: sources, scope: .acrossSources)
        for clusters in partitions {
          Self.judge(clusters, truth)
        }
      }
    }
  }

  @Test func `records of unknown entities are left out`() {
    let seen = ClusterFigures(
      clusters: [7, 7, 7, 9], truth: EntityTruth(entities: [1, 0, 1, 0]))
    #expect(
      seen == ClusterFigures(clusters: [7, 7], truth: EntityTruth(entities: [1, 1])))
    #expect(seen.records == 2)
    #expect(seen.largest == 2)
  }

  @Test func `neither the numbers of clusters nor the order of records change a bit`() {
    var random = SplitMix64(seed: 8)
    let entities = (0..<400).map { _ in Int32(random.below(90)) + 1 }
    let clusters = entities.map { random.below(4) == 0 ? Int32(random.below(60)) : $0 }
    let seen = ClusterFigures(clusters: clusters, truth: EntityTruth(entities: entities))
    let order = entities.indices.shuffled(using: &random)
    let again = ClusterFigures(
      clusters: order.map { clusters[$0] &* 7_919 &- 100_000 },
      truth: EntityTruth(entities: order.map { 1_000 - entities[$0] }))
    #expect(seen == again)
    #expect(seen.variationOfInformation > 0.5)
  }

  /// Compares every figure with its definition, computed record by record.
  private static func judge(_ clusters: [Int32], _ truth: EntityTruth) {
    let seen = ClusterFigures(clusters: clusters, truth: truth)
    let entities = truth.entities
    let records = Array(entities.indices)
    // A group is a set of bits, one for each record.
    func group(_ record: Int, in column: [Int32]) -> Int {
      records.reduce(0) { column[$1] == column[record] ? $0 | 1 << $1 : $0 }
    }
    checkEqual(seen.pairs, pairs(clusters, truth))
    let whole = Set(records.map { group($0, in: entities) })
    let made = Set(records.map { group($0, in: clusters) })
    checkEqual(seen.exact, whole.intersection(made).count)
    checkEqual(seen.clusters, made.count)
    checkEqual(seen.entities, whole.count)
    let mixed = made.filter { cluster in !whole.contains { $0 & cluster == cluster } }
    checkEqual(seen.mixed, mixed.count)
    checkEqual(seen.split, whole.count { entity in !made.contains { $0 & entity == entity } })
    checkEqual(seen.largest, made.map(\.nonzeroBitCount).max() ?? 0)
    checkEqual(seen.largestMixed, mixed.map(\.nonzeroBitCount).max() ?? 0)
    var (precision, recall, information) = (0.0, 0.0, 0.0)
    for record in records {
      let (cluster, entity) = (group(record, in: clusters), group(record, in: entities))
      let shared = Double((cluster & entity).nonzeroBitCount)
      let (inCluster, inEntity) = (
        shared / Double(cluster.nonzeroBitCount), shared / Double(entity.nonzeroBitCount)
      )
      precision += inCluster
      recall += inEntity
      information -= log2(inCluster) + log2(inEntity)
    }
    let count = Double(max(records.count, 1))
    check(isClose(seen.bCubedPrecision, precision / count), "precision of \(clusters)")
    check(isClose(seen.bCubedRecall, recall / count), "recall of \(clusters)")
    check(isClose(seen.variationOfInformation, information / count), "bits of \(clusters)")
  }

  private static func pairs(_ clusters: [Int32], _ truth: EntityTruth) -> PairCounts {
    var counts = PairCounts(
      truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    for one in clusters.indices {
      for other in 0..<one {
        guard let isMatch = truth.isMatch(Int32(one), Int32(other)) else { continue }
        switch (clusters[one] == clusters[other], isMatch) {
        case (true, true): counts.truePositives += 1
        case (true, false): counts.falsePositives += 1
        case (false, true): counts.falseNegatives += 1
        case (false, false): counts.trueNegatives += 1
        }
      }
    }
    return counts
  }
}
