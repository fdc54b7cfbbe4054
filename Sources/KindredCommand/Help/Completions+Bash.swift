extension Completions {
  static func bash(_ commands: [CommandSpecification]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    return """
      # Completion of kindred for bash. Made by 'kindred completions bash'.
      _kindred() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        COMPREPLY=()
        if ((COMP_CWORD == 1)); then
          COMPREPLY=($(compgen -W "\(names) --help --version" -- "$word"))
          return
        fi
        case "${COMP_WORDS[1]} $before" in
      \(valueCases(commands))
        esac
        if [[ $word == -* ]]; then
          case "${COMP_WORDS[1]}" in
      \(commands.map(optionCase).joined(separator: "\n"))
          esac
        else
          case "${COMP_WORDS[1]}" in
      \(argumentCases(commands))
          esac
        fi
      }
      complete -F _kindred kindred ./kindred
      """
  }

  /// What may follow an option that takes a value; nothing is offered for free text.
  private static func valueCases(_ commands: [CommandSpecification]) -> String {
    commands.flatMap { command in
      command.options.compactMap { option in
        option.value.map { value in
          "    '\(command.name) \(option.spelling)') \(reply(for: value.kind)); return ;;"
        }
      }
    }.joined(separator: "\n")
  }

  private static func optionCase(_ command: CommandSpecification) -> String {
    let words = spellings(of: command).joined(separator: " ")
    return "      \(command.name)) COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\")) ;;"
  }

  private static func argumentCases(_ commands: [CommandSpecification]) -> String {
    let subjects = subjects(commands).joined(separator: " ")
    let help = "      help) COMPREPLY=($(compgen -W \"\(subjects)\" -- \"$word\")) ;;"
    let others = commands.compactMap { command in
      command.name == HelpRequest.specification.name
        ? nil
        : command.positionals.first.map { "      \(command.name)) \(reply(for: $0.kind)) ;;" }
    }
    return (others + [help]).joined(separator: "\n")
  }

  private static func reply(for kind: ValueKind) -> String {
    if let words = words(of: kind) {
      return "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    }
    return isPath(kind) ? "COMPREPLY=($(compgen -f -- \"$word\"))" : ":"
  }
}
