/// What is computed from the columns of one record: a column, or a function of expressions.
///
/// `surname`, `first(forename, 3)`, `year(born)`, `join(forename, surname)`.
public indirect enum Expression: Hashable, Sendable {
  /// A column by its name in the settings.
  case column(String)
  /// A function of other expressions, with numbers after them.
  case call(String, [Expression], [Int])

  /// The expression as it is written; two expressions of one text are one feature.
  public var text: String {
    switch self {
    case .column(let name): name
    case .call(let name, let inputs, let numbers):
      "\(name)(\((inputs.map(\.text) + numbers.map(String.init)).joined(separator: ", ")))"
    }
  }
}

/// A bound on the result of a test: `>= 0.92`.
public struct Bound: Hashable, Sendable {
  /// How the result is to lie to the number.
  public enum Relation: String, Hashable, Sendable {
    case atLeast = ">="
    case atMost = "<="
  }

  /// How the result is to lie to the number.
  public let relation: Relation
  /// The number.
  public let number: Double
}

/// A question about two records: `jaro_winkler(surname) >= 0.92`.
public struct TestCall: Hashable, Sendable {
  /// The name of the test.
  public let name: String
  /// What of the two records is compared.
  public let inputs: [Expression]
  /// The bound on the result, for tests that measure.
  public let bound: Bound?

  /// The test as it is written.
  public var text: String {
    let call = "\(name)(\(inputs.map(\.text).joined(separator: ", ")))"
    guard let bound else { return call }
    return "\(call) \(bound.relation.rawValue) \(NumberText.text(bound.number))"
  }
}

/// A condition on two records: tests combined by and, or, not.
public indirect enum Condition: Hashable, Sendable {
  /// One test.
  case test(TestCall)
  /// All of them hold.
  case all([Condition])
  /// One of them holds.
  case any([Condition])
  /// It does not hold.
  case not(Condition)

  /// The condition as it is written.
  public var text: String {
    switch self {
    case .test(let test): test.text
    case .all(let parts): parts.map(\.bracketed).joined(separator: " and ")
    case .any(let parts): parts.map(\.bracketed).joined(separator: " or ")
    case .not(let part): "not \(part.bracketed)"
    }
  }

  private var bracketed: String {
    switch self {
    case .test, .not: text
    case .all, .any: "(\(text))"
    }
  }

  /// Every test in the condition, in the order written.
  public var tests: [TestCall] {
    switch self {
    case .test(let test): [test]
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .not(let part): part.tests
    }
  }
}

/// Numbers in settings and messages, without a needless fraction.
enum NumberText {
  static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
