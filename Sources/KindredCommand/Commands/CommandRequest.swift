/// What one command asks for, made from a command line that has been checked.
///
/// Each command has one file: its request, and the specification from which help, parsing and
/// completions follow.
protocol CommandRequest: Sendable {
  static var specification: CommandSpecification { get }

  init(_ arguments: ParsedArguments, in surroundings: Surroundings)
}

/// Does what a request asks, speaks through the console, and says how it ended.
///
/// A `CommandFailure` it throws is shown with its exit code; any other error is taken for a fault
/// of the program (70), and of it only the type is shown, since its words might be personal data.
typealias Handler<Request: CommandRequest> =
  @Sendable (Request, Console) async throws -> ExitCode

/// A command that can be run: what it takes, and what does it.
struct Command: Sendable {
  var specification: CommandSpecification
  var run: @Sendable (ParsedArguments, Surroundings, Console) async throws -> ExitCode

  /// The command of this request, if there is something behind it.
  init?<Request: CommandRequest>(_ request: Request.Type, _ handler: Handler<Request>?) {
    guard let handler else { return nil }
    specification = Request.specification
    run = { arguments, surroundings, console in
      try await handler(Request(arguments, in: surroundings), console)
    }
  }
}
