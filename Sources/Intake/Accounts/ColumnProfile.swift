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
  /// The least number, or the first day of a date, counted from 1970.
  public private(set) var least: Int?
  /// The greatest number, or the last such day.
  public private(set) var greatest: Int?
  /// For a column of codes, how often each came, in the contract's order.
  public private(set) var codeCounts: [Int]
  /// The shapes met most often: letters as `A` and `a`, digits as `9`.
  public private(set) var shapes = ShapeTally()
  private var distinct = DistinctEstimate()
  private let hasNumbers: Bool
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
    showsShapes = codeCounts.isEmpty && !hasNumbers && !column.isSensitive
  }

  /// About how many different values there are: exact up to some dozens, within a few percent above.
  public var distinctEstimate: Int { distinct.count }

  mutating func note(_ cell: Cell, in text: [UInt8], _ problem: ProblemCode?) {
    switch cell.state {
    case .absent: absent += 1
    case .invalid: invalid += 1
    case .present: notePresent(cell, in: text)
    }
  }

  private mutating func notePresent(_ cell: Cell, in text: [UInt8]) {
    present += 1
    if hasNumbers {
      if cell.number < least ?? .max { least = cell.number }
      if cell.number > greatest ?? .min { greatest = cell.number }
      distinct.note(UInt64(bitPattern: Int64(cell.number)))
    } else if !codeCounts.isEmpty {
      if codeCounts[cell.number] == 0 { distinct.note(UInt64(cell.number)) }
      codeCounts[cell.number] += 1
    } else {
      distinct.note(QuickHash.hash(text.span.extracting(cell.text.indices)))
      // A shape is slow to take, and one in sixteen shows which shapes there are.
      if showsShapes && present & 15 == 1 {
        shapes.note(text.span.extracting(cell.text.indices))
      }
    }
  }
}
