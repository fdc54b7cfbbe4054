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

/// Finds the blocks of a rule: what its records agree on becomes a key, and equal keys a block.
struct BlockFinder {
  let table: RecordTable
  let rule: BlockRule
  /// The records that are blocked; nil for all.
  let flagged: [Bool]?

  func find() -> Blocks {
    guard let list = rule.list else {
      let packing = packing(of: rule.parts)
      let (table, rule, flagged) = (table, rule, flagged)
      let keys = packing.keys(count: table.count) { record, codes in
        let isBlocked = flagged?[record] ?? true
        for (place, part) in rule.parts.enumerated() {
          codes[place] = isBlocked ? table.code(RecordNumber(record), part) : 0
        }
      }
      return grouped(EqualKeys.firsts(of: keys), record: { RecordNumber($0) }, value: { _ in 0 })
    }
    return find(list: list)
  }

  /// A record is in a block for each value of its list.
  private func find(list: Int) -> Blocks {
    let lists = table.tables[table.fields[list].table]
    var entries: [(record: RecordNumber, element: Int32)] = []
    for record in 0..<RecordNumber(table.count) where flagged?[Int(record)] ?? true {
      let code = table.code(record, list)
      guard code != 0 else { continue }
      for element in lists.elements[lists.list(code)] { entries.append((record, element)) }
    }
    let parts = rule.parts.filter { $0 != list }
    var packing = packing(of: parts)
    packing.bases.append(UInt64(entries.lazy.map(\.element).max() ?? 0) + 1)
    let (table, found) = (table, entries)
    let keys = packing.keys(count: found.count) { entry, codes in
      for (place, part) in parts.enumerated() {
        codes[place] = table.code(found[entry].record, part)
      }
      codes[parts.count] = found[entry].element
    }
    return grouped(
      EqualKeys.firsts(of: keys), record: { found[$0].record }, value: { found[$0].element })
  }

  private func packing(of parts: [Int]) -> PackedKeys {
    PackedKeys(
      bases: parts.map { UInt64(table.fields[$0].frequencies.count) }, needsAll: true)
  }

  /// Counts, then places: blocks stand in the order of their first records.
  @inline(__always)
  private func grouped(
    _ firsts: [Int32], record: (Int) -> RecordNumber, value: (Int) -> Int32
  ) -> Blocks {
    var places = [Int32](repeating: 0, count: firsts.count)
    for first in firsts where first >= 0 { places[Int(first)] += 1 }
    // Groups of one have no pairs and take no room.
    var blocks = Blocks()
    var next = 0
    for entry in places.indices {
      let size = Int(places[entry])
      guard size > 1 else {
        places[entry] = -1
        continue
      }
      places[entry] = Int32(next)
      next += size
      blocks.ends.append(next)
      blocks.values.append(value(entry))
    }
    blocks.members = Array(repeating: 0, count: next)
    for (entry, first) in firsts.enumerated() where first >= 0 && places[Int(first)] >= 0 {
      blocks.members[Int(places[Int(first)])] = record(entry)
      places[Int(first)] += 1
    }
    return blocks
  }
}
