/// Scored pairs of which it is known whether they match, strongest first, with how many there are to be found.
///
/// A pair about which nothing is known is left out. What is known to match and is not among the scored pairs, because
/// it was never compared or fell below the floor, counts as missed at every threshold.
public struct JudgedPairs: Sendable {
  /// One scored pair.
  struct Pair {
    var weight: Double
    var isMatch: Bool
  }

  /// Strongest first.
  let pairs: [Pair]
  /// All matching pairs there are.
  public let matches: Int
  /// All other pairs there are.
  public let others: Int

  init(unordered: [Pair], matches: Int, others: Int) {
    // Within one weight the order has no meaning, and nothing that is counted depends on it.
    pairs = unordered.sorted { $0.weight > $1.weight }
    self.matches = matches
    self.others = others
  }

  /// Judges pairs by who the records are.
  public init(_ scored: PairColumns, truth: EntityTruth) {
    var judged: [Pair] = []
    judged.reserveCapacity(scored.count)
    for place in scored.weights.indices {
      guard let isMatch = truth.isMatch(scored.lefts[place], scored.rights[place]) else { continue }
      judged.append(Pair(weight: scored.weights[place], isMatch: isMatch))
    }
    let there = truth.totals()
    self.init(unordered: judged, matches: there.matches, others: there.others)
  }

  /// Judges pairs by labels; a label with at least `least` of 1 says that two records match.
  ///
  /// A pair with two labels has the mean of both.
  public init(_ scored: PairColumns, labels: [LabelledPair], least: Double = 0.5) {
    let known = LabelTable(labels, least: least)
    var judged: [Pair] = []
    for place in scored.weights.indices {
      guard let isMatch = known.isMatch(scored.lefts[place], scored.rights[place]) else { continue }
      judged.append(Pair(weight: scored.weights[place], isMatch: isMatch))
    }
    self.init(unordered: judged, matches: known.matches, others: known.others)
  }
}
