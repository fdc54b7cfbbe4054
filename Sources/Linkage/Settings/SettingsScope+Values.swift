import YAMLFiles

/// What values expressions have, as far as the settings tell: numbers of different tables can't be compared.
extension SettingsScope {
  /// What an expression's values are; nil for one that is not understood.
  func kind(of expression: Expression) -> ValueKind? {
    switch expression {
    case .column(let name):
      guard let column = column(name) else { return nil }
      return column.separator == nil ? CellCleaner.kind(of: column.type) : .list
    case .call(let name, let inputs, _):
      guard let function = FeatureFunction(rawValue: name) else { return nil }
      if function.makesList { return .list }
      if function == .point { return .point }
      if !function.isCombined, inputs.first.flatMap(kind(of:)) == .list { return .list }
      return .text
    }
  }

  /// What the values in an expression's lists are, or its values themselves.
  func elementKind(of expression: Expression) -> ValueKind? {
    switch expression {
    case .column(let name): column(name).map { CellCleaner.kind(of: $0.type) }
    case .call(FeatureFunction.anyOf.rawValue, let inputs, _):
      inputs.first.flatMap(elementKind(of:))
    case .call(FeatureFunction.point.rawValue, _, _): .point
    case .call(let name, _, _): FeatureFunction(rawValue: name).map { _ in .text }
    }
  }

  /// What is wrong with the values that a function is given.
  func valueProblems(of function: FeatureFunction, _ inputs: [Expression]) -> [ScopeProblem] {
    switch function {
    case .words, .nicknames:
      wrong(inputs, in: function, wanted: "one text each record", kind) { $0 != .list }
    case .point: wrong(inputs, in: function, wanted: "numbers", kind) { $0 == .number }
    case .year, .month, .day:
      wrong(inputs, in: function, wanted: "dates", elementKind) { $0 == .date }
    case .anyOf: sharing(inputs, in: function.rawValue).map { [$0] } ?? []
    default: []
    }
  }

  private func wrong(
    _ inputs: [Expression], in function: FeatureFunction, wanted: String,
    _ kind: (Expression) -> ValueKind?, _ isGood: (ValueKind) -> Bool
  ) -> [ScopeProblem] {
    inputs.compactMap { input in
      guard let found = kind(input), !isGood(found) else { return nil }
      return ScopeProblem(
        what: "'\(function.rawValue)' wants \(wanted), and \(input.text) is \(found.inWords)",
        advice: nil)
    }
  }

  /// The problem with values that are compared with one another, if there is one: only columns of one type have their
  /// values numbered together.
  func sharing(_ inputs: [Expression], in name: String) -> ScopeProblem? {
    let types = inputs.map(columnType)
    guard let first = types.first, types.contains(where: { $0 == nil || $0 != first }) else {
      return nil
    }
    let words = zip(inputs, types).map { "\($0.text) is \($1?.name ?? "a function")" }
    return ScopeProblem(
      what: "'\(name)' wants columns of one type; \(words.joined(separator: ", "))",
      advice: "give the columns the same 'type'")
  }

  private func columnType(of expression: Expression) -> ColumnType? {
    switch expression {
    case .column(let name): column(name)?.type
    case .call(FeatureFunction.anyOf.rawValue, let inputs, _): inputs.first.flatMap(columnType)
    case .call: nil
    }
  }

  /// Reads an expression of which a person has one value at most.
  func single(_ value: inout ValueReader) -> Expression? {
    guard let expression = expression(&value) else { return nil }
    guard kind(of: expression) != .list else {
      return value.mistake(
        "\(expression.text) is a list, and two lists may differ and still be one person's",
        suggestion: "name a column with one value")
    }
    return expression
  }

  private func column(_ name: String) -> ColumnSettings? { columns.first { $0.name == name } }
}
