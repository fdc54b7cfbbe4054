/// What about a model somebody should look at before it is used.
public enum ModelWarning: Sendable, Equatable {
  /// No training block lets the comparison free, so its m is only what is usual.
  case neverTrained(comparison: String)
  /// The level came in none of the training blocks' pairs.
  case levelNeverSeenInTraining(comparison: String, level: String)
  /// The level came in none of the random pairs, so its u is no more than a bound.
  case levelNeverSeenAtRandom(comparison: String, level: String)
  /// A stronger level has less weight than a weaker one.
  case weightsOutOfOrder(
    comparison: String, stronger: String, weaker: String, strongerWeight: Double,
    weakerWeight: Double)
  /// The strongest level speaks against a match: the classes were mistaken for one another.
  case agreementSpeaksAgainst(comparison: String, level: String)
  /// The block has too few matches to teach anything.
  case fewMatches(block: String, matches: Double)
  /// Almost all pairs of the block are matches, so that it can't tell what the others are like.
  case nearlyAllMatch(block: String, share: Double)
  /// The numbers did not come to rest.
  case notConverged(rounds: Int, change: Double)
  /// What was taken for matches hardly differs from strangers.
  case collapsed

  /// The warning as a sentence.
  public var sentence: String {
    switch self {
    case .neverTrained(let comparison):
      "no training block lets '\(comparison)' free, so its m is only what is usual; add a block whose rule does not use it"
    case .levelNeverSeenInTraining(let comparison, let level):
      "no pair of the training blocks has '\(comparison)' at level '\(level)'; its m is a guess"
    case .levelNeverSeenAtRandom(let comparison, let level):
      "no random pair has '\(comparison)' at level '\(level)'; its u is only a bound, and more random pairs would sharpen it"
    case .weightsOutOfOrder(let comparison, let stronger, let weaker, let strong, let weak):
      "'\(comparison)': level '\(stronger)' weighs \(Bits.words(strong)), less than the weaker level '\(weaker)' with \(Bits.words(weak))"
    case .agreementSpeaksAgainst(let comparison, let level):
      "'\(comparison)': level '\(level)', the strongest agreement, speaks against a match; the training blocks hold too few matches, or the wrong class was taken for them"
    case .fewMatches(let block, let matches):
      "the training block '\(block)' holds only \(Bits.tenths(matches)) matches or so; it teaches little"
    case .nearlyAllMatch(let block, let share):
      "\(Bits.tenths(share * 100))% of the pairs of the training block '\(block)' match; a looser rule would teach more"
    case .notConverged(let rounds, let change):
      "the numbers still changed by \(change) after \(rounds) rounds"
    case .collapsed:
      "what was taken for matches hardly differs from strangers; the training blocks hold too few matches, so use labels or other blocks"
    }
  }
}
