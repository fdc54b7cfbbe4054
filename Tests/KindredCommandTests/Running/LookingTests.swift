import Disk
import FoundationEssentials
import TestSupport
import Testing

@testable import KindredCommand

/// `check`, `plan`, `sources`, `rejects` and `runs` on a small council.
@Suite struct LookingTests {
  /// A line of JSON, as far as these tests look at it.
  struct Line: Decodable {
    var type: String?
    var source: String?
    var file: String?
    var code: String?
    var state: String?
    var owner: String?
    var read: Int?
    var accepted: Int?
    var quarantined: Int?
    var skipped: Int?
    var rows: Int?
    var line: Int?
    var would: String?
    var verdict: String?
    var exitCode: Int?
    var message: String?
  }

  /// A mistake in a pipeline's files.
  struct Mistake: Decodable {
    var type: String
    var line: Int
    var column: Int
  }

  /// A run as it is listed.
  struct Listed: Decodable {
    var status: String
    var live: Bool
  }

  static func lines<Value: Decodable>(
    _ text: String, of type: Value.Type = Line.self
  ) throws -> [Value] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try text.split(separator: "\n").map {
      try decoder.decode(type, from: Data($0.utf8))
    }
  }

  @Test func `check reads everything, and leaves nothing behind`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let before = try council.everything()
      let answer = try council.kindred(
        FaultTests.check, environment: ["KINDRED_WORKSPACE": council.workspace.text])
      #expect(answer.status == 0, "\(answer)")
      #expect(answer.output.contains("Solentshire as of 2013-07-22: 3 sources, 6 extracts."))
      #expect(answer.output.hasSuffix("Nothing would stop a run from publishing.\n"))
      #expect(try council.everything() == before)
      let lines = try Self.lines(
        try council.kindred(FaultTests.check + " --format json --threads 1").output)
      let extracts = lines.filter { $0.type == "extract" }
      #expect(extracts.count == 6)
      for extract in extracts {
        #expect(
          extract.read
            == (extract.accepted ?? 0) + (extract.quarantined ?? 0) + (extract.skipped ?? 0))
      }
      #expect(lines.last?.verdict == "sound" && lines.last?.exitCode == 0)
    }
  }

  @Test func `check tells programs the mistakes of a pipeline`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      try council.editSource("exclusions", "title:", "titel:")
      let answer = try council.kindred(FaultTests.check + " --format json")
      #expect(answer.status == ExitCode.configuration.rawValue)
      #expect(answer.errors == "")
      let mistakes = try Self.lines(answer.output, of: Mistake.self)
      #expect(mistakes.allSatisfy { $0.type == "mistake" })
      #expect(mistakes.contains { $0.line == 2 && $0.column == 1 })
    }
  }

  @Test func `other extracts, and the pipeline by its file`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let other = council.root.joining("other")
      try Files.createFolder(other)
      let name = "nominations_2013-07-17.csv"
      try Files.move(council.extracts.joining(name), to: other.joining(name))
      let answer = try council.kindred(
        "check \(council.pipeline)/pipeline.yaml --as-of 2013-07-22 --extracts \(other)")
      #expect(answer.status == ExitCode.extractMissing.rawValue)
      #expect(answer.output.contains("3 sources, 1 extract."))
    }
  }

  @Test func `plan foresees a run, and writes nothing`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let words = "plan PIPELINE --as-of 2013-07-22 --workspace WORKSPACE"
      let empty = try council.everything()
      let first = try council.kindred(words)
      #expect(first.status == 0 && first.output.contains("No run is live yet."))
      #expect(try council.everything() == empty)
      try council.publish()
      let published = try council.everything()
      let second = try council.kindred(words)
      #expect(second.output.contains("It is the live run: nothing has changed since."))
      try write("", to: council.extracts.joining("what is this.csv").text)
      let third = try council.kindred(words)
      #expect(third.output.contains("what is this.csv: unclaimed-file"))
      try Files.remove(council.extracts.joining("what is this.csv"))
      #expect(try council.everything() == published)
      let lines = try Self.lines(try council.kindred(words + " --format json").output)
      #expect(lines.filter { $0.type == "stage" }.allSatisfy { $0.would == "be reused" })
      #expect(lines.filter { $0.type == "extract" }.count == 6)
    }
  }

  @Test func `sources, rejects and runs of a run`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      // A day that no month has, in a row that the story of the sample has always.
      try council.edit(
        "sample-data/extracts/Delius_extract_20130719.csv", "Order,01/07/2007", "Order,41/07/2007")
      try council.publish()
      let cards = try council.kindred("sources --workspace WORKSPACE")
      #expect(cards.status == 0)
      for words in ["Pupil Services data team", "Education Act 1996 section 537A", "ISA-2012-04"] {
        #expect(cards.output.contains(words))
      }
      let one = try Self.lines(
        try council.kindred("sources --source probation --format json --workspace WORKSPACE").output
      )
      #expect(one.map(\.source) == ["probation"] && one[0].owner == "Solent Probation Trust")
      let rejects = try Self.lines(
        try council.kindred("rejects --format json --workspace WORKSPACE").output)
      let counted = rejects.filter { $0.type == "count" }.compactMap(\.rows).reduce(0, +)
      #expect(counted > 0)
      #expect(rejects.filter { $0.type == "rejection" }.count == counted)
      let none = try Self.lines(
        try council.kindred("rejects --limit 0 --format json --workspace WORKSPACE").output)
      #expect(none.map(\.type).allSatisfy { $0 == "count" })
      let wrong = try council.kindred(
        "rejects --code unknown-cod --source probtion --workspace WORKSPACE")
      #expect(wrong.status == ExitCode.usage.rawValue)
      #expect(wrong.errors.contains("'unknown-code'") && wrong.errors.contains("'probation'"))
      let runs = try Self.lines(
        try council.kindred("runs --format json --workspace WORKSPACE").output, of: Listed.self)
      #expect(runs.map(\.status) == ["published"] && runs.map(\.live) == [true])
    }
  }

  /// Whatever the account's mask is, and SQLite makes its files by it.
  @Test func `files are their owner's alone`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let answer = try council.kindred(SampleCouncil.nightly, shell: "umask 000")
      try #require(answer.status == 0)
      let files = FileManager.default
      for name in try files.subpathsOfDirectory(atPath: council.workspace.text) {
        let path = council.workspace.joining(name)
        if try Files.kind(of: path) == .link { continue }
        let mode = try files.attributesOfItem(atPath: path.text)[.posixPermissions] as? Int
        // The metrics are for whoever watches the machine.
        let expected =
          name.hasSuffix("kindred.prom")
          ? 0o644 : try Files.kind(of: path) == .folder ? 0o700 : 0o600
        #expect(mode == expected, "\(name)")
      }
    }
  }

  @Test func `more troubled families make another council`() throws {
    try withTemporaryFolder { folder in
      let troubled = try [2, 100_000].map { number in
        let out = "\(folder)/\(number)"
        let answer = try run(
          builtTool("kindred"),
          ["synth", "--people", "600", "--seed", "1", "--troubled", "\(number)", "--out", out])
        try #require(answer.status == 0, "\(answer)")
        return try readText("\(out)/truth/families.csv").split(separator: "\n")
          .count { $0.contains(",yes,") }
      }
      // Some shapes of families are troubled whatever the share.
      #expect(troubled[0] > 2 * troubled[1], "\(troubled)")
    }
  }
}

extension SampleCouncil {
  /// Every file with its content and the time of its last change.
  fileprivate func everything() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.text) {
      let path = root.joining(name)
      switch try Files.kind(of: path) {
      case .file:
        found["\(name) \(try Files.modificationTime(of: path).text)"] = try Files.read(path)
      case .link: found["\(name) to \(try Files.linkTarget(path) ?? "")"] = []
      default: found[name] = []
      }
    }
    return found
  }
}
