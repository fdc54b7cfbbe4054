import YAMLFiles

/// The words for each mistake in a command line.
enum UsageMessages {
  /// Words all the mistakes of one command line, in the order in which they were met.
  static func problems(in mistakes: UsageProblems) -> [Problem] {
    mistakes.problems.map { problem(for: $0) }
  }

  static func problem(for mistake: UsageProblem) -> Problem {
    switch mistake {
    case .unknownCommand(let name, let nearest):
      Problem("there is no command '\(name)'", advice: didYouMean(nearest))
    case .optionBeforeCommand(let option):
      Problem(
        "the option '\(option)' stands before the command",
        advice: "Options follow the command's name: 'kindred COMMAND \(option)'.")
    case .unknownOption(let typed, let nearest):
      Problem("there is no option '\(typed)'", advice: didYouMean(nearest))
    case .missingValue(let option, let placeholder):
      Problem("missing value for '\(option) \(placeholder)'")
    case .unexpectedValue(let option):
      Problem("the option '\(option)' takes no value")
    case .wrongValue(let argument, let value, let fault):
      wrongValue(argument, value, fault)
    case .repeatedOption(let option):
      Problem("the option '\(option)' is given more than once", advice: "Give it once.")
    case .conflictingOptions(let first, let second):
      Problem("'\(first)' and '\(second)' contradict each other", advice: "Give one of them.")
    case .missingArgument(let name):
      Problem("missing argument '\(name)'")
    case .missingOption(let option, let placeholder):
      Problem("missing option '\(option) \(placeholder)'")
    case .unexpectedArgument(let word):
      Problem("unexpected argument '\(word)'")
    }
  }

  /// For `kindred help` with a word that is neither a command nor a topic.
  static func unknownSubject(_ subject: String, among known: [String]) -> Problem {
    let nearest = NearestWord.suggestion(for: subject, among: known)
    return Problem(
      "there is no command or topic '\(subject)'",
      advice: didYouMean(nearest) ?? "'kindred --help' lists them all.")
  }

  private static func wrongValue(
    _ argument: String, _ value: String, _ fault: ValueFault
  ) -> Problem {
    if fault == .empty { return Problem("the value for '\(argument)' is empty") }
    let what = "the value '\(value)' is not valid for '\(argument)'"
    switch fault {
    case .notAmong(let words, let nearest):
      let reason = "It has to be \(oneOf(words))."
      return Problem(what, why: reason, advice: didYouMean(nearest))
    default:
      return Problem(what, why: reason(for: fault))
    }
  }

  private static func reason(for fault: ValueFault) -> String {
    switch fault {
    case .empty: "It is empty."
    case .notADay: "It has to be a day of the calendar, year first, as 2013-07-22."
    case .notANumber: "It has to be a whole number."
    case .notMinutes: "It has to be a number of minutes, as 30 or 30m."
    case .outOfRange(let range) where range.upperBound == .max:
      "It has to be at least \(range.lowerBound)."
    case .outOfRange(let range):
      "It has to be from \(range.lowerBound) to \(range.upperBound)."
    case .notAmong(let words, _): "It has to be \(oneOf(words))."
    }
  }

  private static func didYouMean(_ nearest: String?) -> String? {
    nearest.map { "Did you mean '\($0)'?" }
  }

  private static func oneOf(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
