/// What a piece of text is, from which its look on a terminal follows.
enum TextRole: Sendable {
  case heading
  case good
  case warning
  case error
  case faint
}

/// Whether text is coloured, and how.
enum Styling: Sendable {
  case plain
  case coloured

  /// The text as it is to be shown.
  func apply(_ role: TextRole, to text: String) -> String {
    guard self == .coloured else { return text }
    return "\u{1B}[\(Self.code(of: role))m\(text)\u{1B}[0m"
  }

  /// Colour is for terminals, and not where NO_COLOR is set to anything (https://no-color.org).
  static func choose(isTerminal: Bool, environment: [String: String]) -> Styling {
    let isUnwanted = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return isTerminal && !isUnwanted ? .coloured : .plain
  }

  private static func code(of role: TextRole) -> String {
    switch role {
    case .heading: "1"
    case .good: "32"
    case .warning: "33"
    case .error: "1;31"
    case .faint: "2"
    }
  }
}
