/// The conditions of one comparison, flattened for looking up levels of many pairs.
struct ComparisonProgram: Sendable {
  private enum Node: Sendable {
    case test(Int)
    case all(Range<Int>)
    case any(Range<Int>)
    case not(Int)
  }

  private var nodes: [Node] = []
  private var children: [Int] = []
  private var tests: [PreparedTest] = []
  private var roots: [Int] = []
  /// The number of the level «anything else»; it is also the number of levels.
  let lastLevel: Int

  init(_ comparison: ComparisonSettings, in table: RecordTable, place: (Expression) -> Int) {
    lastLevel = comparison.levels.count
    for level in comparison.levels {
      guard let condition = level.condition else { continue }
      roots.append(add(condition, table, place))
    }
  }

  /// A program of one condition alone.
  init(_ condition: Condition, in table: RecordTable, place: (Expression) -> Int) {
    lastLevel = 2
    roots.append(add(condition, table, place))
  }

  private mutating func add(
    _ condition: Condition, _ table: RecordTable, _ place: (Expression) -> Int
  ) -> Int {
    let node: Node
    switch condition {
    case .test(let call):
      tests.append(PreparedTest(call, in: table, place: place))
      node = .test(tests.count - 1)
    case .all(let parts): node = .all(add(parts, table, place))
    case .any(let parts): node = .any(add(parts, table, place))
    case .not(let part): node = .not(add(part, table, place))
    }
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func add(
    _ parts: [Condition], _ table: RecordTable, _ place: (Expression) -> Int
  ) -> Range<Int> {
    let numbers = parts.map { add($0, table, place) }
    children += numbers
    return children.count - numbers.count..<children.count
  }

  /// The first level whose condition holds; 0 if none holds and one could not be judged.
  func level(_ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable) -> Int {
    var isUnknown = false
    for (index, root) in roots.enumerated() {
      switch truth(root, left, right, table) {
      case .yes: return index + 1
      case .unknown: isUnknown = true
      case .no: break
      }
    }
    return isUnknown ? 0 : lastLevel
  }

  private func truth(
    _ node: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable
  ) -> Truth {
    switch nodes[node] {
    case .test(let test): return tests[test].truth(left, right, table)
    case .not(let part): return truth(part, left, right, table).negated
    case .all(let parts):
      var result = Truth.yes
      for part in parts {
        switch truth(children[part], left, right, table) {
        case .no: return .no
        case .unknown: result = .unknown
        case .yes: break
        }
      }
      return result
    case .any(let parts):
      var result = Truth.no
      for part in parts {
        switch truth(children[part], left, right, table) {
        case .yes: return .yes
        case .unknown: result = .unknown
        case .no: break
        }
      }
      return result
    }
  }
}
