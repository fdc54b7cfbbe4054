/// The blocks of one rule: groups of records that agree on all its parts, each of two or more.
struct Blocks: Sendable {
  /// The records, block after block, ascending in each.
  var members: [RecordNumber] = []
  /// Where each block ends.
  var ends: [Int] = []
  /// For rules with a list: the value of the list that the block is of.
  var values: [Int32] = []

  var count: Int { ends.count }

  func range(_ block: Int) -> Range<Int> {
    (block == 0 ? 0 : ends[block - 1])..<ends[block]
  }

  mutating func append(_ records: ArraySlice<RecordNumber>, value: Int32) {
    members += records
    ends.append(members.count)
    values.append(value)
  }
}

/// Finds the blocks of a rule by numbering what its records agree on.
struct BlockFinder {
  let table: RecordTable
  let rule: BlockRule
  /// The records that are blocked; nil for all.
  let flagged: [Bool]?

  func find() -> Blocks {
    var records: [RecordNumber] = []
    var groups: [Int32] = []
    var values: [Int32] = [0]
    let expected = min(table.count, 1 << 20)
    var coders = rule.parts.map { _ in PairCoder(capacity: expected) }
    records.reserveCapacity(table.count)
    groups.reserveCapacity(table.count)
    for record in 0..<RecordNumber(table.count) {
      if let flagged, !flagged[Int(record)] { continue }
      guard let group = plainGroup(record, &coders) else { continue }
      guard let list = rule.list else {
        records.append(record)
        groups.append(group)
        continue
      }
      let lists = table.tables[table.fields[list].table]
      let last = rule.parts.count - 1
      for element in lists.elements[lists.list(table.code(record, list))] {
        let (code, isNew) = coders[last].code(group, element)
        if isNew { values.append(element) }
        records.append(record)
        groups.append(code)
      }
    }
    return grouped(records, groups, values)
  }

  /// The number of what a record has in the parts that are no list; nil if it lacks one.
  @inline(__always)
  private func plainGroup(_ record: RecordNumber, _ coders: inout [PairCoder]) -> Int32? {
    var group: Int32 = 0
    var place = 0
    for part in rule.parts {
      let code = table.code(record, part)
      if code == 0 { return nil }
      if part == rule.list { continue }
      group = place == 0 ? code : coders[place - 1].code(group, code).code
      place += 1
    }
    return group
  }

  /// Counts, then places: the records of a group keep their order.
  private func grouped(
    _ records: [RecordNumber], _ groups: [Int32], _ values: [Int32]
  ) -> Blocks {
    let most = Int(groups.max() ?? 0)
    var places = [Int](repeating: 0, count: most + 2)
    for group in groups { places[Int(group) + 1] += 1 }
    // Groups of one have no pairs and take no room.
    var blocks = Blocks()
    var next = 0
    for group in 0...most {
      let size = places[group + 1]
      places[group + 1] = 0
      guard size > 1 else {
        places[group] = -1
        continue
      }
      places[group] = next
      next += size
      blocks.ends.append(next)
      blocks.values.append(rule.list == nil ? 0 : values[group])
    }
    blocks.members = Array(repeating: 0, count: next)
    for (record, group) in zip(records, groups) where places[Int(group)] >= 0 {
      blocks.members[places[Int(group)]] = record
      places[Int(group)] += 1
    }
    return blocks
  }
}
