import Workbooks

/// Something that went wrong, told in four parts: what, where, why, and what to do.
///
/// No part may hold personal data: these words reach logs and screens.
struct Problem: Equatable, Sendable {
  /// What is wrong, as the rest of a line that begins `kindred: error:`.
  var what: String

  /// Where it is, if it is in a file.
  var place: Place?

  /// Why that is wrong, as a sentence.
  var why: String?

  /// What the reader can do, as a sentence.
  var advice: String?

  init(_ what: String, place: Place? = nil, why: String? = nil, advice: String? = nil) {
    self.what = what
    self.place = place
    self.why = why
    self.advice = advice
  }
}

/// A place in a file, counted from 1.
struct Place: Equatable, Sendable {
  var file: String
  var line: Int?
  var column: Int?
}

extension Place: CustomStringConvertible {
  /// The place as `file:line:column`, which editors know how to open.
  var description: String {
    ([file] + [line, column].prefix { $0 != nil }.compactMap { $0.map(String.init) })
      .joined(separator: ":")
  }
}

/// The end of a command that could not do what it was asked, with every reason and the exit code.
struct CommandFailure: Error, Equatable, Sendable {
  var exitCode: ExitCode
  var problems: [Problem]

  init(_ exitCode: ExitCode, _ problems: [Problem]) {
    self.exitCode = exitCode
    self.problems = problems
  }

  init(_ exitCode: ExitCode, _ problem: Problem) {
    self.init(exitCode, [problem])
  }
}

extension Problem {
  /// A fault of the program.
  ///
  /// Only the error's type is told, and the kinds of a workbook's problems: other words might be personal data.
  static func internalFault(_ error: any Error) -> Problem {
    let kinds = (error as? WorkbookError)?.kinds ?? []
    return Problem(
      "a fault in Kindred itself: \(type(of: error))"
        + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"),
      advice: "Please report it with the run's log, which holds no personal data.")
  }

  /// The problem as lines for a person.
  func lines(severity: Severity, styling: Styling) -> [String] {
    let heading = styling.apply(severity.role, to: "\(severity.rawValue):")
    var lines = ["kindred: \(heading) \(Printable.line(what))"]
    if let place { lines.append("  at \(Printable.line(place.description))") }
    lines += [why, advice].compactMap { $0 }.map { "  \(Printable.line($0))" }
    return lines
  }
}

/// How bad a problem is.
enum Severity: String, Sendable {
  case error
  case warning

  var role: TextRole { self == .error ? .error : .warning }
}
