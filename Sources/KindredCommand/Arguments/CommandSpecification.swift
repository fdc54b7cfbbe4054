/// Everything there is to say about one command: what it takes, and what its help says.
///
/// The parser, the help, the completions and the tests all read these same values.
struct CommandSpecification: Sendable {
  /// The word typed after `kindred`.
  var name: String

  /// The heading under which the overall help lists it.
  var group: CommandGroup

  /// What it does, in one line without a full stop.
  var abstract: String

  /// Paragraphs that tell a user what to expect.
  var discussion: [String] = []

  /// What is given by position, in order.
  var positionals: [Positional] = []

  /// What is given by name.
  var options: [Option] = []

  /// Pairs of options that contradict each other.
  var conflicts: [Conflict] = []

  /// Command lines that a reader can copy.
  var examples: [Example] = []

  /// How this command uses the exit codes, where that needs saying.
  var exitNotes: [ExitNote] = []
}

/// The headings of the overall help, in the order in which people need them.
enum CommandGroup: String, CaseIterable, Sendable {
  case nightly = "Nightly run"
  case browser = "In a browser"
  case look = "Look and check"
  case decide = "Review and decide"
  case link = "Link records"
  case programme = "Programme and claims"
  case make = "Make data"
  case machine = "About this machine"
}

/// A value that is recognised by where it stands.
struct Positional: Sendable {
  /// What it is called in help and messages, in capitals.
  var name: String
  var kind: ValueKind
  var isRequired = true
  /// Whether it takes all values that follow; only the last can.
  var isRepeatable = false
  var help: String

  /// The name in a line of usage.
  var usage: String {
    let name = isRepeatable ? "\(name) …" : name
    return isRequired ? name : "[\(name)]"
  }
}

/// A named option: a flag if it takes no value.
struct Option: Sendable {
  /// The long name, without the dashes.
  var name: String
  var short: Character?
  var value: OptionValue?
  var isRequired = false
  var isRepeatable = false
  var help: String

  /// The option as a user types it.
  var spelling: String { "--\(name)" }
}

/// What an option's value is called, and what it may be.
struct OptionValue: Sendable {
  var placeholder: String
  var kind: ValueKind

  init(_ placeholder: String, _ kind: ValueKind) {
    self.placeholder = placeholder
    self.kind = kind
  }
}

/// The kinds of value that a command line can hold.
enum ValueKind: Sendable {
  /// A name or other short text.
  case text

  /// A file or a folder; completions offer paths.
  case path

  /// A day, `2013-07-22`.
  case day

  /// A whole number in a range.
  case number(ClosedRange<Int>)

  /// Minutes in a range, `30` or `30m`.
  case minutes(ClosedRange<Int>)

  /// One of a few words.
  case choice([String])
}

/// Two options of which only one makes sense at a time.
struct Conflict: Sendable {
  var first: String
  var second: String

  init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

/// A command line to copy, and what it is for.
struct Example: Sendable {
  var line: String
  var purpose: String

  init(_ line: String, _ purpose: String) {
    self.line = line
    self.purpose = purpose
  }
}

/// What an exit code means for one command.
struct ExitNote: Sendable {
  var code: ExitCode
  var meaning: String

  init(_ code: ExitCode, _ meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}

extension CommandSpecification {
  /// The option of this long name, without the dashes.
  func option(named name: some StringProtocol) -> Option? {
    options.first { $0.name == name }
  }

  /// The option of this one-letter name.
  func option(short letter: Character) -> Option? {
    options.first { $0.short == letter }
  }

  /// How the command is typed, in one line.
  var usage: String {
    var words = ["kindred", name]
    words += positionals.map(\.usage)
    words += options.filter(\.isRequired).compactMap { option in
      option.value.map { "\(option.spelling) \($0.placeholder)" }
    }
    if options.contains(where: { !$0.isRequired }) { words.append("[OPTIONS]") }
    return words.joined(separator: " ")
  }
}
