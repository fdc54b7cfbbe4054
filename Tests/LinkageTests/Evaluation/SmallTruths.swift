import Linkage
import TestSupport

/// Small random linkages, and what a reader would count in them by looking at every pair.
struct SmallLinkage {
  var truth: EntityTruth
  var scored: PairColumns
  /// The weight of each two records, at `10 × the greater + the smaller`.
  private var table: [Double?] = Array(repeating: nil, count: 100)

  /// Up to nine records, some of them unknown, with weights that repeat.
  init(seed: UInt64, scope: PairScope) {
    var random = SplitMix64(seed: seed)
    let count = random.below(10)
    let entities = (0..<count).map { _ in Int32(random.below(5)) }
    let sources = (0..<count).map { _ in Int32(random.below(3)) }
    truth = EntityTruth(entities: entities, sources: sources, scope: scope)
    var (lefts, rights, weights): ([Int32], [Int32], [Double]) = ([], [], [])
    for left in 0..<count {
      for right in 0..<left where random.below(3) > 0 {
        // A pair within a source is no candidate where only pairs across are asked about.
        guard scope == .everyPair || sources[left] != sources[right] else { continue }
        lefts.append(Int32(left))
        rights.append(Int32(right))
        weights.append(Double(random.below(7)) - 3)
        table[10 * left + right] = weights.last
      }
    }
    scored = PairColumns(lefts: lefts, rights: rights, weights: weights)
  }

  /// The weight of two records; nil if they were not scored.
  func weight(_ one: Int, _ other: Int) -> Double? {
    table[10 * max(one, other) + min(one, other)]
  }

  /// Counts at a threshold, over the pairs that a condition lets through.
  func counts(
    at threshold: Double, where isCounted: (Int, Int) -> Bool = { _, _ in true }
  ) -> PairCounts {
    var counts = PairCounts(
      truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    forEachKnownPair { one, other, isMatch in
      guard isCounted(one, other) else { return }
      let isJoined = weight(one, other).map { $0 >= threshold } ?? false
      switch (isJoined, isMatch) {
      case (true, true): counts.truePositives += 1
      case (true, false): counts.falsePositives += 1
      case (false, true): counts.falseNegatives += 1
      case (false, false): counts.trueNegatives += 1
      }
    }
    return counts
  }

  /// Every pair that is asked about and known.
  func forEachKnownPair(_ body: (Int, Int, _ isMatch: Bool) -> Void) {
    for one in truth.entities.indices {
      for other in 0..<one where truth.entities[one] != 0 && truth.entities[other] != 0 {
        guard truth.scope == .everyPair || truth.sources[one] != truth.sources[other] else {
          continue
        }
        body(one, other, truth.entities[one] == truth.entities[other])
      }
    }
  }
}

/// Every way to put so many records into groups, as a number for each record.
func everyPartition(of count: Int) -> [[Int32]] {
  guard count > 0 else { return [[]] }
  return everyPartition(of: count - 1).flatMap { partition in
    (0...((partition.max() ?? -1) + 1)).map { partition + [$0] }
  }
}

/// Whether two figures are the same but for rounding.
func isClose(_ one: Double?, _ other: Double?, by most: Double = 1e-12) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return abs(one - other) <= most
}
