import Testing

@testable import KindredCommand

/// A wrong command line, and all that the user is told about it.
struct UsageCase: CustomTestStringConvertible, Sendable {
  var id: String
  var words: String
  var expected: String

  var testDescription: String { id }

  init(_ id: String, _ words: String, _ expected: String) {
    (self.id, self.words, self.expected) = (id, words, expected)
  }

  /// The words apart; `''` stands for an empty one.
  var arguments: [String] {
    words.split(separator: " ").map { $0 == "''" ? "" : String($0) }
  }
}

@Suite struct UsageMessageTests {
  static let runEnding = """

    Usage: kindred run PIPELINE [OPTIONS]
    See 'kindred help run'.

    """
  static let synthEnding = """

    Usage: kindred synth --people N --seed S --out DIR [OPTIONS]
    See 'kindred help synth'.

    """
  static let overallEnding = """

    Usage: kindred COMMAND [ARGUMENTS] [OPTIONS]
    See 'kindred --help'.

    """

  @Test(arguments: [
    UsageCase(
      "an option mistyped", "run p --worksapce w",
      "kindred: error: there is no option '--worksapce'\n  Did you mean '--workspace'?\n"),
    UsageCase(
      "an option cut short", "run p --work=w",
      "kindred: error: there is no option '--work'\n  Did you mean '--workspace'?\n"),
    UsageCase(
      "an option with one dash", "run p -strict",
      "kindred: error: there is no option '-strict'\n  Did you mean '--strict'?\n"),
    UsageCase(
      "an option like no other", "run p --zzzzzzzzzz",
      "kindred: error: there is no option '--zzzzzzzzzz'\n"),
    UsageCase(
      "an unknown letter", "run p -x", "kindred: error: there is no option '-x'\n"),
    UsageCase(
      "an unknown letter among known ones", "run p -qx",
      "kindred: error: there is no option '-qx'\n"),
    UsageCase(
      "a mistyped flag does not swallow the pipeline", "run --strct p",
      "kindred: error: there is no option '--strct'\n  Did you mean '--strict'?\n"),
    UsageCase(
      "a mistyped option takes its value with it", "run --worksapce w p",
      "kindred: error: there is no option '--worksapce'\n  Did you mean '--workspace'?\n"),
    UsageCase(
      "no value at the end", "run p --as-of",
      "kindred: error: missing value for '--as-of DATE'\n"),
    UsageCase(
      "no value before an option", "run p --as-of --strict",
      "kindred: error: missing value for '--as-of DATE'\n"),
    UsageCase(
      "an empty value", "run p --workspace=",
      "kindred: error: the value for '--workspace' is empty\n"),
    UsageCase(
      "an empty word as a value", "run p --workspace ''",
      "kindred: error: the value for '--workspace' is empty\n"),
    UsageCase(
      "an empty argument", "run ''", "kindred: error: the value for 'PIPELINE' is empty\n"),
    UsageCase(
      "a flag with a value", "run p --strict=yes",
      "kindred: error: the option '--strict' takes no value\n"),
    UsageCase(
      "a day the British way", "run p --as-of 22/07/2013",
      """
      kindred: error: the value '22/07/2013' is not valid for '--as-of'
        It has to be a day of the calendar, year first, as 2013-07-22.

      """),
    UsageCase(
      "a day that does not exist", "run p --as-of 2013-02-29",
      """
      kindred: error: the value '2013-02-29' is not valid for '--as-of'
        It has to be a day of the calendar, year first, as 2013-07-22.

      """),
    UsageCase(
      "not a number", "run p --threads many",
      "kindred: error: the value 'many' is not valid for '--threads'\n"
        + "  It has to be a whole number.\n"),
    UsageCase(
      "a negative number", "run p --threads -2",
      "kindred: error: the value '-2' is not valid for '--threads'\n"
        + "  It has to be from 1 to 256.\n"),
    UsageCase(
      "too many threads", "run p --threads 257",
      "kindred: error: the value '257' is not valid for '--threads'\n"
        + "  It has to be from 1 to 256.\n"),
    UsageCase(
      "hours for minutes", "run p --wait 2h",
      "kindred: error: the value '2h' is not valid for '--wait'\n"
        + "  It has to be a number of minutes, as 30 or 30m.\n"),
    UsageCase(
      "more than a day of waiting", "run p --wait 1441",
      "kindred: error: the value '1441' is not valid for '--wait'\n"
        + "  It has to be from 0 to 1440.\n"),
    UsageCase(
      "a choice mistyped", "run p --log-format jsno",
      """
      kindred: error: the value 'jsno' is not valid for '--log-format'
        It has to be 'text' or 'json'.
        Did you mean 'json'?

      """),
    UsageCase(
      "a choice that is none", "run p --log-format xml",
      """
      kindred: error: the value 'xml' is not valid for '--log-format'
        It has to be 'text' or 'json'.

      """),
    UsageCase(
      "an option given thrice is told once", "run p --wait 1 --wait 2 --wait 3",
      "kindred: error: the option '--wait' is given more than once\n  Give it once.\n"),
    UsageCase(
      "a flag given twice", "run p -q --quiet",
      "kindred: error: the option '--quiet' is given more than once\n  Give it once.\n"),
    UsageCase(
      "quiet and verbose", "run p -qv",
      "kindred: error: '--quiet' and '--verbose' contradict each other\n  Give one of them.\n"),
    UsageCase(
      "no pipeline", "run", "kindred: error: missing argument 'PIPELINE'\n"),
    UsageCase(
      "two pipelines", "run p p2", "kindred: error: unexpected argument 'p2'\n"),
    UsageCase(
      "an option after the end of options", "run p -- --strict",
      "kindred: error: unexpected argument '--strict'\n"),
    UsageCase(
      "several mistakes at once", "run --strct --threads 0 --as-of tomorrow",
      """
      kindred: error: there is no option '--strct'
        Did you mean '--strict'?
      kindred: error: the value '0' is not valid for '--threads'
        It has to be from 1 to 256.
      kindred: error: the value 'tomorrow' is not valid for '--as-of'
        It has to be a day of the calendar, year first, as 2013-07-22.
      kindred: error: missing argument 'PIPELINE'

      """),
    UsageCase(
      "a terminal's control characters are shown, not obeyed", "run p \u{1B}[31m",
      "kindred: error: unexpected argument '\\u{1b}[31m'\n"),
  ])
  func mistakesWithRun(_ example: UsageCase) async {
    let seen = await KindredProgram.trial(example.arguments)
    #expect(seen.messages == example.expected + Self.runEnding)
    #expect(seen.output == "")
    #expect(seen.code == .usage)
  }

