/// A block with more records than can be compared with each other, and what became of it.
public struct LargeBlock: Sendable, Hashable {
  /// What is done with the pairs of a large block.
  public enum Fate: Sendable, Hashable {
    /// It was cut by what its records also agree on.
    case cut(by: String)
    /// Nothing cuts it: its pairs are only found by other rules.
    case leftOut
  }

  /// The rule in words.
  public let rule: String
  /// How many records agree.
  public let records: Int
  /// The value that they share; so many share it that it says nothing about one of them.
  public let value: String
  /// What became of it.
  public let fate: Fate
}

/// What one rule costs and finds, known before any pair is scored.
public struct RuleEstimate: Sendable, Hashable {
  /// The rule in words.
  public let rule: String
  /// How many records stand in its blocks.
  public let records: Int
  /// How many blocks there are.
  public let blocks: Int
  /// How many pairs they make, with those that other rules make too.
  public let pairs: Int
  /// The largest block's number of records.
  public let largest: Int
}

/// The rules as they are applied, with their blocks.
struct BlockingPlan: Sendable {
  var rules: [BlockRule] = []
  var blocks: [Blocks] = []
  /// For each rule, the records in blocks that were too large for it; empty where there are none.
  var flagged: [[Bool]] = []
  var estimates: [RuleEstimate] = []
  var largeBlocks: [LargeBlock] = []

  var pairs: Int { estimates.reduce(0) { $0 + $1.pairs } }

  /// Whether a rule makes the pair: the records agree, and their block was not too large.
  @inline(__always)
  func makes(
    _ rule: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable
  ) -> Bool {
    guard table.agree(left, right, on: rules[rule]) else { return false }
    if !flagged[rule].isEmpty, flagged[rule][Int(left)], flagged[rule][Int(right)] { return false }
    guard let parent = rules[rule].parent else { return true }
    return flagged[parent][Int(left)] && flagged[parent][Int(right)]
  }

  /// Whether a rule before this one makes the pair.
  @inline(__always)
  func isMadeBefore(
    _ rule: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable
  ) -> Bool {
    for earlier in 0..<rule where makes(earlier, left, right, table) { return true }
    return false
  }
}
