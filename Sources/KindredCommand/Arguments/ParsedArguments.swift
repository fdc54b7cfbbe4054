import Vocabulary

/// What a command line said, checked against the command's specification.
///
/// Asking for a name that the specification does not declare is a mistake in the program, and
/// stops it.
struct ParsedArguments: Sendable {
  let specification: CommandSpecification
  private(set) var wantsHelp = false
  private var positionals: [String: [ArgumentValue]] = [:]
  private var options: [String: [ArgumentValue]] = [:]
  private var flags: Set<String> = []

  init(_ specification: CommandSpecification) {
    self.specification = specification
  }
}

/// One value from the command line, after checking.
enum ArgumentValue: Equatable, Sendable {
  case text(String)
  case number(Int)
  case day(Day)
}

// MARK: - Asking

extension ParsedArguments {
  /// Whether the flag was given.
  func has(_ flag: String) -> Bool {
    precondition(
      specification.option(named: flag).map { $0.value == nil } ?? false,
      "kindred \(specification.name) declares no flag '\(flag)'")
    return flags.contains(flag)
  }

  /// The text, path or choice given for the option or the positional argument.
  func text(_ name: String) -> String? { texts(name).first }

  /// Every text given for a repeatable option, in order.
  func texts(_ name: String) -> [String] {
    values(of: name).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The number, or the minutes, given for the option.
  func number(_ name: String) -> Int? {
    if case .number(let number)? = values(of: name).first { number } else { nil }
  }

  /// The day given for the option.
  func day(_ name: String) -> Day? {
    if case .day(let day)? = values(of: name).first { day } else { nil }
  }

  /// The text of an argument that the parser has seen to be there.
  func required(_ name: String) -> String {
    guard let text = text(name) else {
      preconditionFailure("kindred \(specification.name) does not require '\(name)'")
    }
    return text
  }

  /// The number of an option that the parser has seen to be there.
  func requiredNumber(_ name: String) -> Int {
    guard let number = number(name) else {
      preconditionFailure("kindred \(specification.name) does not require '\(name)'")
    }
    return number
  }

  private func values(of name: String) -> [ArgumentValue] {
    if specification.positionals.contains(where: { $0.name == name }) {
      return positionals[name] ?? []
    }
    precondition(
      specification.option(named: name)?.value != nil,
      "kindred \(specification.name) declares no value '\(name)'")
    return options[name] ?? []
  }
}

// MARK: - Filling, by the parser

extension ParsedArguments {
  mutating func askForHelp() { wantsHelp = true }

  mutating func add(_ value: ArgumentValue, to positional: Positional) {
    positionals[positional.name, default: []].append(value)
  }

  mutating func add(_ value: ArgumentValue, to option: Option) {
    options[option.name, default: []].append(value)
  }

  mutating func raise(_ flag: Option) { flags.insert(flag.name) }
}
