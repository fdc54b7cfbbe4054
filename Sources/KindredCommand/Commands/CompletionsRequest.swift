/// `kindred completions`: a script that lets a shell complete Kindred's words.
struct CompletionsRequest: CommandRequest, Equatable {
  var shell: Shell

  static let specification = CommandSpecification(
    name: "completions",
    group: .machine,
    abstract: "Print a script that lets the shell complete commands and options",
    positionals: [
      Positional(
        name: "SHELL", kind: .choice(Shell.allCases.map(\.rawValue)), help: "bash, zsh or fish.")
    ],
    examples: [
      Example(
        "source <(kindred completions bash)", "For this shell; put it in ~/.bashrc for all."),
      Example(
        "kindred completions fish > ~/.config/fish/completions/kindred.fish", "For fish."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    shell = Shell(rawValue: arguments.required("SHELL")) ?? .bash
  }
}

/// The shells for which there are completions.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}
