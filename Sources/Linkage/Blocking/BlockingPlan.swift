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
  /// For each rule, its blocks that were too large.
  var tooLarge: [[TooLarge]] = []
  var estimates: [RuleEstimate] = []
  var largeBlocks: [LargeBlock] = []

  /// A block that was too large for its rule.
  struct TooLarge: Sendable {
    /// One of its records.
    let record: RecordNumber
    /// Of a rule with a list, the value that the block is of.
    let value: Int32
    /// How many records it has.
    let records: Int
  }

  var pairs: Int { estimates.reduce(0) { $0 + $1.pairs } }

  /// Whether a rule makes the pair: the records agree, and their block was not too large.
  @inline(__always)
  func makes(
    _ rule: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable
  ) -> Bool {
    guard table.agree(left, right, on: rules[rule]) else { return false }
    if areInLargeBlocks(left, right, of: rule) {
      // Of a list they may share another value, of which the block is small.
      guard let list = rules[rule].list else { return false }
      return meeting(left, right, of: rule, list, table) != 0
    }
    guard let parent = rules[rule].parent else { return true }
    return flagged[parent][Int(left)] && flagged[parent][Int(right)]
  }

  /// The value at which two records meet by a rule with a list: the smallest that they share and of which the block was not
  /// too large; 0 if there is none.
  @inline(__always)
  func meeting(
    _ left: RecordNumber, _ right: RecordNumber, of rule: Int, _ list: Int,
    _ table: borrowing RecordTable
  ) -> Int32 {
    guard areInLargeBlocks(left, right, of: rule) else {
      return table.firstShared(left, right, list)
    }
    let large = tooLarge[rule].filter {
      table.stands(left, besides: $0.record, value: $0.value, on: rules[rule])
    }
    return table.firstShared(left, right, list) { value in
      !large.contains { $0.value == value }
    }
  }

  @inline(__always)
  private func areInLargeBlocks(_ left: RecordNumber, _ right: RecordNumber, of rule: Int) -> Bool {
    !flagged[rule].isEmpty && flagged[rule][Int(left)] && flagged[rule][Int(right)]
  }

  /// Whether a rule before this one makes the pair.
  ///
  /// Nearly always a rule is settled by its parts, which are looked at first, all in one list.
  @inline(__always)
  func isMadeBefore(
    _ rule: Int, _ left: RecordNumber, _ right: RecordNumber, _ parts: RuleParts,
    _ table: borrowing RecordTable
  ) -> Bool {
    for earlier in 0..<rule where parts.mayAgree(earlier, left, right, table) {
      if parts.isPlain[earlier] || makes(earlier, left, right, table) { return true }
    }
    return false
  }
}

/// The parts of all rules in one list, for asking millions of times.
struct RuleParts: Sendable {
  private var parts: [Int] = []
  private var ends: [Int] = []
  /// Whether a rule has neither list nor parent nor large blocks: agreement is all there is to it.
  private(set) var isPlain: [Bool] = []

  init(_ plan: BlockingPlan) {
    for (number, rule) in plan.rules.enumerated() {
      parts += rule.parts.filter { $0 != rule.list }
      ends.append(parts.count)
      isPlain.append(rule.list == nil && rule.parent == nil && plan.flagged[number].isEmpty)
    }
  }

  /// Whether two records agree on the parts of a rule that are no list.
  @inline(__always)
  func mayAgree(
    _ rule: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable
  ) -> Bool {
    let first = rule == 0 ? 0 : ends[rule - 1]
    for index in first..<ends[rule] {
      let code = table.code(left, parts[index])
      if code == 0 || code != table.code(right, parts[index]) { return false }
    }
    return true
  }
}
