import Testing

@testable import KindredCommand

@Suite struct ArgumentParserTests {
  private func run(_ words: String...) throws -> RunRequest {
    try request(words)
  }

  private func request<Request: CommandRequest>(
    _ words: [String], in surroundings: Surroundings = .july()
  ) throws -> Request {
    let arguments = try ArgumentParser.parse(words, as: Request.specification)
    return Request(arguments, in: surroundings)
  }

  @Test func `every option of run arrives where it belongs`() throws {
    let request = try run(
      "--as-of", "2012-02-29", "pipelines/solentshire", "--workspace=/srv/k", "--stage", "intake+",
      "--source", "police", "--source=census", "--exclude", "dwp", "--wait", "30m", "--strict",
      "--rebuild", "--threads", "4", "--log-format", "json", "-q")
    #expect(request.pipeline == "pipelines/solentshire")
    #expect(request.asOf == day("2012-02-29"))
    #expect(request.workspace == "/srv/k")
    #expect(request.stages == "intake+")
    #expect(request.sources == ["police", "census"])
    #expect(request.excludedSources == ["dwp"])
    #expect(request.waitMinutes == 30)
    #expect(request.isStrict)
    #expect(request.rebuilds)
    #expect(request.threads == 4)
  }

  @Test func `what is not said has its usual value`() throws {
    let request = try run("p")
    #expect(request.asOf == day("2013-07-22"))
    #expect(request.workspace == "workspace")
    #expect(request.stages == nil)
    #expect(request.sources == [])
    #expect(request.waitMinutes == 0)
    #expect(!request.isStrict && !request.rebuilds)
    #expect(request.threads == nil)
  }

  @Test(
    arguments: [
      ([:], [], "workspace"),
      (["KINDRED_WORKSPACE": "/var/k"], [], "/var/k"),
      (["KINDRED_WORKSPACE": ""], [], "workspace"),
      (["KINDRED_WORKSPACE": "/var/k"], ["--workspace", "here"], "here"),
    ] as [([String: String], [String], String)])
  func workspace(environment: [String: String], words: [String], expected: String) throws {
    let request: RunsRequest = try request(words, in: .july(environment))
    #expect(request.workspace == expected)
  }

  @Test func `two dashes end the options`() throws {
    #expect(try run("--strict", "--", "--odd-folder").pipeline == "--odd-folder")
  }

  @Test func `a single dash is an ordinary word`() throws {
    #expect(try run("-").pipeline == "-")
  }

  @Test func `a value may hold an equals sign, or begin with a dash after one`() throws {
    #expect(try run("p", "--stage=a=b").stages == "a=b")
    #expect(try run("p", "--workspace=-odd").workspace == "-odd")
  }

  @Test(arguments: ["1000000", "1_000_000", "1,000,000"])
  func `thousands may be set apart`(_ typed: String) throws {
    let request: SynthRequest = try request(["--people", typed, "--seed", "7", "--out", "d"])
    #expect(request.people == 1_000_000)
    #expect(request.seed == 7)
    #expect(request.output == "d")
  }

  @Test(arguments: [
    ["-h"], ["p", "--help"], ["--nonsense", "-h"], ["-qh"], ["--as-of", "--help"],
  ])
  func `help outranks every mistake`(_ words: [String]) throws {
    #expect(try ArgumentParser.parse(words, as: RunRequest.specification).wantsHelp)
  }

  @Test func `after two dashes help is an ordinary word`() throws {
    #expect(try run("--", "--help").pipeline == "--help")
  }

  /// Whatever is typed, the parser answers, and the answer is the same again.
  @Test(arguments: 1...8)
  func `no command line stops the parser`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let specifications = Backends.everySpecification
    let pieces =
      ["--", "-", "", "=", "-q", "-qvh", "--as-of", "--as-of=", "2013-07-22", "-5", "é", "\u{0}"]
      + [
        "--wait", "99999999999999999999", "--source=a", "0x1F", "١٢", "p", "--=x", "---", "-=", "m",
      ]
    for _ in 0..<2_000 {
      guard let specification = specifications.randomElement(using: &generator) else { return }
      let words = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      let first = reading(words, as: specification)
      let second = reading(words, as: specification)
      switch (first, second) {
      case (.success(let one), .success(let other)):
        #expect(String(describing: one.wantsHelp) == String(describing: other.wantsHelp))
      case (.failure(let one), .failure(let other)):
        #expect(one == other)
        #expect(!one.problems.isEmpty)
        #expect(UsageMessages.problems(in: one).allSatisfy { !$0.what.isEmpty })
      default:
        Issue.record("two readings of \(words) differ")
      }
    }
  }

  private func reading(
    _ words: [String], as specification: CommandSpecification
  ) -> Result<ParsedArguments, UsageProblems> {
    Result { () throws(UsageProblems) in try ArgumentParser.parse(words, as: specification) }
  }

  @Test func `asking for an undeclared flag stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let arguments = try ArgumentParser.parse([], as: RunsRequest.specification)
      _ = arguments.has("strict")
    }
  }
}
