import FoundationEssentials

/// How much is said, and in what form.
struct ConsoleSettings: Equatable, Sendable {
  var verbosity = Verbosity.normal
  var form = MessageForm.text
}

/// How much is said.
enum Verbosity: Int, Comparable, Sendable {
  case quiet
  case normal
  case verbose

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How messages are written.
enum MessageForm: String, Sendable {
  case text
  case json
}

extension ConsoleSettings {
  /// The settings that a command line asks for, where its command has such options.
  init(_ arguments: ParsedArguments) {
    let options = arguments.specification.options.map(\.name)
    func has(_ flag: String) -> Bool { options.contains(flag) && arguments.has(flag) }
    if has("quiet") { verbosity = .quiet }
    if has("verbose") { verbosity = .verbose }
    if options.contains("log-format"), arguments.text("log-format") == "json" { form = .json }
  }
}

/// The two clocks that messages need; no rule ever sees them.
struct ConsoleClock: Sendable {
  /// Time since some fixed moment, never going back.
  var elapsed: @Sendable () -> Duration

  /// The time of day in UTC, to the millisecond.
  var timestamp: @Sendable () -> String

  static let system = ConsoleClock(
    elapsed: { [start = ContinuousClock.now] in start.duration(to: .now) },
    timestamp: { Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) })
}
