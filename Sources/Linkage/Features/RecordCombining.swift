/// Functions of several fields of one record: joined, sorted, any of, point.
struct RecordCombining {
  let function: FeatureFunction
  let inputs: [[Int32]]
  let tables: [ValueTable]
  let inputTables: [Int]
  /// Whether anything looks at the texts of joined values, and not only at their being equal.
  let needsText: Bool

  /// The table of results and each record's code in it.
  func apply() -> (table: ValueTable, codes: [Int32]) {
    let count = inputs[0].count
    var result = ValueTable(
      function == .point ? .point : function == .anyOf ? .list : .text)
    if !needsText, function == .join || function == .sorted && sharesTable {
      result.memberTables = inputTables
    }
    let firsts = EqualKeys.firsts(of: keys)
    var codes = [Int32](repeating: 0, count: count)
    var members = [Int32](repeating: 0, count: inputs.count)
    for (record, first) in firsts.enumerated() where first >= 0 {
      if first == record {
        fill(record, &members)
        codes[record] = add(members, to: &result)
      } else {
        codes[record] = codes[Int(first)]
      }
    }
    result.elementTable = function == .anyOf ? elementTable : -1
    return (result, codes)
  }

  /// One word for each combination of the inputs.
  private var keys: [UInt64] {
    let bases = inputs.map { UInt64($0.max() ?? 0) + 1 }
    return PackedKeys(bases: bases, needsAll: function != .anyOf).keys(
      count: inputs[0].count, fill)
  }

  @inline(__always)
  private func fill(_ record: Int, _ members: inout [Int32]) {
    for input in inputs.indices { members[input] = inputs[input][record] }
    if function == .sorted, sharesTable { members.sort() }
  }

  private var sharesTable: Bool { inputTables.allSatisfy { $0 == inputTables[0] } }

  /// The table of the list's elements, which all inputs have to share.
  private var elementTable: Int {
    let table = tables[inputTables[0]]
    return table.kind == .list ? table.elementTable : inputTables[0]
  }

  private func add(_ members: [Int32], to result: inout ValueTable) -> Int32 {
    if !result.memberTables.isEmpty { return result.add(combination: members) }
    switch function {
    case .join: return result.add(text: joined(members, sorted: false).span)
    case .sorted: return result.add(text: joined(members, sorted: true).span)
    case .point:
      let (latitude, longitude) = (tables[inputTables[0]], tables[inputTables[1]])
      return result.add(
        latitude: latitude.numbers[Int(members[0])], longitude: longitude.numbers[Int(members[1])])
    default: return result.add(list: union(members))
    }
  }

  private func joined(_ members: [Int32], sorted: Bool) -> [UInt8] {
    var texts: [[UInt8]] = members.indices.map { index in
      let texts = tables[inputTables[index]].texts
      return Array(texts.bytes[texts.range(of: members[index])])
    }
    if sorted { texts.sort { $0.lexicographicallyPrecedes($1) } }
    return Array(texts.joined(separator: [UInt8(ascii: " ")]))
  }

  private func union(_ members: [Int32]) -> [Int32] {
    var all: Set<Int32> = []
    for index in members.indices where members[index] != 0 {
      let table = tables[inputTables[index]]
      if table.kind == .list {
        all.formUnion(table.elements[table.list(members[index])])
      } else {
        all.insert(members[index])
      }
    }
    return all.sorted()
  }
}
