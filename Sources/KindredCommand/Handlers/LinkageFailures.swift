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
    case .noLinkage(let folder):
      CommandFailure(
        .dataRefused,
        Problem(
          "the folder has no linkage.json", place: Place(file: folder),
          advice: "Name the folder that 'kindred link' wrote to."))
    case .missingInput(let file):
      CommandFailure(
        .dataRefused,
        Problem(
          "a file that was linked is not there", place: Place(file: file),
          advice: "Go to the folder in which 'kindred link' was run, or link again."))
    case .changed(let file):
      CommandFailure(
        .dataRefused,
        Problem(
          "the file has changed since it was linked", place: Place(file: file),
          advice: "Link again: the results in the folder are those of the earlier file."))
    case .noTruth(let file):
      CommandFailure(
        .dataRefused,
        Problem(
          "the file has neither truth nor labels", place: Place(file: file),
          why:
            "Truth has 'id', 'entity' and 'source'; labels have 'unique_id_l' and 'unique_id_r'.",
          advice: "Correct its headings; docs/linkage.md has an example of both."))
    case .repeatedIDs(let file, let count):
      CommandFailure(
        .dataRefused,
        Problem(
          "\(count) of the linked records have an id that another of their source has",
          place: Place(file: file),
          why: "Nobody can tell of which of them the file speaks.",
          advice: "Give each record an id of its own, and link again."))
    case .unreadableScores(let file, let lines):
      CommandFailure(
        .dataRefused,
        lines.map { line in
          Problem(
            "the score is no judgement", place: Place(file: file, line: line),
            advice:
              "Write a number from 0 to 1, true or false; leave it empty where nobody has judged the pair."
          )
        })
    case .unknownRecords(let file, let count, let line):
      CommandFailure(
        .dataRefused,
        Problem(
          "none of its \(count) lines names a record that was linked",
          place: Place(file: file, line: line),
          advice: "Sources go by the names of their files, and ids by the settings' 'id' column."))
    }
  }
}
