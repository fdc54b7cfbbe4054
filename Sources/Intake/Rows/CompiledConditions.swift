import Vocabulary

/// The contract's conditions with codes in place of words, so that a row is judged without comparing text.
struct CompiledConditions {
  indirect enum Condition {
    case always
    case present(Int)
    case absent(Int)
    /// The cell's number is one of these: a code's place, yes as 1, no as 0.
    case numberIn(Int, [Int])
    case textIn(Int, [[UInt8]])
    case not(Condition)
    case all([Condition])
  }

  let people: [Condition]
  let places: [Condition]
  let facts: [Condition]
  let relations: [Condition]

  init(_ contract: SourceContract) {
    let columns = contract.columns
    people = contract.people.map { Self.compile($0.condition, columns) }
    places = contract.places.map { Self.compile($0.condition, columns) }
    facts = contract.facts.map { Self.compile($0.condition, columns) }
    relations = contract.relations.map { Self.compile($0.condition, columns) }
  }

  private static func compile(_ condition: RowCondition, _ columns: [ColumnContract]) -> Condition {
    switch condition {
    case .always: .always
    case .present(let column): .present(column)
    case .absent(let column): .absent(column)
    case .isOneOf(let column, let words): compile(columns[column].type, column, words)
    case .not(let inner): .not(compile(inner, columns))
    case .all(let parts): .all(parts.map { compile($0, columns) })
    }
  }

  private static func compile(_ type: ColumnType, _ column: Int, _ words: [String]) -> Condition {
    switch type {
    case .code(let codes):
      .numberIn(column, codes.indices.filter { words.contains(codes[$0].meaning) })
    case .flag: .numberIn(column, words.map { $0 == "yes" ? 1 : 0 })
    default: .textIn(column, words.map { Array($0.utf8) })
    }
  }
}

extension RowReader {
  /// Whether a part of the contract applies to the row under way.
  func holds(_ condition: CompiledConditions.Condition) -> Bool {
    switch condition {
    case .always: true
    case .present(let column): cells[column].state == .present
    case .absent(let column): cells[column].state != .present
    case .numberIn(let column, let numbers):
      cells[column].state == .present && numbers.contains(cells[column].number)
    case .textIn(let column, let texts):
      cells[column].state == .present && texts.contains { equals(cells[column].text, $0) }
    case .not(let inner): !holds(inner)
    case .all(let parts): parts.allSatisfy { holds($0) }
    }
  }

  private func equals(_ range: TextRange, _ text: [UInt8]) -> Bool {
    guard Int(range.count) == text.count else { return false }
    for (offset, byte) in text.enumerated()
    where ASCII.lowercased(batch.records.text[Int(range.start) + offset]) != ASCII.lowercased(byte)
    {
      return false
    }
    return true
  }
}
