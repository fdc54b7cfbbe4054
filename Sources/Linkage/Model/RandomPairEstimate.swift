/// How likely each level is for two strangers, counted among random pairs.
public enum RandomPairEstimate {
  /// The least part of what was counted that is taken to be strangers' when almost all of it is matches'.
  static let leastStrangers = 0.02
  /// How many pairs are added to each level, so that a level never seen does not have u 0.
  static let pseudoPairs = 0.5

  /// u of each level of each comparison, level 1 first.
  ///
  /// Some of the random pairs are matches: `prior` of them, with the likelihoods `m`. What they are
  /// expected to contribute is taken away: u is (p - prior * m) / (1 - prior), but no less than a
  /// fiftieth of p, since prior and m are estimates too. Half a pair is added to each level; so a
  /// level never seen among N pairs has u of about 1 / 2N. `exactAgreement` holds, for a comparison
  /// whose level 1 is exact equality, the share of all pairs with equal values (see
  /// ``exactAgreement(valueCounts:)``), which is more precise than a sample; the other levels
  /// share the rest as counted.
  public static func u(
    among randomPairs: PatternCounts, prior: Double, m: [[Double]], exactAgreement: [Double?] = []
  ) -> [[Double]] {
    (0..<randomPairs.shape.comparisonCount).map { comparison in
      let exact = comparison < exactAgreement.count ? exactAgreement[comparison] : nil
      let counts = randomPairs.levels(of: comparison).dropFirst().map(Double.init)
      return u(counts: counts, prior: prior, m: m[comparison], exactAgreement: exact)
    }
  }

  private static func u(
    counts: [Double], prior: Double, m: [Double], exactAgreement: Double?
  ) -> [Double] {
    let pairs = counts.reduce(0, +)
    var strangers = counts.indices.map { level in
      max(counts[level] - prior * pairs * m[level], leastStrangers * counts[level]) + pseudoPairs
    }
    if let exactAgreement, counts.count > 1 {
      let exact = max(
        (exactAgreement - prior * m[0]) / (1 - prior), leastStrangers * exactAgreement, 1e-12)
      let others = strangers.dropFirst().reduce(0, +)
      strangers[0] = others * exact / (1 - min(exact, 0.999_999))
    }
    let sum = strangers.reduce(0, +)
    return strangers.map { $0 / sum }
  }

  /// The share of pairs of records with equal values, from how often each value comes.
  ///
  /// Records without a value are not counted. Nil when fewer than two records have one.
  public static func exactAgreement(valueCounts: [Int]) -> Double? {
    var records = 0.0
    var equalPairs = 0.0
    for count in valueCounts {
      records += Double(count)
      equalPairs += Double(count) * Double(count - 1)
    }
    guard records >= 2 else { return nil }
    return equalPairs / (records * (records - 1))
  }
}
