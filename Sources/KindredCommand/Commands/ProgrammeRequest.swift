import Vocabulary

/// A command on families' lives or claims.
protocol ProgrammeRequest {
  /// The pipeline's folder; empty for that of the live run.
  var pipeline: String { get }
  /// The workspace.
  var workspace: String { get }
  /// The day of which it is true.
  var on: Day { get }
  /// Who does it, where it is not the account.
  var by: String? { get }
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

  /// The texts of some options, by their names.
  static func values(_ names: [String], _ arguments: ParsedArguments) -> [String: String] {
    var values: [String: String] = [:]
    for name in names { values[name] = arguments.text(name) }
    return values
  }
}
