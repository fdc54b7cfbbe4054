import YAMLFiles

/// The program: finds the command that the words name, and runs it.
public struct KindredProgram: Sendable {
  /// The version, as `kindred --version` and every manifest give it.
  public static let version = "0.1.0"

  let commands: [Command]
  let surroundings: Surroundings
  let console: Console

  init(_ backends: Backends, surroundings: Surroundings, console: Console) {
    let working = backends.commands
    let specifications =
      working.map(\.specification)
      + [HelpRequest.specification, CompletionsRequest.specification]
    let ownCommands = [
      Command(HelpRequest.self) { request, console in
        try Self.help(request, among: specifications, on: console)
      },
      Command(CompletionsRequest.self) { request, console in
        console.print(Completions.script(for: request.shell, specifications))
        return .done
      },
    ]
    commands = working + ownCommands.compactMap(\.self)
    self.surroundings = surroundings
    self.console = console
  }
}

// MARK: - Running

extension KindredProgram {
  /// Does what the words ask, and never fails to say how it ended.
  func run(_ words: [String]) async -> ExitCode {
    guard let first = words.first else {
      showOverallHelp { console.message($0) }
      return .usage
    }
    switch first {
    case "-h", "--help":
      showOverallHelp { console.print($0) }
      return ended(with: .done, console)
    case "--version":
      console.print("kindred \(Self.version)")
      return ended(with: .done, console)
    default:
      return await run(first, with: Array(words.dropFirst()))
    }
  }

  private func run(_ name: String, with words: [String]) async -> ExitCode {
    do throws(UsageProblems) {
      let command = try command(named: name)
      let arguments = try ArgumentParser.parse(words, as: command.specification)
      if arguments.wantsHelp {
        showHelp(of: command.specification)
        return ended(with: .done, console)
      }
      return await run(command, arguments)
    } catch {
      return report(error)
    }
  }

  private func run(_ command: Command, _ arguments: ParsedArguments) async -> ExitCode {
    let console = console.with(ConsoleSettings(arguments))
    do {
      let code = try await command.run(arguments, surroundings, console)
      console.endProgress()
      return ended(with: code, console)
    } catch let failure as CommandFailure {
      failure.problems.forEach(console.report)
      return failure.exitCode
    } catch {
      console.report(.internalFault(error))
      return .internalError
    }
  }

  private func command(named name: String) throws(UsageProblems) -> Command {
    if let command = commands.first(where: { $0.specification.name == name }) { return command }
    if name.hasPrefix("-") {
      let own = NearestWord.suggestion(for: name, among: ["--help", "--version"])
      let problem: UsageProblem =
        own.map { .unknownOption(name, nearest: $0) } ?? .optionBeforeCommand(name)
      throw UsageProblems(command: nil, problems: [problem])
    }
    let nearest = NearestWord.suggestion(for: name, among: commands.map(\.specification.name))
    throw UsageProblems(command: nil, problems: [.unknownCommand(name, nearest: nearest)])
  }

  /// Work whose result could not be written is not done.
  private func ended(with code: ExitCode, _ console: Console) -> ExitCode {
    guard code == .done, console.hasLostOutput else { return code }
    console.report(
      Problem("the standard output could not be written", why: "The disk may be full."))
    return .inputOutput
  }
}

// MARK: - Help and mistakes

extension KindredProgram {
  private func showOverallHelp(_ show: (String) -> Void) {
    let lines = OverallHelp.lines(
      for: commands.map(\.specification), width: console.width, styling: console.styling)
    lines.forEach(show)
  }

  private func showHelp(of command: CommandSpecification) {
    CommandHelp.lines(for: command, width: console.width, styling: console.styling)
      .forEach { console.print($0) }
  }

  private static func help(
    _ request: HelpRequest, among commands: [CommandSpecification], on console: Console
  ) throws(CommandFailure) -> ExitCode {
    let lines: [String]
    let (width, styling) = (console.width, console.styling)
    if let subject = request.subject {
      if let command = commands.first(where: { $0.name == subject }) {
        lines = CommandHelp.lines(for: command, width: width, styling: styling)
      } else if let topic = HelpTopic(rawValue: subject) {
        lines = topic.lines(width: width, styling: styling)
      } else {
        let known = Completions.subjects(commands)
        throw CommandFailure(.usage, UsageMessages.unknownSubject(subject, among: known))
      }
    } else {
      lines = OverallHelp.lines(for: commands, width: width, styling: styling)
    }
    lines.forEach { console.print($0) }
    return .done
  }

  private func report(_ mistakes: UsageProblems) -> ExitCode {
    UsageMessages.problems(in: mistakes).forEach(console.report)
    let command = commands.first { $0.specification.name == mistakes.command }?.specification
    console.message("")
    console.message("Usage: \(command?.usage ?? OverallHelp.usage)")
    console.message("See '\(command.map { "kindred help \($0.name)" } ?? "kindred --help")'.")
    return .usage
  }
}
