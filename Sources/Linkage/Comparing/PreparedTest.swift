/// What is known of a condition about two records: missing data make it unknown, never false.
enum Truth: UInt8 {
  case no
  case yes
  case unknown

  init(_ holds: Bool) { self = holds ? .yes : .no }

  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}

/// One test, with the values it looks at close by.
///
/// A class, so that it is handed on without its arrays being counted one by one.
final class PreparedTest: Sendable {
  private let kind: TestKind
  private let field: Int
  private let secondField: Int
  private let bound: Double
  private let limit: Int
  private let values: ComparedValues
  private let isList: Bool
  private let listEnds: [UInt32]
  private let elements: [Int32]

  init(_ call: TestCall, in table: RecordTable, place: (Expression) -> Int) {
    guard let kind = TestKind(rawValue: call.name) else {
      preconditionFailure("settings with unknown tests are not accepted")
    }
    self.kind = kind
    field = place(call.inputs[0])
    secondField = call.inputs.count > 1 ? place(call.inputs[1]) : -1
    bound = call.bound?.number ?? 0
    limit = Int(max(-1e9, min(1e9, bound)))
    let own = table.tables[table.fields[field].table]
    isList = own.kind == .list
    listEnds = own.listEnds
    elements = own.elements
    let compared = isList && own.elementTable >= 0 ? table.tables[own.elementTable] : own
    values = ComparedValues(compared, for: kind)
  }

  /// Whether pairs of records pass.
  func truths(of pairs: PairList, _ table: borrowing RecordTable) -> [Truth] {
    switch kind {
    case .swapped, .crossed: crosswise(pairs, table)
    default: fieldwise(pairs, table)
    }
  }

  private func fieldwise(_ pairs: PairList, _ table: borrowing RecordTable) -> [Truth] {
    var truths = [Truth](repeating: .unknown, count: pairs.count)
    let (values, kind, field, bound, limit) = (self.values, self.kind, self.field, bound, limit)
    let rows = table.rows.span
    let width = table.width
    for index in truths.indices {
      let first = rows[Int(pairs.left[index]) &* width &+ field]
      let second = rows[Int(pairs.right[index]) &* width &+ field]
      if first == 0 || second == 0 { continue }
      if isList {
        truths[index] = Truth(listHolds(first, second))
      } else if kind == .exact && !values.hasPartialDates {
        truths[index] = Truth(first == second)
      } else {
        truths[index] = values.truth(kind, first, second, bound: bound, limit: limit)
      }
    }
    return truths
  }

  private func crosswise(_ pairs: PairList, _ table: borrowing RecordTable) -> [Truth] {
    var truths = [Truth](repeating: .unknown, count: pairs.count)
    let rows = table.rows.span
    for index in truths.indices {
      let left = Int(pairs.left[index]) &* table.width
      let right = Int(pairs.right[index]) &* table.width
      truths[index] = crosswise(
        rows[left &+ field], rows[left &+ secondField], rows[right &+ field],
        rows[right &+ secondField])
    }
    return truths
  }

  private func crosswise(
    _ first: Int32, _ otherFirst: Int32, _ second: Int32, _ otherSecond: Int32
  ) -> Truth {
    let forth = equal(first, otherSecond)
    let back = equal(second, otherFirst)
    if kind == .swapped {
      // Two records with one name in both places agree, and nothing is swapped.
      if forth == .yes, back == .yes { return Truth(first != otherFirst) }
      return forth == .no || back == .no ? .no : .unknown
    }
    if forth == .yes || back == .yes { return .yes }
    return forth == .unknown || back == .unknown ? .unknown : .no
  }

  private func equal(_ first: Int32, _ second: Int32) -> Truth {
    first == 0 || second == 0 ? .unknown : Truth(first == second)
  }

  private func listHolds(_ first: Int32, _ second: Int32) -> Bool {
    let elements = self.elements
    let left = list(first)
    let right = list(second)
    switch kind {
    case .jaccard:
      return TokenOverlap.reaches(
        bound, elements.span.extracting(left), elements.span.extracting(right))
    case .overlap:
      return TokenOverlap.overlapCoefficient(
        elements.span.extracting(left), elements.span.extracting(right)) >= bound
    case .shared:
      return TokenOverlap.sharedCount(
        elements.span.extracting(left), elements.span.extracting(right)) >= limit
    case .exact:
      return TokenOverlap.isAnyShared(
        elements.span.extracting(left), elements.span.extracting(right))
    default:
      for one in left {
        for other in right where holds(elements[one], elements[other]) { return true }
      }
      return false
    }
  }

  private func list(_ code: Int32) -> Range<Int> {
    Int(listEnds[Int(code) - 1])..<Int(listEnds[Int(code)])
  }

  private func holds(_ first: Int32, _ second: Int32) -> Bool {
    if kind == .exact { return first == second }
    return values.holds(kind, first, second, bound: bound, limit: limit)
  }
}
