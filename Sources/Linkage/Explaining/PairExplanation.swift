/// All that is known of two records: why they weigh what they weigh, and what became of it.
///
///     let explanation = linker.explainer(model, clustering).explain(left, right)
///     print(explanation.sentence)
///
/// The parts add up to the weight that the linkage wrote for the pair.
public struct PairExplanation: Sendable, Equatable {
  /// The first record.
  public let left: RecordName
  /// The second.
  public let right: RecordName
  /// The weight of any two records before they are compared, in bits.
  public let prior: Double
  /// How likely any two records are one person.
  public let priorProbability: Double
  /// What each comparison adds, in the order of the settings.
  public let steps: [WeightStep]
  /// What is taken off because different people look like this too; nil where nothing is.
  public let lookAlikes: LookAlikeStep?
  /// The sum in bits.
  public let weight: Double
  /// The weight from which on two records are joined.
  public let joinWeight: Double
  /// What each blocking rule does with the two.
  public let meetings: [RuleMeeting]
  /// Whether the linkage compares records of their sources at all.
  public let isComparable: Bool
  /// Whether the two became one person; nil where that was not asked.
  public let verdict: JoiningVerdict?

  /// How likely the two are one person.
  public var probability: Double { Evidence.probability(ofWeight: weight) }

  /// Whether the linkage compared the two.
  public var wasCompared: Bool {
    isComparable
      && meetings.contains {
        if case .together = $0.outcome { return true }
        return false
      }
  }

  /// Why the two were not compared, or nil if they were.
  public var whyNeverCompared: String? {
    if wasCompared { return nil }
    if !isComparable {
      return "never compared: both are of one source, and only sources are linked"
    }
    let isTooLarge = meetings.contains {
      if case .tooLarge = $0.outcome { return true }
      return false
    }
    return isTooLarge
      ? "never compared: the only block they share was too large"
      : "never compared: no shared block"
  }

  /// The parts in one sentence, the weightiest first.
  public var sentence: String {
    let said = steps.filter { $0.number > 0 }
      .sorted { abs($0.weight) > abs($1.weight) }
      .map { "\($0.words) \(Bits.signed($0.weight))" }
    let silent = steps.filter { $0.number == 0 }.map(\.comparison)
    var text = "From \(Bits.signed(prior)) for any two records"
    if !said.isEmpty { text += ": " + said.joined(separator: ", ") }
    if let lookAlikes {
      text += ", different people who agree on \(lookAlikes.block) look alike "
      text += Bits.signed(lookAlikes.weight)
    }
    if !silent.isEmpty { text += "; nothing known of \(silent.joined(separator: ", "))" }
    text += " makes \(Bits.signed(weight)), \(ProbabilityText.words(probability)) likely one person"
    if let whyNeverCompared { text += " (\(whyNeverCompared))" }
    return text + "."
  }
}

extension WeightStep {
  /// The comparison and its level in a few words: `surname equal and rare`.
  public var words: String {
    guard let level else { return "\(comparison) not known" }
    var text = "\(comparison) \(isElse ? "differs" : level)"
    if let rarity, rarity.weight >= 1 { text += " and rare" }
    // A value of two records is not common, however much rarer others are.
    if let rarity, rarity.weight <= -1, rarity.records >= 10 { text += " and common" }
    return text
  }
}

/// Probabilities as people read them.
public enum ProbabilityText {
  /// A percentage, never shown as certain when it is not.
  public static func words(_ probability: Double) -> String {
    let percent = probability * 100
    if percent > 99.95 { return "over 99.9%" }
    if percent < 0.05 { return "under 0.1%" }
    let places = percent >= 99 || percent < 1 ? 1 : 0
    return FigureText.decimal(percent, places: places) + "%"
  }
}
