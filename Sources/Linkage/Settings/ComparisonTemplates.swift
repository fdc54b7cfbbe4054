/// Comparisons that are used so often that a word is enough: `name(forename)`, `date(born)`.
///
/// A template is only a shorter way to write levels; docs/linkage.md lists what each stands for.
struct ComparisonTemplate: Sendable {
  /// One level with `x`, `y` in place of the inputs.
  struct Level: Sendable {
    let label: String
    let condition: String
    var frequencyOf: String?
    var frequencyWeight = 1.0
  }

  let name: String
  let inputs: Int
  let levels: [Level]

  static func named(_ name: String, inputs: Int) -> ComparisonTemplate? {
    all.first { $0.name == name && $0.inputs == inputs }
  }

  static let all: [ComparisonTemplate] = [
    name, names, date, postcode, address, addressAndPostcode, text, code, identifier, number,
  ]

  private static let name = ComparisonTemplate(
    name: "name", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(
        label: "nearly equal", condition: "jaro_winkler(x) >= 0.92", frequencyOf: "x",
        frequencyWeight: 0.5),
      Level(label: "forms of one name", condition: "nickname(x)"),
      Level(label: "similar or an initial", condition: "jaro_winkler(x) >= 0.8 or initial(x)"),
    ])

  private static let names = ComparisonTemplate(
    name: "names", inputs: 2,
    levels: [
      Level(
        label: "both equal", condition: "exact(x) and exact(y)", frequencyOf: "join(x, y)"),
      Level(label: "swapped", condition: "swapped(x, y)"),
      Level(
        label: "surname equal, forename nearly",
        condition: "exact(y) and (jaro_winkler(x) >= 0.92 or nickname(x))", frequencyOf: "y"),
      Level(
        label: "forename equal, surname nearly",
        condition: "exact(x) and jaro_winkler(y) >= 0.92", frequencyOf: "x"),
      Level(
        label: "both similar",
        condition:
          "(jaro_winkler(x) >= 0.8 or nickname(x) or initial(x)) and jaro_winkler(y) >= 0.8"),
      Level(label: "surname equal only", condition: "exact(y)", frequencyOf: "y"),
      Level(label: "forename equal only", condition: "exact(x)", frequencyOf: "x"),
    ])

  private static let date = ComparisonTemplate(
    name: "date", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(
        label: "one slip of the pen",
        condition: "one_digit(x) or day_month_swapped(x) or transposed(x)"),
      Level(label: "one part differs", condition: "one_part(x)"),
      Level(label: "within a year", condition: "years_apart(x) <= 1"),
      Level(label: "within five years", condition: "years_apart(x) <= 5"),
    ])

  private static let postcode = ComparisonTemplate(
    name: "postcode", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(label: "one slip of the pen", condition: "damerau_levenshtein(x) <= 1"),
      Level(label: "same sector", condition: "exact(sector(x))"),
      Level(label: "same district", condition: "exact(district(x))"),
    ])

  private static let address = ComparisonTemplate(
    name: "address", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(label: "most words", condition: "jaccard(words(x)) >= 0.6 or bigrams(x) >= 0.8"),
      Level(label: "some words", condition: "jaccard(words(x)) >= 0.3 or bigrams(x) >= 0.6"),
    ])

  private static let addressAndPostcode = ComparisonTemplate(
    name: "address", inputs: 2,
    levels: [
      Level(label: "equal", condition: "exact(x) and exact(y)", frequencyOf: "join(x, y)"),
      Level(
        label: "nearly equal",
        condition: "jaccard(words(x)) >= 0.5 and damerau_levenshtein(y) <= 1",
        frequencyOf: "y", frequencyWeight: 0.5),
      Level(label: "same postcode", condition: "exact(y)", frequencyOf: "y"),
      Level(label: "address alike", condition: "jaccard(words(x)) >= 0.5"),
      Level(label: "same district", condition: "exact(district(y))"),
    ])

  private static let text = ComparisonTemplate(
    name: "text", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(
        label: "nearly equal", condition: "jaro_winkler(x) >= 0.9", frequencyOf: "x",
        frequencyWeight: 0.5),
      Level(label: "similar", condition: "jaro_winkler(x) >= 0.8"),
    ])

  private static let code = ComparisonTemplate(
    name: "code", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(label: "one slip of the pen", condition: "damerau_levenshtein(x) <= 1"),
      Level(label: "two slips of the pen", condition: "damerau_levenshtein(x) <= 2"),
    ])

  private static let identifier = ComparisonTemplate(
    name: "identifier", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)"),
      Level(label: "one slip of the pen", condition: "damerau_levenshtein(x) <= 1"),
    ])

  private static let number = ComparisonTemplate(
    name: "number", inputs: 1,
    levels: [
      Level(label: "equal", condition: "exact(x)", frequencyOf: "x"),
      Level(label: "within a tenth", condition: "percent_apart(x) <= 10"),
    ])

  /// The levels for inputs, with «anything else» as the last.
  func comparison(of expressions: [Expression], name: String) -> ComparisonSettings {
    var written = levels.map { level in
      LevelSettings(
        label: level.label, condition: condition(level.condition).replacing(expressions),
        frequencyOf: level.frequencyOf.map { expression($0).replacing(expressions) },
        frequencyWeight: level.frequencyWeight, fixedM: nil, fixedU: nil)
    }
    written.append(.anythingElse)
    return ComparisonSettings(name: name, levels: written)
  }

  private func condition(_ text: String) -> Condition {
    do { return try ExpressionParser.condition(text) } catch {
      preconditionFailure("the template '\(name)' has a mistake: \(error.what)")
    }
  }

  private func expression(_ text: String) -> Expression {
    do { return try ExpressionParser.list(text)[0] } catch {
      preconditionFailure("the template '\(name)' has a mistake: \(error.what)")
    }
  }
}

extension LevelSettings {
  static let anythingElse = LevelSettings(
    label: "anything else", condition: nil, frequencyOf: nil, frequencyWeight: 0, fixedM: nil,
    fixedU: nil)
}

extension Expression {
  /// The template's `x` and `y` replaced by what stands for them.
  fileprivate func replacing(_ inputs: [Expression]) -> Expression {
    switch self {
    case .column("x"): inputs[0]
    case .column("y"): inputs[1]
    case .column: self
    case .call(let name, let parts, let numbers):
      .call(name, parts.map { $0.replacing(inputs) }, numbers)
    }
  }
}

extension Condition {
  fileprivate func replacing(_ inputs: [Expression]) -> Condition {
    switch self {
    case .test(let test):
      .test(
        TestCall(
          name: test.name, inputs: test.inputs.map { $0.replacing(inputs) }, bound: test.bound))
    case .all(let parts): .all(parts.map { $0.replacing(inputs) })
    case .any(let parts): .any(parts.map { $0.replacing(inputs) })
    case .not(let part): .not(part.replacing(inputs))
    }
  }
}
