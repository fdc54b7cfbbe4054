import YAMLFiles

/// What expressions in settings may speak of: the columns, the functions, the tests.
struct SettingsScope {
  let columns: [ColumnSettings]

  // MARK: Expressions

  /// Reads a blocking rule: `surname, year(born)`, or a list of its parts.
  func rule(_ value: inout ValueReader) -> BlockingRule? {
    guard let texts = value.texts() else { return nil }
    var parts: [Expression] = []
    for text in texts {
      do { parts += try ExpressionParser.list(text) } catch {
        return value.mistake(
          "\(error.what) (character \(error.character) of '\(text)')",
          suggestion: Self.quoting(text))
      }
    }
    let found = problems(in: parts)
    for problem in found { value.mistake(problem.what, suggestion: problem.advice) as Void? }
    return found.isEmpty ? BlockingRule(parts: parts) : nil
  }

  /// What to do about a text that YAML has cut at a comma.
  private static func quoting(_ text: String) -> String? {
    let isOpen = text.count { $0 == "(" } > text.count { $0 == ")" }
    return isOpen ? "within [ ], put a text that has commas into quotes" : nil
  }

  /// Reads one expression.
  func expression(_ value: inout ValueReader) -> Expression? {
    guard let rule = rule(&value) else { return nil }
    guard rule.parts.count == 1 else { return value.mistake("one expression is wanted here") }
    return rule.parts[0]
  }

  /// Reads a condition.
  func condition(_ value: inout ValueReader) -> Condition? {
    guard let text = value.string() else { return nil }
    let condition: Condition
    do { condition = try ExpressionParser.condition(text) } catch {
      return value.mistake(
        "\(error.what) (character \(error.character))", suggestion: Self.quoting(text))
    }
    var found: [ScopeProblem] = []
    for test in condition.tests {
      found += TestKind.problems(in: test, scope: self)
      found += problems(in: test.inputs)
    }
    for problem in found { value.mistake(problem.what, suggestion: problem.advice) as Void? }
    return found.isEmpty ? condition : nil
  }

  /// What is wrong in expressions: unknown columns and functions, wrong numbers of inputs.
  func problems(in expressions: [Expression]) -> [ScopeProblem] {
    expressions.flatMap { problems(in: $0) }
  }

  private func problems(in expression: Expression) -> [ScopeProblem] {
    switch expression {
    case .column(let name):
      guard !columns.contains(where: { $0.name == name }) else { return [] }
      return [ScopeProblem.unknown("column", name, among: columns.map(\.name))]
    case .call(let name, let inputs, let numbers):
      guard let function = FeatureFunction(rawValue: name) else {
        return [
          ScopeProblem.unknown("function", name, among: FeatureFunction.allCases.map(\.rawValue))
        ]
      }
      let found =
        function.problems(inputs: inputs.count, numbers: numbers)
        + inputs.flatMap { problems(in: $0) }
      return found.isEmpty ? valueProblems(of: function, inputs) : found
    }
  }

  // MARK: Comparisons

  /// Reads a comparison: a template in a word, or a mapping with levels.
  func comparison(_ value: inout ValueReader) -> ComparisonSettings? {
    guard value.node.text != nil else { return value.mapping { comparison(&$0) } }
    return template(&value, name: nil)
  }

  private func comparison(_ reader: inout MappingReader) -> ComparisonSettings? {
    let name = reader.required("name") { $0.string() }
    if reader.has("like") {
      return reader.required("like") { template(&$0, name: name) }
    }
    let frequency = reader.optional("term_frequency") { expression(&$0) }
    let levels = reader.required("levels") { value in value.list { level(&$0, frequency) } }
    guard let name, var levels else { return nil }
    if levels.last?.condition != nil { levels.append(.anythingElse) }
    if levels.dropLast().contains(where: { $0.condition == nil }) {
      return reader.mistake("'else' can only be the last level", at: "levels")
    }
    if levels.count > PatternLimits.mostLevels {
      return reader.mistake(
        "a comparison has at most \(PatternLimits.mostLevels) levels", at: "levels")
    }
    return ComparisonSettings(name: name, levels: levels)
  }

