import Testing

@testable import KindredCommand

@Suite struct ProgramTests {
  struct Leak: Error { var name = "Mary Example" }

  @Test func `the version`() async {
    let seen = await KindredProgram.trial(["--version"])
    #expect(seen.output == "kindred \(KindredProgram.version)\n")
    #expect(seen.code == .done)
  }

  /// A scheduler whose command line came out empty must not take that for a published run.
  @Test func `no command at all is a mistake, and shows the help`() async {
    let seen = await KindredProgram.trial([])
    #expect(seen.code == .usage)
    #expect(seen.output == "")
    #expect(seen.messages == (await KindredProgram.trial(["--help"])).output)
  }

  @Test func `a command with nothing behind it is not there`() async {
    let backends = Backends(runs: { _, _ in .done })
    let seen = await KindredProgram.trial(["run", "p"], backends)
    #expect(seen.code == .usage)
    #expect(seen.messages.hasPrefix("kindred: error: there is no command 'run'\n"))
    let help = await KindredProgram.trial(["--help"], backends).output
    #expect(!help.contains("rollback") && !help.contains("Make data"))
    #expect(help.contains("runs"))
  }

  @Test(arguments: ExitCode.allCases)
  func `a failure ends with its own code, and every reason`(_ code: ExitCode) async {
    let problems = [
      Problem(
        "the contract 'police-crimes' has an unknown key 'colums'",
        place: Place(file: "sources/police.yaml", line: 12, column: 3),
        why: "A contract's keys are fixed.", advice: "Did you mean 'columns'?"),
      Problem("the contract 'dwp' has no columns", place: Place(file: "sources/dwp.yaml")),
    ]
    let backends = Backends(run: { _, _ in throw CommandFailure(code, problems) })
    let seen = await KindredProgram.trial(["run", "p"], backends)
    #expect(seen.code == code)
    #expect(
      seen.messages == """
        kindred: error: the contract 'police-crimes' has an unknown key 'colums'
          at sources/police.yaml:12:3
          A contract's keys are fixed.
          Did you mean 'columns'?
        kindred: error: the contract 'dwp' has no columns
          at sources/dwp.yaml

        """)
  }

  @Test func `any other error is our fault, and its words are not shown`() async {
    let backends = Backends(run: { _, _ in throw Leak() })
    let seen = await KindredProgram.trial(["run", "p"], backends)
    #expect(seen.code == .internalError)
    #expect(seen.messages.contains("Leak"))
    #expect(!seen.messages.contains("Mary"))
  }

  @Test func `problems are JSON where messages are`() async {
    let backends = Backends(run: { _, console in
      console.say("reading \"extracts\"")
      throw CommandFailure(.locked, Problem("the workspace is in use", advice: "Wait."))
    })
    let seen = await KindredProgram.trial(["run", "p", "--log-format=json"], backends)
    #expect(
      seen.messages == """
        {"ts":"2013-07-23T02:30:00.000Z","level":"info","event":"message",\
        "message":"reading \\"extracts\\""}
        {"ts":"2013-07-23T02:30:00.000Z","level":"error","event":"problem",\
        "message":"the workspace is in use","advice":"Wait."}

        """)
  }

  @Test(arguments: [
    ("-q", "kindred: warning: w\n"), ("--strict", "said\nkindred: warning: w\n"),
    ("-v", "said\ndetail\nkindred: warning: w\n"),
  ])
  func `how much is said`(_ flag: String, expected: String) async {
    let backends = Backends(run: { _, console in
      console.say("said")
      console.detail("detail")
      console.warn(Problem("w"))
      console.print("result")
      return .done
    })
    let seen = await KindredProgram.trial(["run", "p", flag], backends)
    #expect(seen.messages == expected)
    #expect(seen.output == "result\n")
  }

  @Test(arguments: [
    (WriteOutcome.written, ExitCode.done), (.readerGone, .done), (.failed, .inputOutput),
  ])
  func `a result that could not be written is not done`(
    _ outcome: WriteOutcome, expected: ExitCode
  ) async {
    let console = Recording().console(outcome: outcome)
    let program = KindredProgram(.echoing, surroundings: .july(), console: console)
    #expect(await program.run(["runs"]) == expected)
    #expect(await program.run(["--version"]) == expected)
  }

  @Test func `the exit codes are those that are promised`() {
    let numbers = ExitCode.allCases.map(\.rawValue)
    #expect(numbers == [0, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78, 130, 143])
  }
}
