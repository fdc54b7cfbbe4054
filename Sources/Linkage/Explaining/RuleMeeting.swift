/// Whether one blocking rule of the settings brings two records together, and if not, why.
public struct RuleMeeting: Sendable, Equatable {
  /// What the rule does with the two.
  public enum Outcome: Sendable, Equatable {
    /// It brings them together; `by` is the rule as it was applied, with what cut a large block.
    case together(by: String)
    /// They agree, but so do so many records that their block was not compared whole.
    case tooLarge(records: Int)
    /// They differ in some parts of the rule, and lack a value for others.
    case apart(differs: [String], missing: [String])
  }

  /// The rule as the settings write it.
  public let rule: String
  /// What it does with the two.
  public let outcome: Outcome

  /// The outcome in words.
  public var words: String {
    switch outcome {
    case .together(let by):
      by == rule ? "brings them together" : "brings them together, cut to '\(by)'"
    case .tooLarge(let records):
      "they agree, but in a block of \(FigureText.count(records)) records, too large to be compared whole"
    case .apart(let differs, let missing):
      [
        differs.isEmpty ? nil : "differs: \(differs.joined(separator: ", "))",
        missing.isEmpty ? nil : "missing: \(missing.joined(separator: ", "))",
      ].compactMap(\.self).joined(separator: "; ")
    }
  }
}

extension BlockingPlan {
  /// What each rule of the settings does with two records.
  func meetings(
    _ left: RecordNumber, _ right: RecordNumber, _ table: RecordTable
  ) -> [RuleMeeting] {
    rules.indices.filter { rules[$0].parent == nil }.map { number in
      RuleMeeting(rule: rules[number].text, outcome: outcome(number, left, right, table))
    }
  }

  private func outcome(
    _ number: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: RecordTable
  ) -> RuleMeeting.Outcome {
    let rule = rules[number]
    let serving = rules.indices.filter { rules[$0].origin == rule.origin }
    if let maker = serving.first(where: { makes($0, left, right, table) }) {
      return .together(by: rules[maker].text)
    }
    if table.agree(left, right, on: rule) {
      return .tooLarge(records: size(number, left, right, table))
    }
    var (differs, missing): ([String], [String]) = ([], [])
    for part in rule.parts {
      let name = table.fields[part].name
      if table.code(left, part) == 0 || table.code(right, part) == 0 {
        missing.append(name)
      } else if !table.agree(left, right, on: rule.only(part)) {
        differs.append(name)
      }
    }
    return .apart(differs: differs, missing: missing)
  }
}

extension BlockingPlan {
  /// How many records stand in the block that two share.
  private func size(
    _ number: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: RecordTable
  ) -> Int {
    let rule = rules[number]
    let shared = tooLarge[number].filter { block in
      [left, right].allSatisfy {
        table.stands($0, besides: block.record, value: block.value, on: rule)
      }
    }
    return shared.map(\.records).max() ?? 0
  }
}

extension BlockRule {
  /// A rule of one of the parts alone.
  fileprivate func only(_ part: Int) -> BlockRule {
    BlockRule(
      text: text, origin: origin, parts: [part], list: part == list ? part : nil, parent: nil)
  }
}
