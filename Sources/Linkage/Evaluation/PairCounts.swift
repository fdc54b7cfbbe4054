/// Pairs of records, counted by whether a threshold joins them and whether they are one person.
public struct PairCounts: Hashable, Sendable {
  /// Pairs that are joined and match.
  public var truePositives: Int
  /// Pairs that are joined and do not match.
  public var falsePositives: Int
  /// Pairs that match and are not joined, whether they were compared or not.
  public var falseNegatives: Int
  /// Pairs that do not match and are not joined, whether they were compared or not.
  public var trueNegatives: Int

  /// Counts of the four kinds.
  public init(
    truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Pairs that are joined.
  public var joined: Int { truePositives + falsePositives }
  /// Pairs that match.
  public var matches: Int { truePositives + falseNegatives }
  /// Pairs that do not match.
  public var others: Int { falsePositives + trueNegatives }

  /// The share of the joined pairs that match; nothing of nothing is nothing.
  public var precision: Double? { Self.share(truePositives, of: joined) }

  /// The share of the matching pairs that are joined.
  public var recall: Double? { Self.share(truePositives, of: matches) }

  /// The share of the other pairs that are joined, which a ROC curve has on its axis.
  public var falsePositiveRate: Double? { Self.share(falsePositives, of: others) }

  /// The harmonic mean of precision and recall; nil where nothing is joined and nothing matches.
  public var f1: Double? { Self.share(2 * truePositives, of: joined + matches) }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