  private func template(_ value: inout ValueReader, name: String?) -> ComparisonSettings? {
    guard let expression = expression(callingTemplate: &value) else { return nil }
    switch expression {
    case .column(let column):
      guard let settings = columns.first(where: { $0.name == column }) else {
        let problem = ScopeProblem.unknown("column", column, among: columns.map(\.name))
        return value.mistake(problem.what, suggestion: problem.advice)
      }
      return ComparisonTemplate.named(settings.type.name, inputs: 1)?
        .comparison(of: [expression], name: name ?? column)
    case .call(let template, let inputs, let numbers):
      guard numbers.isEmpty else {
        return value.mistake("'\(template)' compares expressions, and takes no number")
      }
      guard let found = ComparisonTemplate.named(template, inputs: inputs.count) else {
        let problem = ScopeProblem.unknown(
          "comparison of \(inputs.count)", template,
          among: ComparisonTemplate.all.filter { $0.inputs == inputs.count }.map(\.name))
        return value.mistake(problem.what, suggestion: problem.advice)
      }
      let wrong = problems(in: inputs)
      for problem in wrong { value.mistake(problem.what, suggestion: problem.advice) as Void? }
      guard wrong.isEmpty else { return nil }
      let comparison = found.comparison(
        of: inputs, name: name ?? inputs.map(\.text).joined(separator: " and "))
      let tests = comparison.levels.flatMap { $0.condition?.tests ?? [] }
      guard let unfit = tests.flatMap({ TestKind.problems(in: $0, scope: self) }).first else {
        return comparison
      }
      return value.mistake(unfit.what, suggestion: unfit.advice)
    }
  }

  private func expression(callingTemplate value: inout ValueReader) -> Expression? {
    guard let text = value.string() else { return nil }
    let expressions: [Expression]
    do { expressions = try ExpressionParser.list(text) } catch {
      return value.mistake("\(error.what) (character \(error.character))")
    }
    guard expressions.count == 1 else {
      return value.mistake(
        "one comparison is wanted here",
        suggestion: "write a line for each of the \(expressions.count)")
    }
    return expressions[0]
  }

  private func level(_ value: inout ValueReader, _ frequency: Expression?) -> LevelSettings? {
    guard value.node.text == nil else {
      if value.node.text == "else" { return .anythingElse }
      guard let condition = condition(&value) else { return nil }
      return LevelSettings(
        label: condition.text, condition: condition,
        frequencyOf: frequency.flatMap { Self.agrees(condition, on: $0) ? $0 : nil },
        frequencyWeight: 1, fixedM: nil, fixedU: nil)
    }
    return value.mapping { level(&$0, frequency) }
  }

  private func level(_ reader: inout MappingReader, _ frequency: Expression?) -> LevelSettings? {
    let isElse = reader.node("when")?.text == "else"
    let condition: Condition? =
      isElse ? nil : reader.required("when") { self.condition(&$0) }
    let label = reader.optional("label") { $0.string() }
    let own = reader.optional("term_frequency") { expression(&$0) }
    let weight = reader.optional("term_frequency_weight") { $0.fraction() }
    let m = reader.optional("m") { $0.fraction() }
    let u = reader.optional("u") { $0.fraction() }
    let isLocal = reader.optional("local") { $0.boolean() }
    guard isElse || condition != nil else { return nil }
    let shared = condition.flatMap { condition in
      frequency.flatMap { Self.agrees(condition, on: $0) ? $0 : nil }
    }
    return LevelSettings(
      label: label ?? condition?.text ?? "anything else", condition: condition,
      frequencyOf: own ?? shared, frequencyWeight: weight ?? 1, fixedM: m, fixedU: u,
      isLocal: isLocal ?? false)
  }

  /// Whether two records that meet the condition agree exactly on the expression.
  private static func agrees(_ condition: Condition, on expression: Expression) -> Bool {
    switch condition {
    case .test(let test): test.name == "exact" && test.inputs == [expression]
    case .all(let parts): parts.contains { agrees($0, on: expression) }
    case .any, .not: false
    }
  }
}

/// Something that settings speak of and that is not there.
struct ScopeProblem {
  let what: String
  let advice: String?

  static func unknown(_ kind: String, _ name: String, among known: [String]) -> ScopeProblem {
    let nearest = NearestWord.suggestion(for: name, among: known)
    return ScopeProblem(
      what: "there is no \(kind) '\(name)'",
      advice: nearest.map { "did you mean '\($0)'?" }
        ?? "there are: \(known.joined(separator: ", "))")
  }
}
