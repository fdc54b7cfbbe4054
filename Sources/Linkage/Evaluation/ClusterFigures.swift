import Glibc

/// How well clusters agree with who the records are.
///
/// Records whose entity is not known are left out. Nothing depends on how clusters are numbered, or records ordered.
public struct ClusterFigures: Hashable, Sendable {
  /// The records judged.
  public let records: Int
  /// The clusters they are in.
  public let clusters: Int
  /// The entities they are of.
  public let entities: Int
  /// Pairs of records, by whether they share a cluster and whether they match.
  public let pairs: PairCounts
  /// Clusters that hold one entity, whole and alone.
  public let exact: Int
  /// Clusters that hold records of several entities.
  public let mixed: Int
  /// Entities whose records are in several clusters.
  public let split: Int
  /// The records in the largest cluster.
  public let largest: Int
  /// The records in the largest cluster that holds several entities; 0 if none does.
  public let largestMixed: Int
  /// For a record, the mean share of its cluster that is of its entity.
  public let bCubedPrecision: Double
  /// For a record, the mean share of its entity that is in its cluster.
  public let bCubedRecall: Double
  /// The bits that the clusters and the entities do not tell of each other; 0 when they are the same.
  public let variationOfInformation: Double

  /// Judges clusters, given as any number for each record that is equal within a cluster.
  public init(clusters numbers: [Int32], truth: EntityTruth) {
    precondition(numbers.count == truth.entities.count, "a cluster for each record")
    let known = truth.entities.indices.filter { truth.entities[$0] != 0 }
    let clusters = DenseGroups(known.map { numbers[$0] })
    let entities = DenseGroups(known.map { truth.entities[$0] })
    let both = DenseGroups(clusters, entities)
    let sources = truth.scope == .acrossSources ? DenseGroups(known.map { truth.sources[$0] }) : nil
    let everything = DenseGroups(Array(repeating: 0, count: known.count))
    self.init(
      overlaps: Overlaps(clusters, entities, both), records: known.count,
      clusters: clusters.sizes.count, entities: entities.sizes.count,
      pairs: Self.counts(clusters, entities, both, everything, apart: sources))
  }

  private init(overlaps: Overlaps, records: Int, clusters: Int, entities: Int, pairs: PairCounts) {
    self.records = records
    self.clusters = clusters
    self.entities = entities
    self.pairs = pairs
    exact = overlaps.count { $0.shared == $0.cluster && $0.shared == $0.entity }
    // A cluster is mixed if the part of its first entity is not all of it; each such cluster is counted once.
    mixed = clusters - overlaps.count { $0.shared == $0.cluster }
    split = entities - overlaps.count { $0.shared == $0.entity }
    largest = overlaps.greatest { $0.cluster }
    largestMixed = overlaps.greatest { $0.shared < $0.cluster ? $0.cluster : 0 }
    let all = Double(max(records, 1))
    bCubedPrecision = overlaps.sum { $0.shared * $0.shared / $0.cluster } / all
    bCubedRecall = overlaps.sum { $0.shared * $0.shared / $0.entity } / all
    variationOfInformation =
      overlaps.sum {
        $0.shared * (log2($0.cluster / $0.shared) + log2($0.entity / $0.shared))
      } / all
  }

  private static func counts(
    _ clusters: DenseGroups, _ entities: DenseGroups, _ both: DenseGroups,
    _ everything: DenseGroups, apart sources: DenseGroups?
  ) -> PairCounts {
    func pairs(_ groups: DenseGroups) -> Int {
      groups.pairs - (sources.map { DenseGroups(groups, $0).pairs } ?? 0)
    }
    let (joined, matches, found) = (pairs(clusters), pairs(entities), pairs(both))
    return PairCounts(
      truePositives: found, falsePositives: joined - found, falseNegatives: matches - found,
      trueNegatives: pairs(everything) - joined - matches + found)
  }
}

/// How many records each cluster shares with each entity, with the sizes of both.
///
/// Equal triples stand once, in order of size, so that sums are the same to the last bit however clusters are numbered.
private struct Overlaps {
  struct Triple: Hashable, Comparable {
    var shared: Int
    var cluster: Int
    var entity: Int

    static func < (one: Triple, other: Triple) -> Bool {
      (one.shared, one.cluster, one.entity) < (other.shared, other.cluster, other.entity)
    }
  }

  struct Sizes {
    var shared: Double
    var cluster: Double
    var entity: Double
  }

  private var triples: [(triple: Triple, times: Int)] = []

  init(_ clusters: DenseGroups, _ entities: DenseGroups, _ both: DenseGroups) {
    let all = both.sizes.indices.map { cell in
      let record = both.samples[cell]
      return Triple(
        shared: both.sizes[cell], cluster: clusters.sizes[Int(clusters.codes[record])],
        entity: entities.sizes[Int(entities.codes[record])])
    }
    for triple in all.sorted() {
      if triples.last?.triple == triple {
        triples[triples.count - 1].times += 1
      } else {
        triples.append((triple, 1))
      }
    }
  }

  func count(_ isCounted: (Triple) -> Bool) -> Int {
    triples.reduce(0) { isCounted($1.triple) ? $0 + $1.times : $0 }
  }

  func greatest(_ size: (Triple) -> Int) -> Int {
    triples.map { size($0.triple) }.max() ?? 0
  }

  func sum(_ term: (Sizes) -> Double) -> Double {
    triples.reduce(0) { sum, each in
      let triple = each.triple
      return sum + Double(each.times)
        * term(
          Sizes(
            shared: Double(triple.shared), cluster: Double(triple.cluster),
            entity: Double(triple.entity)))
    }
  }
}
