import Vocabulary

/// What every command on families' lives or claims is asked with.
struct ProgrammeArguments: Equatable {
  /// The pipeline's folder; empty for that of the live run.
  var pipeline: String
  /// The workspace.
  var workspace: String
  /// The day of which it is true.
  var on: Day
  /// The day that it is in London.
  var today: Day
  /// Who does it, where it is not the account.
  var by: String?
  /// For people or for programs.
  var format: OutputFormat
  /// Texts by the names of their options.
  var values: [String: String]

  /// Takes the shared arguments, and the texts of some options.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings, texts: [String]) {
    pipeline = arguments.text("pipeline") ?? ""
    workspace = surroundings.workspace(for: arguments)
    today = surroundings.yesterday.adding(days: 1)
    on = arguments.day("on") ?? today
    by = arguments.text("by")
    format = OutputFormat(arguments)
    values = [:]
    for name in texts { values[name] = arguments.text(name) }
  }
}

/// A command on families' lives or claims.
protocol ProgrammeRequest {
  /// What it is asked with.
  var asked: ProgrammeArguments { get }
}

extension ProgrammeRequest {
  var pipeline: String { asked.pipeline }
  var workspace: String { asked.workspace }
  var on: Day { asked.on }
  var today: Day { asked.today }
  var by: String? { asked.by }
  var format: OutputFormat { asked.format }
  var values: [String: String] { asked.values }
}

/// Options that commands on the programme share.
enum ProgrammeOptions {
  static let common: [Option] = [
    .workspace,
    Option(
      name: "pipeline", value: OptionValue("DIR", .path),
      help: "The pipeline's folder. Without it, that of the live run."),
    Option(
      name: "on", value: OptionValue("DATE", .day),
      help: "The day of which it is true, as 2013-07-22. Without it, today in London."),
    Option(
      name: "by", value: OptionValue("NAME", .text),
      help: "Who does it. Without it, the account that runs the program."),
  ]

  /// Options that take a text each: the name, the word for the text, and the help.
  static func texts(_ options: [(String, String, String)]) -> [Option] {
    options.map { name, word, help in
      Option(name: name, value: OptionValue(word, .text), help: help)
    }
  }
}
