/// One mistake in a command line, as data; `UsageMessages` has the words.
enum UsageProblem: Equatable, Sendable {
  /// No command of this name.
  case unknownCommand(String, nearest: String?)

  /// An option stands before the command's name.
  case optionBeforeCommand(String)

  /// The command has no such option.
  case unknownOption(String, nearest: String?)

  /// An option that needs a value came last, or before another option.
  case missingValue(option: String, placeholder: String)

  /// A flag was given a value.
  case unexpectedValue(option: String)

  /// A value is not of the kind that its argument takes.
  case wrongValue(argument: String, value: String, ValueFault)

  /// An option that may be given once was given again.
  case repeatedOption(String)

  /// Two options that contradict each other.
  case conflictingOptions(String, String)

  /// A required positional argument is not there.
  case missingArgument(String)

  /// A required option is not there.
  case missingOption(String, placeholder: String)

  /// More positional arguments than the command takes.
  case unexpectedArgument(String)
}

/// Why a value was refused.
enum ValueFault: Equatable, Sendable {
  case empty
  case notADay
  case notANumber
  case notMinutes
  case outOfRange(ClosedRange<Int>)
  case notAmong([String], nearest: String?)
}

/// All mistakes of one command line, reported together.
struct UsageProblems: Error, Equatable, Sendable {
  /// The command that was meant, if that much is clear.
  var command: String?
  var problems: [UsageProblem]
}
