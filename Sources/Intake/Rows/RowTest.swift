import Vocabulary

/// A condition of the contract with codes in place of words, so that a row is judged without comparing text.
final class RowTest: Sendable {
  enum Kind: UInt8 {
    case always, present, absent
    /// The cell's number is one of some: a code's place, yes as 1, no as 0.
    case numberIn
    case textIn
    case not, all
  }

  let kind: Kind
  let column: ColumnNumber
  let numbers: [Int]
  let texts: [[UInt8]]
  /// What is denied, or all that has to hold.
  let parts: [RowTest]

  private init(
    _ kind: Kind, _ column: ColumnNumber = 0, numbers: [Int] = [], texts: [[UInt8]] = [],
    parts: [RowTest] = []
  ) {
    self.kind = kind
    self.column = column
    self.numbers = numbers
    self.texts = texts
    self.parts = parts
  }

  /// Compiles a condition on some columns.
  static func compile(_ condition: RowCondition, _ columns: [ColumnContract]) -> RowTest {
    switch condition {
    case .always: RowTest(.always)
    case .present(let column): RowTest(.present, column)
    case .absent(let column): RowTest(.absent, column)
    case .isOneOf(let column, let words): compile(columns[column].type, column, words)
    case .not(let inner): RowTest(.not, parts: [compile(inner, columns)])
    case .all(let parts): RowTest(.all, parts: parts.map { compile($0, columns) })
    }
  }

  private static func compile(_ type: ColumnType, _ column: Int, _ words: [String]) -> RowTest {
    switch type {
    case .code(let codes):
      RowTest(
        .numberIn, column, numbers: codes.indices.filter { words.contains(codes[$0].meaning) })
    case .flag: RowTest(.numberIn, column, numbers: words.map { $0 == "yes" ? 1 : 0 })
    default: RowTest(.textIn, column, texts: words.map { Array($0.utf8) })
    }
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
      for index in test.numbers.indices where test.numbers[index] == cells[test.column].number {
        return true
      }
      return false
    case .textIn:
      return cells[test.column].state == .present
        && test.texts.contains { equals(cells[test.column].text, $0) }
    case .not: return !holds(test.parts[0])
    case .all:
      for index in test.parts.indices where !holds(test.parts[index]) { return false }
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
