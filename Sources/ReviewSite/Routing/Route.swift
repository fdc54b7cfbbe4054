import HTTPServing

/// Something that can be asked for: how, where, by whom, and what answers.
struct Route: Sendable {
  /// What is answered: a page for people, or JSON for programs.
  enum Form: Sendable {
    case page
    case json
  }

  let method: HTTPRequest.Method
  /// The path, with names in braces where something stands that differs: `/pair/{left}/{right}`.
  let template: String
  let access: Access
  let form: Form
  /// What it is, in a few words.
  let summary: String
  /// The fields of the query or the form that it takes.
  let fields: [String]
  let answer: @Sendable (Visit) throws -> HTTPResponse
  private let steps: [Step]

  private enum Step: Sendable {
    case word(String)
    case value(String)
  }

  init(
    _ method: HTTPRequest.Method, _ template: String, _ access: Access, form: Form = .page,
    _ summary: String, fields: [String] = [],
    _ answer: @escaping @Sendable (Visit) throws -> HTTPResponse
  ) {
    self.method = method
    self.template = template
    self.access = access
    self.form = form
    self.summary = summary
    self.fields = fields
    self.answer = answer
    steps = template.split(separator: "/").map { step in
      step.hasPrefix("{") ? .value(String(step.dropFirst().dropLast())) : .word(String(step))
    }
  }

  /// The names of the values in the path.
  var valueNames: [String] {
    steps.compactMap { step in
      if case .value(let name) = step { name } else { nil }
    }
  }

  /// The values that stand in a path of this route; nil where it is another's.
  func values(in path: [String]) -> [String: String]? {
    guard path.count == steps.count else { return nil }
    var values: [String: String] = [:]
    for (part, step) in zip(path, steps) {
      switch step {
      case .word(let word): guard part == word else { return nil }
      case .value(let name): values[name] = part
      }
    }
    return values
  }
}
