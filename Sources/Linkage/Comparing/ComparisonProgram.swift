/// The conditions of one comparison, made ready for finding the levels of many pairs at once.
///
/// Pairs go through the levels together: those that reach a level leave, the others go on to the
/// next. So what a test needs is fetched once for all pairs, and not again for each.
struct ComparisonProgram: Sendable {
  private indirect enum Node: Sendable {
    case test(PreparedTest)
    case all([Node])
    case any([Node])
    case not(Node)
  }

  private let conditions: [Node]
  /// The number of the level «anything else»; it is also the number of levels.
  let lastLevel: Int

  init(_ comparison: ComparisonSettings, in table: RecordTable, place: (Expression) -> Int) {
    lastLevel = comparison.levels.count
    conditions = comparison.levels.compactMap(\.condition).map { Self.node($0, table, place) }
  }

  /// A program of one condition alone, which is level 1.
  init(_ condition: Condition, in table: RecordTable, place: (Expression) -> Int) {
    lastLevel = 2
    conditions = [Self.node(condition, table, place)]
  }

  private static func node(
    _ condition: Condition, _ table: RecordTable, _ place: (Expression) -> Int
  ) -> Node {
    switch condition {
    case .test(let call): .test(PreparedTest(call, in: table, place: place))
    case .all(let parts): .all(parts.map { node($0, table, place) })
    case .any(let parts): .any(parts.map { node($0, table, place) })
    case .not(let part): .not(node(part, table, place))
    }
  }

  /// For each pair the first level whose condition holds; 0 if none holds and one could not be judged.
  func levels(of pairs: PairList, _ table: borrowing RecordTable) -> [UInt8] {
    var levels = [UInt8](repeating: UInt8(lastLevel), count: pairs.count)
    var waiting = WaitingPairs(pairs)
    for (index, condition) in conditions.enumerated() where !waiting.isEmpty {
      waiting.settle(by: truths(condition, waiting.pairs, table)) { place, truth in
        if truth == .yes { levels[place] = UInt8(index + 1) }
        if truth == .unknown { levels[place] = 0 }
        return truth == .yes
      }
    }
    return levels
  }

  /// The level of one pair.
  func level(_ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable) -> Int {
    Int(levels(of: PairList(left: [left], right: [right]), table)[0])
  }

  private func truths(
    _ node: Node, _ pairs: PairList, _ table: borrowing RecordTable
  ) -> [Truth] {
    switch node {
    case .test(let test): test.truths(of: pairs, table)
    case .not(let part): truths(part, pairs, table).map(\.negated)
    case .all(let parts): combined(parts, pairs, table, settling: .no, else: .yes)
    case .any(let parts): combined(parts, pairs, table, settling: .yes, else: .no)
    }
  }

  /// One part that settles the matter settles it; else one that is unknown leaves it unknown.
  private func combined(
    _ parts: [Node], _ pairs: PairList, _ table: borrowing RecordTable, settling: Truth,
    else otherwise: Truth
  ) -> [Truth] {
    var result = [Truth](repeating: otherwise, count: pairs.count)
    var waiting = WaitingPairs(pairs)
    for part in parts where !waiting.isEmpty {
      waiting.settle(by: truths(part, waiting.pairs, table)) { place, truth in
        if truth != otherwise { result[place] = truth }
        return truth == settling
      }
    }
    return result
  }
}

/// Pairs of which something is still to be found out, with their places among all that were asked for.
private struct WaitingPairs {
  private(set) var pairs: PairList
  private var places: [Int]

  init(_ pairs: PairList) {
    self.pairs = pairs
    places = Array(0..<pairs.count)
  }

  var isEmpty: Bool { places.isEmpty }

  /// Lets those go of which the body says that they are settled.
  @inline(__always)
  mutating func settle(by truths: [Truth], _ isSettled: (_ place: Int, Truth) -> Bool) {
    var kept = 0
    for index in truths.indices where !isSettled(places[index], truths[index]) {
      places[kept] = places[index]
      pairs.move(index, to: kept)
      kept += 1
    }
    places.removeLast(places.count - kept)
    pairs.keep(kept)
  }
}
