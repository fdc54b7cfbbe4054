/// How a number of a model came about.
public enum ParameterOrigin: Sendable, Equatable {
  /// Nothing was there to learn it from, so it is what is usual.
  case usual
  /// The settings fix it.
  case settings
  /// Counted among so many random pairs.
  case randomPairs(Int)
  /// Computed from how often each value comes.
  case valueFrequencies
  /// Learned without labels from the pairs of these training blocks.
  case blocks([String])
  /// Counted among so many labelled pairs.
  case labels(Int)
  /// Computed from what deterministic rules found, who are said to find this share of all matches.
  case rules(recall: Double)

  /// The origin in a few words.
  public var words: String {
    switch self {
    case .usual: "what is usual, for want of anything to learn from"
    case .settings: "fixed by the settings"
    case .randomPairs(let pairs): "counted among \(pairs) random pairs"
    case .valueFrequencies: "computed from how often each value comes"
    case .blocks(let names):
      "learned from the pairs of \(names.map { "'\($0)'" }.joined(separator: ", "))"
    case .labels(let pairs): "counted among \(pairs) labelled pairs"
    case .rules(let recall): "computed from the deterministic rules with recall \(recall)"
    }
  }
}
