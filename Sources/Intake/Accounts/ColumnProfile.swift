import Vocabulary

/// What the values of one column look like, without any of them.
public struct ColumnProfile: Hashable, Sendable {
  /// The column's name in the contract.
  public let name: String
  /// How many cells had a good value.
  public private(set) var present = 0
  /// How many said nothing.
  public private(set) var absent = 0
  /// How many had a value that is not good.
  public private(set) var invalid = 0
  /// For a column of codes, how often each came, in the contract's order.
  public private(set) var codeCounts: [Int]
  /// The shapes met most often: letters as `A` and `a`, digits as `9`.
  public private(set) var shapes = ShapeTally()
  private var distinct = DistinctEstimate()
  private var leastSeen = Int.max
  private var greatestSeen = Int.min
  private let hasNumbers: Bool
  private let isDate: Bool
  private let isSensitive: Bool
  private let showsShapes: Bool

  init(of column: ColumnContract) {
    name = column.name
    switch column.type {
    case .code(let codes):
      codeCounts = Array(repeating: 0, count: codes.count)
      hasNumbers = false
    case .integer, .sessions, .money, .date:
      codeCounts = []
      hasNumbers = true
    default:
      codeCounts = []
      hasNumbers = false
    }
    if case .date = column.type { isDate = true } else { isDate = false }
    isSensitive = column.isSensitive
    showsShapes = codeCounts.isEmpty && !hasNumbers && !column.isSensitive
  }

  /// The least number, or the first day of the earliest date's month, counted from 1970; of a sensitive column, nothing.
  public var least: Int? { shown(leastSeen) }

  /// The greatest number, or the first day of the latest date's month.
  public var greatest: Int? { shown(greatestSeen) }

  /// A day tells too much: the earliest birth date is somebody's.
  private func shown(_ end: Int) -> Int? {
    guard leastSeen <= greatestSeen, !isSensitive else { return nil }
    guard isDate, let day = Day(daysSince1970: end) else { return end }
    return end - (day.day - 1)
  }

  /// About how many different values there are: exact up to some dozens, within a few percent above.
  public var distinctEstimate: Int { distinct.count }

  /// Adds what other rows have in the same column.
  mutating func add(_ other: ColumnProfile) {
    precondition(name == other.name, "two columns have nothing in common")
    present += other.present
    absent += other.absent
    invalid += other.invalid
    for index in codeCounts.indices { codeCounts[index] += other.codeCounts[index] }
    shapes.add(other.shapes)
    distinct.add(other.distinct)
    leastSeen = min(leastSeen, other.leastSeen)
    greatestSeen = max(greatestSeen, other.greatestSeen)
  }

  /// Notes that a cell says nothing.
  @inline(__always)
  mutating func noteAbsent() { absent += 1 }

  /// Notes a good value that is kept as it was given.
  @inline(__always)
  mutating func note(_ value: Span<UInt8>) {
    present += 1
    distinct.note(QuickHash.hash(value))
    if showsShapes && present & 15 == 1 { shapes.note(value) }
  }

  /// Notes a good value that is a number.
  @inline(__always)
  mutating func note(_ number: Int) {
    present += 1
    leastSeen = min(leastSeen, number)
    greatestSeen = max(greatestSeen, number)
    distinct.note(UInt64(bitPattern: Int64(number)))
  }

  mutating func note(_ cell: Cell, in text: borrowing BatchText) {
    switch cell.state {
    case .absent: absent += 1
    case .invalid: invalid += 1
    case .present: notePresent(cell, in: text)
    }
  }

  private mutating func notePresent(_ cell: Cell, in text: borrowing BatchText) {
    present += 1
    if cell.isRepeated {
      // What there is to know of the value itself is known.
      if !codeCounts.isEmpty { codeCounts[cell.number] += 1 }
    } else if hasNumbers {
      leastSeen = min(leastSeen, cell.number)
      greatestSeen = max(greatestSeen, cell.number)
      distinct.note(UInt64(bitPattern: Int64(cell.number)))
    } else if !codeCounts.isEmpty {
      if codeCounts[cell.number] == 0 { distinct.note(UInt64(cell.number)) }
      codeCounts[cell.number] += 1
    } else {
      distinct.note(text.withBytes(cell.text) { QuickHash.hash($0) })
    }
    // A shape is slow to take, and one in sixteen shows which shapes there are.
    if showsShapes && present & 15 == 1 { text.withBytes(cell.text) { shapes.note($0) } }
  }
}