  @Test(arguments: [
    UsageCase(
      "nothing that is needed", "synth",
      """
      kindred: error: missing option '--people N'
      kindred: error: missing option '--seed S'
      kindred: error: missing option '--out DIR'

      """),
    UsageCase(
      "a number too large for any machine", "synth --people 10 --out d --seed 99999999999999999999",
      "kindred: error: the value '99999999999999999999' is not valid for '--seed'\n"
        + "  It has to be at least 0.\n"),
  ])
  func mistakesWithSynth(_ example: UsageCase) async {
    let seen = await KindredProgram.trial(example.arguments)
    #expect(seen.messages == example.expected + Self.synthEnding)
    #expect(seen.code == .usage)
  }

  @Test(arguments: [
    UsageCase(
      "a command mistyped", "rnu p",
      "kindred: error: there is no command 'rnu'\n  Did you mean 'run'?\n"),
    UsageCase(
      "a command cut short", "roll",
      "kindred: error: there is no command 'roll'\n  Did you mean 'rollback'?\n"),
    UsageCase(
      "a command like no other", "publish", "kindred: error: there is no command 'publish'\n"),
    UsageCase(
      "the program's own option mistyped", "--verson",
      "kindred: error: there is no option '--verson'\n  Did you mean '--version'?\n"),
    UsageCase(
      "an option before the command", "--strict run p",
      "kindred: error: the option '--strict' stands before the command\n"
        + "  Options follow the command's name: 'kindred COMMAND --strict'.\n"),
  ])
  func mistakesBeforeTheCommand(_ example: UsageCase) async {
    let seen = await KindredProgram.trial(example.arguments)
    #expect(seen.messages == example.expected + Self.overallEnding)
    #expect(seen.code == .usage)
  }

  @Test func `help with a subject that is none names the nearest`() async {
    let seen = await KindredProgram.trial(["help", "exit-code"])
    #expect(
      seen.messages
        == "kindred: error: there is no command or topic 'exit-code'\n"
        + "  Did you mean 'exit-codes'?\n")
    #expect(seen.code == .usage)
  }
}
