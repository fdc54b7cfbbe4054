/// A blocking rule as it is applied: a rule of the settings, or a part of one whose blocks were too large.
struct BlockRule: Sendable {
  /// The rule in words.
  let text: String
  /// The number of the settings' rule that it serves.
  let origin: Int
  /// The places in the rows of what has to be equal.
  let parts: [Int]
  /// Of the parts, the one that is a list: two records agree on it that have one value in common.
  let list: Int?
  /// The rule whose large blocks this one cuts smaller; only their records are blocked.
  let parent: Int?

  /// What tells its blocks from those of others: in whatever order the parts are, but two lists are not treated alike.
  struct Key: Hashable {
    let parts: Set<Int>
    let list: Int?
  }

  var key: Key { Key(parts: Set(parts), list: list) }
}

extension RecordTable {
  /// Whether two records agree on all parts of a rule.
  @inline(__always)
  func agree(_ left: RecordNumber, _ right: RecordNumber, on rule: BlockRule) -> Bool {
    for part in rule.parts {
      let code = code(left, part)
      if code == 0 { return false }
      if part == rule.list {
        if !sharesElement(left, right, part) { return false }
      } else if code != self.code(right, part) {
        return false
      }
    }
    return true
  }

  /// Whether a record stands in the block of a rule that another record of it and, where the rule has a list, a value name.
  func stands(
    _ record: RecordNumber, besides other: RecordNumber, value: Int32, on rule: BlockRule
  ) -> Bool {
    rule.parts.allSatisfy { part in
      let code = code(record, part)
      guard code != 0 else { return false }
      guard part == rule.list else { return code == self.code(other, part) }
      let table = tables[fields[part].table]
      return table.elements[table.list(code)].contains(value)
    }
  }

  private func sharesElement(
    _ left: RecordNumber, _ right: RecordNumber, _ field: Int
  ) -> Bool {
    let second = code(right, field)
    guard second != 0 else { return false }
    let table = tables[fields[field].table]
    return TokenOverlap.isAnyShared(
      table.elements.span.extracting(table.list(code(left, field))),
      table.elements.span.extracting(table.list(second)))
  }

  /// The smallest value that the lists of two records have in common, of those that are asked for; 0 if there is none.
  @inline(__always)
  func firstShared(
    _ left: RecordNumber, _ right: RecordNumber, _ field: Int,
    where isMeant: (Int32) -> Bool = { _ in true }
  ) -> Int32 {
    let table = tables[fields[field].table]
    let (first, second) = (table.list(code(left, field)), table.list(code(right, field)))
    var (one, other) = (first.lowerBound, second.lowerBound)
    while one < first.upperBound, other < second.upperBound {
      let (a, b) = (table.elements[one], table.elements[other])
      if a == b && isMeant(a) { return a }
      if a <= b { one += 1 }
      if b <= a { other += 1 }
    }
    return 0
  }
}
