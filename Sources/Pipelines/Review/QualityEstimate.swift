import Linkage

/// How often the linkage is right, by what people said of a sample without knowing what it had said.
public struct QualityEstimate: Hashable, Sendable {
  /// What was said of a pair.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    /// One person.
    case match
    /// Two people.
    case notMatch = "not-match"
    /// Nobody can tell.
    case cannotTell = "cannot-tell"
  }

  /// A share with how sure it is: as good as it can be at worst, and at best, by what nobody could tell.
  public struct Share: Hashable, Sendable {
    /// The share if what nobody could tell went against the machine.
    public var worst: Double
    /// The share if it went in its favour.
    public var best: Double
    /// The end of the interval below the worst.
    public var low: Double
    /// The end of the interval above the best.
    public var high: Double
  }

  /// What was found of one stratum.
  public struct StratumCount: Hashable, Sendable {
    /// The stratum.
    public var stratum: QualitySample.Stratum
    /// How many pairs it has.
    public var size: Int
    /// How many were judged to be one person, two people, and neither.
    public var matches = 0
    /// How many were judged to be two people.
    public var others = 0
    /// How many nobody could tell.
    public var unclear = 0

    /// How many were judged.
    public var judged: Int { matches + others + unclear }
    /// The share of matches, with Clopper and Pearson's interval around both ways of counting.
    public var share: Share? {
      guard let worst = ShareInterval.exact(matches, of: judged),
        let best = ShareInterval.exact(matches + unclear, of: judged)
      else { return nil }
      return Share(
        worst: Double(matches) / Double(judged), best: Double(matches + unclear) / Double(judged),
        low: worst.low, high: best.high)
    }
  }

  /// What was found, stratum by stratum.
  public var strata: [StratumCount]
  /// Of the pairs that are one person, how many are rightly so; nil where none was judged.
  public var precision: Share?
  /// Of the pairs that were compared and are one person in truth, how many are found to be.
  ///
  /// Pairs that no blocking rule brought together are not among them.
  public var recall: Share?

  /// Works it out of answers about the items of a sample, nil where nobody has answered.
  public init(_ sample: QualitySample, answers: [Answer?]) {
    precondition(answers.count == sample.items.count, "an answer or none for each item")
    var counts = sample.strata.map { StratumCount(stratum: $0, size: sample.sizes[$0] ?? 0) }
    for (item, answer) in zip(sample.items, answers) {
      guard let place = counts.firstIndex(where: { $0.stratum == item.stratum }) else { continue }
      switch answer {
      case .match: counts[place].matches += 1
      case .notMatch: counts[place].others += 1
      case .cannotTell: counts[place].unclear += 1
      case nil: break
      }
    }
    strata = counts
    let intervals = WeightedShares(counts)
    precision = intervals.precision
    recall = intervals.recall
  }
}

/// Weighs what was found in strata by their sizes.
///
/// For one stratum this is Clopper and Pearson's interval. For several, each stratum's share is drawn again and again from
/// the two beta distributions that make that interval, the lower for the lower end, the upper for the upper one: so
/// the interval of the sum errs to the wide side as they do.
struct WeightedShares {
  private let joined: [QualityEstimate.StratumCount]
  private let apart: [QualityEstimate.StratumCount]
  private static let draws = 2_000

  init(_ strata: [QualityEstimate.StratumCount]) {
    joined = strata.filter { $0.stratum.kind.isJoined }
    apart = strata.filter { !$0.stratum.kind.isJoined }
  }

  /// Nil where a stratum of joined pairs was not judged at all.
  var precision: QualityEstimate.Share? {
    guard !joined.isEmpty, joined.allSatisfy({ $0.judged > 0 }) else { return nil }
    let whole = Double(joined.reduce(0) { $0 + $1.size })
    if joined.count == 1 { return joined[0].share }
    let share = { (isBest: Bool) in
      joined.reduce(0.0) { $0 + Self.point($1, isBest) * Double($1.size) } / whole
    }
    return QualityEstimate.Share(
      worst: share(false), best: share(true),
      low: quantile(0.025) { random in
        joined.reduce(0.0) { $0 + Self.low($1, &random) * Double($1.size) } / whole
      },
      high: quantile(0.975) { random in
        joined.reduce(0.0) { $0 + Self.high($1, &random) * Double($1.size) } / whole
      })
  }

  /// Nil where a stratum was not judged at all, or nothing was found to be one person.
  var recall: QualityEstimate.Share? {
    guard !joined.isEmpty, (joined + apart).allSatisfy({ $0.judged > 0 }) else { return nil }
    let share = { (isBest: Bool) -> Double in
      let found = joined.reduce(0.0) { $0 + Self.point($1, isBest) * Double($1.size) }
      let missed = apart.reduce(0.0) { $0 + Self.point($1, !isBest) * Double($1.size) }
      return found + missed > 0 ? found / (found + missed) : 1
    }
    return QualityEstimate.Share(
      worst: share(false), best: share(true),
      low: quantile(0.025) { random in
        let found = joined.reduce(0.0) { $0 + Self.low($1, &random) * Double($1.size) }
        let missed = apart.reduce(0.0) { $0 + Self.high($1, &random) * Double($1.size) }
        return found + missed > 0 ? found / (found + missed) : 0
      },
      high: quantile(0.975) { random in
        let found = joined.reduce(0.0) { $0 + Self.high($1, &random) * Double($1.size) }
        let missed = apart.reduce(0.0) { $0 + Self.low($1, &random) * Double($1.size) }
        return found + missed > 0 ? found / (found + missed) : 1
      })
  }

  private static func point(_ count: QualityEstimate.StratumCount, _ isBest: Bool) -> Double {
    Double(count.matches + (isBest ? count.unclear : 0)) / Double(count.judged)
  }

  /// A share as it may be, on the low side; a stratum judged whole has no doubt left.
  private static func low(
    _ count: QualityEstimate.StratumCount, _ random: inout BetaDraws
  ) -> Double {
    if count.judged == count.size { return point(count, false) }
    guard count.matches > 0 else { return 0 }
    return random.next(Double(count.matches), Double(count.judged - count.matches + 1))
  }

  /// A share as it may be, on the high side.
  private static func high(
    _ count: QualityEstimate.StratumCount, _ random: inout BetaDraws
  ) -> Double {
    if count.judged == count.size { return point(count, true) }
    let matches = count.matches + count.unclear
    guard matches < count.judged else { return 1 }
    return random.next(Double(matches + 1), Double(count.judged - matches))
  }

  private func quantile(_ part: Double, _ draw: (inout BetaDraws) -> Double) -> Double {
    var random = BetaDraws()
    let drawn = (0..<Self.draws).map { _ in draw(&random) }.sorted()
    return drawn[min(Self.draws - 1, Int(part * Double(Self.draws)))]
  }
}
