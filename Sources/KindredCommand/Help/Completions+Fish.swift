extension Completions {
  static func fish(_ commands: [CommandSpecification]) -> String {
    let heading = [
      "# Completion of kindred for fish. Made by 'kindred completions fish'.",
      "complete -c kindred -f",
      "complete -c kindred -n __fish_use_subcommand -l version -d 'Show the version.'",
    ]
    let names = commands.map { command in
      "complete -c kindred -n __fish_use_subcommand -a \(command.name) "
        + "-d \(quoted(command.abstract))"
    }
    let details = commands.flatMap { command in
      (command.options + [.help]).map { line(for: $0, of: command) }
        + command.positionals.map { line(for: $0, of: command, all: commands) }
    }
    return (heading + names + details).joined(separator: "\n")
  }

  private static func line(for option: Option, of command: CommandSpecification) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let value = option.value.map { " -r\(offer(of: $0.kind))" } ?? ""
    return "\(start(command)) -l \(option.name)\(short)\(value) -d \(quoted(option.help))"
  }

  private static func line(
    for positional: Positional, of command: CommandSpecification, all: [CommandSpecification]
  ) -> String {
    let isSubject = command.name == HelpRequest.specification.name
    let words = isSubject ? subjects(all).joined(separator: " ") : nil
    let offer = words.map { " -a \(quoted($0))" } ?? offer(of: positional.kind)
    return "\(start(command))\(offer) -d \(quoted(positional.help))"
  }

  private static func start(_ command: CommandSpecification) -> String {
    "complete -c kindred -n '__fish_seen_subcommand_from \(command.name)'"
  }

  private static func offer(of kind: ValueKind) -> String {
    if let words = words(of: kind) { return " -a \(quoted(words.joined(separator: " ")))" }
    return isPath(kind) ? " -F" : ""
  }
}
