import Vocabulary

/// What a command line does not say but depends on.
struct Surroundings: Sendable {
  var environment: [String: String]

  /// The day before today in London, the date of a run that names none.
  var yesterday: Day

  /// The workspace for the command line: the option, else the variable, else `./workspace`.
  func workspace(for arguments: ParsedArguments) -> String {
    if let named = arguments.text("workspace") { return named }
    if let variable = environment["KINDRED_WORKSPACE"], !variable.isEmpty { return variable }
    return "workspace"
  }

  /// The day of the run: the option, else yesterday.
  func asOf(for arguments: ParsedArguments) -> Day {
    arguments.day("as-of") ?? yesterday
  }
}

/// The form in which a list is printed.
enum OutputFormat: String, Sendable {
  case text
  case json

  /// The form that the command line asks for.
  init(_ arguments: ParsedArguments) {
    self = arguments.text("format").flatMap(OutputFormat.init(rawValue:)) ?? .text
  }
}
