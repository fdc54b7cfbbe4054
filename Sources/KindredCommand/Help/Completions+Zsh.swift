extension Completions {
  static func zsh(_ commands: [CommandSpecification]) -> String {
    let names = commands.map { "    \(quoted("\($0.name):\($0.abstract)"))" }
    return """
      #compdef kindred
      # Completion of kindred for zsh. Made by 'kindred completions zsh'.
      _kindred() {
        local -a commands=(
      \(names.joined(separator: "\n"))
        )
        if ((CURRENT == 2)); then
          _describe -t commands command commands
          return
        fi
        local command=$words[2]
        words=("${(@)words[2,-1]}")
        ((CURRENT--))
        case $command in
      \(commands.map { arguments(of: $0, all: commands) }.joined(separator: "\n"))
        esac
      }
      compdef _kindred kindred
      """
  }

  private static func arguments(
    of command: CommandSpecification, all: [CommandSpecification]
  ) -> String {
    let options = (command.options + [.help]).flatMap(forms)
    let positionals = command.positionals.map { positional in
      let isSubject = command.name == HelpRequest.specification.name
      let action = isSubject ? choice(subjects(all)) : self.action(for: positional.kind)
      return quoted("\(positional.isRequired ? "" : ":"):\(positional.name):\(action)")
    }
    let lines = (options + positionals).joined(separator: " \\\n        ")
    return "    \(command.name))\n      _arguments -S \\\n        \(lines) ;;"
  }

  /// One form for each name of the option; `*` lets it be repeated.
  private static func forms(of option: Option) -> [String] {
    let spellings = (option.short.map { ["-\($0)"] } ?? []) + [option.spelling]
    return spellings.map { spelling in
      let star = option.isRepeatable ? "*" : ""
      let help = option.help.replacing("[", with: "\\[").replacing("]", with: "\\]")
      let equals = option.value == nil ? "" : "="
      let value = option.value.map { ":\($0.placeholder):\(action(for: $0.kind))" } ?? ""
      return quoted("\(star)\(spelling)\(equals)[\(help)]\(value)")
    }
  }

  private static func action(for kind: ValueKind) -> String {
    if let words = words(of: kind) { return choice(words) }
    return isPath(kind) ? "_files" : " "
  }

  private static func choice(_ words: [String]) -> String {
    "(\(words.joined(separator: " ")))"
  }

  /// Text in single quotes, as zsh and fish read it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
