/// How many of the matching pairs were compared at all; what blocking loses, no threshold finds again.
public struct BlockingRecall: Hashable, Sendable {
  /// All matching pairs.
  public let matches: Int
  /// The matching pairs that each rule is the first to bring together.
  public let foundByRule: [Int]

  /// The matching pairs that were compared.
  public var compared: Int { foundByRule.reduce(0, +) }
  /// The matching pairs that no rule brings together.
  public var neverCompared: Int { matches - compared }
  /// The share of the matching pairs that were compared.
  public var recall: Double? { matches > 0 ? Double(compared) / Double(matches) : nil }
  /// Between which figures the share lies, nineteen times in twenty.
  public var interval: ShareInterval? { .wilson(compared, of: matches) }

  /// Asks for each matching pair which rule brings it together first; nil for none.
  public init(
    of truth: EntityTruth, rules: Int,
    firstRule: (_ left: RecordNumber, _ right: RecordNumber) -> Int?
  ) {
    var matches = 0
    var found = Array(repeating: 0, count: rules)
    truth.forEachMatch { left, right in
      matches += 1
      if let rule = firstRule(left, right) { found[rule] += 1 }
    }
    self.matches = matches
    foundByRule = found
  }
}
