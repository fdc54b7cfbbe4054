/// How one field of the records is made.
enum FieldOrigin: Hashable, Sendable {
  /// A column of the files.
  case column(Int)
  /// A function of the values of another field.
  case mapped(FeatureFunction, number: Int, of: Int)
  /// A function of several fields of one record.
  case combined(FeatureFunction, of: [Int])
}

/// Every field that the settings speak of, each once, inputs before what is made of them.
struct FieldPlan: Sendable {
  private(set) var expressions: [Expression] = []
  private(set) var origins: [FieldOrigin] = []
  /// Fields that comparisons and blocking look at, in ascending order.
  private(set) var used: [Int] = []
  /// Fields whose texts are looked at, and not only whether they are equal.
  private(set) var needingText: Set<Int> = []
  private let columns: [ColumnSettings]

  init(_ settings: LinkageSettings) {
    columns = settings.columns
    for comparison in settings.comparisons {
      for level in comparison.levels {
        for test in level.condition?.tests ?? [] { use(test) }
        if let frequency = level.frequencyOf { use(frequency) }
      }
      // Levels are remembered by the columns they depend on, where these are few.
      let inputs = comparison.levels.flatMap { $0.condition?.tests ?? [] }.flatMap(\.inputs)
      let roots = roots(of: inputs)
      if roots.count <= 2 { for root in roots where !used.contains(root) { used.append(root) } }
    }
    let training = settings.training
    let taught = training.blocks.isEmpty ? AutomaticBlocks(settings).rules : training.blocks
    let rules = settings.blocking + training.certainRules + taught
    for rule in rules { for part in rule.parts { use(part) } }
    for expression in settings.clusters.neverTwo { use(expression) }
    for condition in settings.clusters.never { for test in condition.tests { use(test) } }
    used.sort()
  }

  /// The number of the field that an expression stands for.
  func field(_ expression: Expression) -> Int {
    guard let number = expressions.firstIndex(of: expression) else {
      preconditionFailure("the expression was not planned")
    }
    return number
  }

  /// The columns' fields on which expressions depend, in ascending order.
  func roots(of inputs: [Expression]) -> [Int] {
    Set(inputs.flatMap { roots(of: field($0)) }).sorted()
  }

  private func roots(of field: Int) -> [Int] {
    switch origins[field] {
    case .column: [field]
    case .mapped(_, _, let input): roots(of: input)
    case .combined(_, let inputs): inputs.flatMap { roots(of: $0) }
    }
  }

  private mutating func use(_ test: TestCall) {
    for input in test.inputs {
      use(input)
      if test.name != "exact" { needingText.insert(field(input)) }
    }
  }

  private mutating func use(_ expression: Expression) {
    let field = add(expression)
    if !used.contains(field) { used.append(field) }
  }

  private mutating func add(_ expression: Expression) -> Int {
    if let known = expressions.firstIndex(of: expression) { return known }
    let origin: FieldOrigin
    switch expression {
    case .column(let name):
      guard let column = columns.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("settings with unknown columns are not accepted")
      }
      origin = .column(column)
    case .call(let name, let inputs, let numbers):
      guard let function = FeatureFunction(rawValue: name) else {
        preconditionFailure("settings with unknown functions are not accepted")
      }
      let fields = inputs.map { add($0) }
      needingText.formUnion(fields)
      origin =
        function.isCombined
        ? .combined(function, of: fields)
        : .mapped(function, number: numbers.first ?? 0, of: fields[0])
    }
    expressions.append(expression)
    origins.append(origin)
    return expressions.count - 1
  }
}
