import Testing

@testable import TestSupport

@Suite struct TemporaryFolderTests {
  @Test func theFolderIsThereAndThenGone() throws {
    let path = try withTemporaryFolder { folder in
      try write("hello", to: "\(folder)/a")
      #expect(try readText("\(folder)/a") == "hello")
      return folder
    }
    #expect(throws: POSIXFailure.self) { try readText("\(path)/a") }
    #expect(try run("/usr/bin/test", ["-e", path]).status == 1)
  }

  @Test func theFolderGoesWhenTheTestThrows() throws {
    struct Stop: Error {}
    var path = ""
    #expect(throws: Stop.self) {
      try withTemporaryFolder { (folder: String) throws in
        path = folder
        throw Stop()
      }
    }
    #expect(try run("/usr/bin/test", ["-e", path]).status == 1)
  }
}

@Suite struct RunTests {
  @Test func inputOutputErrorsAndStatusComeBack() throws {
    let answer = try run(
      "/bin/sh", ["-c", "cat; echo \"$WORD $1\" >&2; exit 3", "sh", "an argument"],
      environment: ["WORD": "a word"], input: "in")
    #expect(
      answer == ToolAnswer(ending: .exit(3), output: "in", errors: "a word an argument\n"))
  }

  @Test func muchOutputDoesNotBlock() throws {
    let answer = try run("/bin/sh", ["-c", "head -c 3000000 /dev/zero | tr '\\0' x"])
    #expect(answer.output.utf8.count == 3_000_000)
  }

  @Test func aSignalAndATimeoutAreNoExit() throws {
    #expect(try run("/bin/sh", ["-c", "kill -TERM $$"]).ending == .signal(15))
    #expect(try run("/bin/sleep", ["30"], timeout: 0.05).ending == .timeout)
  }

  @Test func aProgramThatIsNotThereThrows() {
    #expect(throws: POSIXFailure.self) { try run("/nonexistent/tool") }
  }

  @Test func theBuiltToolIsBesideTheTests() throws {
    #expect(try run("/usr/bin/test", ["-x", builtTool("kindred")]).status == 0)
  }
}

@Suite struct GeneratorTests {
  /// The first numbers for the seed 1234567, as the generator's reference code gives them.
  @Test func theNumbersAreTheOnesPublished() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func aBoundIsHeldTo() {
    var generator = SplitMix64(seed: 1)
    let seen = Set((0..<200).map { _ in generator.below(5) })
    #expect(seen == [0, 1, 2, 3, 4])
  }
}

@Suite struct WithEveryTests {
  @Test func loopsRunThroughAllValues() {
    var pairs: [[Int]] = []
    withEvery("a", 0..<2) { a in withEvery("b", 0..<2) { b in pairs.append([a, b]) } }
    #expect(pairs == [[0, 0], [0, 1], [1, 0], [1, 1]])
  }

  @Test func aFailureNamesTheLoopsValues() {
    withKnownIssue {
      withEvery("a", [7]) { _ in withEvery("b", ["x"]) { _ in check(false, "wrong") } }
    } matching: { issue in
      issue.comments.contains { $0.rawValue == "wrong [a = 7, b = x]" }
    }
  }

  @Test func everyTextIsThereOnce() {
    let texts = everyText(upTo: 3, of: "ab")
    #expect(texts.count == 15 && Set(texts).count == 15)
  }
}

@Suite struct SnapshotTests {
  @Test func aSnapshotIsRecordedComparedAndMissed() throws {
    try withTemporaryFolder { (folder: String) throws in
      let snapshots = "\(folder)/Snapshots"
      func problem(_ text: String, recording: Bool = false) throws -> String? {
        try snapshotProblem(of: text, named: "a.txt", in: snapshots, isRecording: recording)
      }
      #expect(try problem("a\nb\n")?.hasPrefix("there is no snapshot") == true)
      #expect(try problem("a\nb\n", recording: true)?.hasPrefix("recorded") == true)
      #expect(try problem("a\nb\n") == nil)
      #expect(try problem("a\nc\n") == "a.txt differs:\n-2: b\n+2: c")
    }
  }
}
