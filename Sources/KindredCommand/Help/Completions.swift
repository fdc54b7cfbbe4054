/// Scripts that complete Kindred's words in a shell, made from the commands' specifications.
enum Completions {
  static func script(for shell: Shell, _ commands: [CommandSpecification]) -> String {
    switch shell {
    case .bash: bash(commands)
    case .zsh: zsh(commands)
    case .fish: fish(commands)
    }
  }

  /// Every option of the command, as typed.
  static func spellings(of command: CommandSpecification) -> [String] {
    (command.options + [.help]).flatMap { option in
      (option.short.map { ["-\($0)"] } ?? []) + [option.spelling]
    }
  }

  /// The words from which a value or an argument is chosen, if they are few and known.
  static func words(of kind: ValueKind) -> [String]? {
    if case .choice(let words) = kind { words } else { nil }
  }

  static func isPath(_ kind: ValueKind) -> Bool {
    if case .path = kind { true } else { false }
  }

  /// What 'kindred help' takes.
  static func subjects(_ commands: [CommandSpecification]) -> [String] {
    commands.map(\.name) + HelpTopic.allCases.map(\.rawValue)
  }
}
