import Vocabulary

/// A condition of the contract with codes in place of words, so that a row is judged without comparing text.
struct RowTest: BitwiseCopyable {
  enum Kind: UInt8 {
    case always, present, absent
    /// The cell's number is one of some: a code's place, yes as 1, no as 0.
    case numberIn
    case textIn
    case not, all
  }

  let kind: Kind
  let column: ColumnNumber
  private let start: Int
  private let end: Int

  fileprivate init(_ kind: Kind, _ column: ColumnNumber = 0, _ items: Range<Int> = 0..<0) {
    self.kind = kind
    self.column = column
    (start, end) = (items.lowerBound, items.upperBound)
  }

  /// Which of the lists' numbers, texts or tests it is about.
  var items: Range<Int> { start..<end }
}

/// What the tests of a contract are about, in lists that all of them share: a test itself is a few numbers, and no object
/// is asked for with each row.
struct RowTestLists: Sendable {
  fileprivate var numbers: [Int] = []
  fileprivate var texts: [[UInt8]] = []
  /// What is denied, or all that has to hold.
  fileprivate var parts: [RowTest] = []

  /// Compiles a condition on some columns.
  mutating func compile(_ condition: RowCondition, _ columns: [ColumnContract]) -> RowTest {
    switch condition {
    case .always: RowTest(.always)
    case .present(let column): RowTest(.present, column)
    case .absent(let column): RowTest(.absent, column)
    case .isOneOf(let column, let words): compile(columns[column].type, column, words)
    case .not(let inner): RowTest(.not, 0, compile([inner], columns))
    case .all(let inner): RowTest(.all, 0, compile(inner, columns))
    }
  }

  private mutating func compile(
    _ conditions: [RowCondition], _ columns: [ColumnContract]
  ) -> Range<Int> {
    // Each brings its own parts first, so that these stand together.
    let tests = conditions.map { compile($0, columns) }
    return Self.add(tests, to: &parts)
  }

  private mutating func compile(
    _ type: ColumnType, _ column: Int, _ words: [String]
  ) -> RowTest {
    switch type {
    case .code(let codes):
      let places = codes.indices.filter { words.contains(codes[$0].meaning) }
      return RowTest(.numberIn, column, Self.add(places, to: &numbers))
    case .flag:
      return RowTest(
        .numberIn, column, Self.add(words.map { $0 == "yes" ? 1 : 0 }, to: &numbers))
    default:
      return RowTest(.textIn, column, Self.add(words.map { Array($0.utf8) }, to: &texts))
    }
  }

  private static func add<Item>(_ items: [Item], to list: inout [Item]) -> Range<Int> {
    list += items
    return list.count - items.count..<list.count
  }
}

extension RowReader {
  /// Whether a part of the contract applies to the row under way.
  @inline(__always)
  mutating func holds(_ test: RowTest) -> Bool { test.kind == .always || holdsHere(test) }

  private mutating func holdsHere(_ test: RowTest) -> Bool {
    switch test.kind {
    case .always: return true
    case .present: return cells[test.column].state == .present
    case .absent: return cells[test.column].state != .present
    case .numberIn:
      guard cells[test.column].state == .present else { return false }
      for item in test.items where plan.tests.numbers[item] == cells[test.column].number {
        return true
      }
      return false
    case .textIn:
      guard cells[test.column].state == .present else { return false }
      return test.items.contains { equals(cells[test.column].text, plan.tests.texts[$0]) }
    case .not: return !holds(plan.tests.parts[test.items.lowerBound])
    case .all:
      for item in test.items where !holds(plan.tests.parts[item]) { return false }
      return true
    }
  }

  private mutating func equals(_ range: TextRange, _ word: [UInt8]) -> Bool {
    guard Int(range.count) == word.count else { return false }
    for (offset, byte) in word.enumerated()
    where ASCII.lowercased(text[Int(range.start) + offset]) != ASCII.lowercased(byte) {
      return false
    }
    return true
  }
}
