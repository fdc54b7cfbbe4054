import Glibc

/// The arithmetic of evidence: weights in bits, probabilities, and what a rare value adds.
///
/// Scorer and explanation use these and nothing else, so that an explanation adds up to the weight.
public enum Evidence {
  /// The weight of a level: log2 of how many times likelier it is for a match than for strangers.
  public static func weight(m: Double, u: Double) -> Double {
    log2(m / u)
  }

  /// The weight that stands for a probability: log2 of its odds; infinite at 0 and 1.
  public static func weight(ofProbability probability: Double) -> Double {
    log2(probability) - log2(1 - probability)
  }

  /// The probability that a weight stands for, safe at any size.
  public static func probability(ofWeight weight: Double) -> Double {
    if weight >= 0 { return 1 / (1 + exp2(-weight)) }
    let odds = exp2(weight)
    return odds / (1 + odds)
  }

  /// What the frequency of the value adds to a level's weight: log2 of u over the frequency, scaled.
  ///
  /// `exactU` is u of the comparison's exact level, which is the mean of the frequencies; a value
  /// rarer than that adds, a commoner one takes away. For a fuzzy level `frequency` is the larger of
  /// the two values' frequencies. `floor` is the least frequency believed, since a value seen once may be a
  /// slip; `share` is how much of the adjustment counts, from 0 to 1.
  public static func rarity(
    exactU: Double, frequency: Double, share: Double = 1, floor: Double = 0
  ) -> Double {
    let believed = max(frequency, floor)
    guard believed > 0, exactU > 0, share > 0 else { return 0 }
    return share * log2(exactU / believed)
  }
}
