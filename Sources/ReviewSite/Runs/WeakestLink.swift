import Linkage
import Pipelines
import Store
import Vocabulary

/// The pair on which a person hangs: of those that connect the two parts without it, the heaviest.
struct WeakestLink {
  let pair: ReviewPair

  /// The most pairs between the two parts that are weighed though the run did not keep them.
  private static let mostWeighed = 400

  /// Finds it among a person's pairs, the heaviest first; nil where there is none.
  init?(_ pairs: [ReviewPair], _ analysis: PeopleAnalysis?) {
    var groups = RecordGroups()
    var last: (pair: ReviewPair, left: [RecordKey], right: [RecordKey])?
    for pair in pairs {
      if let (left, right) = groups.join(pair.pair.left, pair.pair.right) {
        last = (pair, left, right)
      }
    }
    guard let last else { return nil }
    pair = Self.heavier(last.pair, last.left, last.right, analysis)
  }

  /// A pair that no rule brought together may hold the two parts together better: clustering weighs those, too.
  private static func heavier(
    _ kept: ReviewPair, _ left: [RecordKey], _ right: [RecordKey], _ analysis: PeopleAnalysis?
  ) -> ReviewPair {
    guard let analysis, kept.weight < analysis.joinWeight,
      left.count * right.count <= mostWeighed
    else { return kept }
    var best = kept
    for one in left {
      for other in right {
        guard let pair = RecordPair(one, other), let found = analysis.explain(pair),
          found.weight > best.weight
        else { continue }
        best.pair = pair
        best.weight = found.weight
        best.probability = found.probability
      }
    }
    return best
  }
}

/// Records in groups that grow together.
private struct RecordGroups {
  private var members: [RecordKey: [RecordKey]] = [:]
  private var tops: [RecordKey: RecordKey] = [:]

  /// Makes one group of those of two records and gives both as they were; nil where they are one already.
  mutating func join(_ one: RecordKey, _ other: RecordKey) -> ([RecordKey], [RecordKey])? {
    let (first, second) = (top(one), top(other))
    guard first != second else { return nil }
    let (left, right) = (members[first] ?? [first], members[second] ?? [second])
    members[first] = left + right
    members[second] = nil
    for record in right { tops[record] = first }
    tops[first] = first
    return (left, right)
  }

  private func top(_ record: RecordKey) -> RecordKey { tops[record] ?? record }
}
