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
    var codes = [Int32](repeating: 0, count: count)
    var coders = (1..<inputs.count).map { _ in PairCoder(capacity: min(count, 1 << 20)) }
    // For each combination that came, its code in the result; they are numbered as they come.
    var known: [Int32] = [0]
    var members = [Int32](repeating: 0, count: inputs.count)
    let needsAll = function != .anyOf
    record: for record in 0..<count {
      var isAny = false
      for input in inputs.indices {
        members[input] = inputs[input][record]
        if members[input] != 0 { isAny = true } else if needsAll { continue record }
      }
      guard isAny else { continue }
      if function == .sorted, sharesTable { members.sort() }
      var combined = members[0]
      for input in 1..<members.count {
        let (code, isNew) = coders[input - 1].code(combined, members[input])
        combined = code
        if isNew, input == members.count - 1 { known.append(add(members, to: &result)) }
      }
      codes[record] = known[Int(combined)]
    }
    result.elementTable = function == .anyOf ? elementTable : -1
    return (result, codes)
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
