import LinkageFiles
import YAMLFiles

/// What linking throws, in the words and with the exit codes of the command line.
enum LinkageFailures {
  static func told(_ work: () async throws -> ExitCode) async throws -> ExitCode {
    try await Failures.told {
      do { return try await work() } catch let problem as LinkageProblem {
        throw failure(problem)
      }
    }
  }

  private static func failure(_ problem: LinkageProblem) -> CommandFailure {
    switch problem {
    case .mistakes(let mistakes):
      CommandFailure(
        .configuration,
        mistakes.map {
          Problem(
            $0.what, place: Place(file: $0.file, line: $0.line, column: $0.column),
            advice: $0.advice)
        })
    case .missingColumns(let columns):
      CommandFailure(
        .dataRefused,
        columns.map { column in
          let wanted = column.headers.map { "'\($0)'" }.joined(separator: ", ")
          return Problem(
            "no file has a column for '\(column.name)'",
            why: "Headings looked for: \(wanted).",
            advice: column.nearest.map { "Did you mean the heading '\($0)'?" }
              ?? "Give the file's own heading with 'header' in the settings.")
        })
    case .noHeader(let file):
      CommandFailure(
        .dataRefused,
        Problem(
          "the file does not begin with a line of headings", place: Place(file: file),
          advice: "Put the names of the columns into the first line."))
    case .sameSource(let name):
      CommandFailure(
        .usage,
        Problem("two files are called '\(name)'", advice: "Rename one: sources go by file names."))
    case .unreadable(let file, let line, let why):
      CommandFailure(
        .dataRefused,
        Problem("a record cannot be read: \(why)", place: Place(file: file, line: line)))
    case .otherModel(let file, let why):
      CommandFailure(
        .configuration,
        Problem(
          "the model does not fit the settings: \(why)", place: Place(file: file),
          advice: "Leave out --model to train anew, or use the settings it was trained with."))
    }
  }
}
