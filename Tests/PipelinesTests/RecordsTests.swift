import Disk
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// What other programs read of a run is as it is promised.
@Suite struct RecordsTests {
  private static func schema(_ name: String) throws -> JSONSchema {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let bytes = try readBytes("/\(root)/docs/schemas/\(name).json")
    return JSONSchema(root: try JSONNode.parse(bytes))
  }

  private static func problems(_ schema: String, _ path: Path) throws -> [String] {
    try self.schema(schema).problems(of: try JSONNode.parse(try Files.read(path)))
  }

  /// Checks every record in a run's folder.
  private func checkRecords(_ folder: Path, isWhole: Bool = true) throws {
    #expect(try Self.problems("run_results", folder.joining("run_results.json")) == [])
    if isWhole {
      #expect(try Self.problems("manifest", folder.joining("manifest.json")) == [])
      #expect(try Self.problems("sources", folder.joining("sources.json")) == [])
    }
    for name in try Files.list(folder.joining("stages")) {
      #expect(try Self.problems("checkpoint", folder.joining("stages/\(name)")) == [])
    }
    try checkLog(folder.joining("log.jsonl"))
  }

  private func checkLog(_ path: Path) throws {
    let lines = try readText(path.text).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "", "the last line has its end")
    for line in lines.dropLast() {
      let event = try JSONNode.parse(Array(line.utf8))
      #expect(try Self.schema("event").problems(of: event) == [], "\(line)")
      for name in ["ts", "level", "run_id", "event", "message"] {
        #expect(event[name]?.text?.isEmpty == false, "\(name): \(line)")
      }
      #expect(["debug", "info", "warning", "error"].contains(event["level"]?.text ?? ""))
      // No value of any row is ever logged.
      for word in ["Archer", "Baker", "Cooper", "Fisher", "High Street", "SO14"] {
        #expect(!line.contains(word), "\(line)")
      }
    }
  }

  @Test func `records of runs of every ending follow their schemas`() async throws {
    try await withTiny { tiny in
      try tiny.deliver("other.csv", "x\n")
      let june = try readText(tiny.extracts.joining("exclusions_2013-06-03.csv").text)
      try tiny.deliver("exclusions_2013-07-02.csv", june)
      for asOf in ["2013-01-01", "2013-07-22", "2013-08-20", "2014-07-22"] {
        try checkRecords(try await tiny.run(asOf).folder)
      }
      try checkRecords(try await tiny.run { $0.selection.sources = ["reports"] }.folder)
      let again = try await tiny.run {
        $0.rebuilds = true
        $0.replacesLater = true
      }
      try checkRecords(again.folder)
      let stop = Stage(name: "checks", title: "Break off") { _ in throw CheckpointTests.Stop() }
      await #expect(throws: CheckpointTests.Stop.self) {
        try await tiny.run("2013-07-23", stages: [.intake, stop, .reports])
      }
      let broken = try await tiny.plan("2013-07-23").name
      try checkRecords(tiny.workspace.folder(of: broken), isWhole: false)
    }
  }

  @Test func `a record that breaks its schema is noticed`() async throws {
    try await withTiny { tiny in
      let folder = try await tiny.run().folder
      let schema = try Self.schema("run_results")
      guard
        case .object(let sound) = try JSONNode.parse(
          try Files.read(folder.joining("run_results.json")))
      else { throw CheckpointTests.Stop() }
      let wrong: [(String, JSONNode?)] = [
        ("status", .string("done")), ("status", nil), ("version", .number(2)),
        ("run", .string("xyz")), ("elapsed_ms", .number(-1)), ("elapsed_ms", .number(0.5)),
        ("more", .null), ("results", .array([.object([:])])), ("as_of", .number(20_130_722)),
      ]
      for (name, value) in wrong {
        var members = sound
        members[name] = value
        #expect(schema.problems(of: .object(members)) != [], "\(name)")
      }
    }
  }

  // MARK: Metrics

  /// The samples of a text for Prometheus, each name and label with its value; nil where a line is not in the format.
  private static func samples(_ text: String) throws -> [String: Double]? {
    guard text.hasSuffix("\n") else { return nil }
    var types: Set<Substring> = []
    var samples: [String: Double] = [:]
    let label = #"[a-z]+="[^"\\\n]*""#
    let sample = try Regex(#"^([a-z_]+)(\{\#(label)(?:,\#(label))*\})? ([0-9]+(?:\.[0-9]+)?)$"#)
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      if line.hasPrefix("# HELP ") {
        guard words.count == 4 else { return nil }
      } else if line.hasPrefix("# TYPE ") {
        guard words.count == 4, words[3] == "gauge", types.insert(words[2]).inserted else {
          return nil
        }
      } else {
        guard let match = line.wholeMatch(of: sample), let name = match[1].substring,
          types.contains(name), let value = words.last.flatMap({ Double($0) })
        else { return nil }
        let key = String(line.prefix(upTo: line.lastIndex(of: " ") ?? line.endIndex))
        guard samples.updateValue(value, forKey: key) == nil else { return nil }
      }
    }
    return samples
  }

  private static func metrics(_ tiny: TinyPipeline) throws -> [String: Double] {
    let text = try readText(tiny.workspace.metrics.text)
    return try #require(try samples(text), "\(text)")
  }

  @Test func `metrics tell rows, ages and whether it went well, and keep the last success`()
    async throws
  {
    try await withTiny { tiny in
      let outcome = try await tiny.run()
      let good = try Self.metrics(tiny)
      #expect(good["kindred_last_run_status"] == 1)
      func rows(_ state: String, of source: String? = nil) -> Double {
        good.filter { metric in
          metric.key.hasPrefix("kindred_rows{source=\"\(source ?? "")")
            && metric.key.hasSuffix(",state=\"\(state)\"}")
        }.values.reduce(0, +)
      }
      #expect(rows("read") == 25)
      #expect(rows("quarantined") == 3)
      #expect(rows("read") == rows("accepted") + rows("quarantined") + rows("skipped"))
      let sources = try tiny.query(
        "SELECT DISTINCT name FROM extract JOIN source ON source.id = source_id ORDER BY 1",
        in: outcome.run)
      #expect(sources == ["exclusions", "reports", "tenancies"])
      for source in sources {
        let read = try tiny.query(
          """
          SELECT sum(records_read) FROM extract JOIN source ON source.id = source_id
          WHERE name = '\(source)'
          """, in: outcome.run)
        #expect(good["kindred_rows{source=\"\(source)\",state=\"read\"}"] == Double(read[0]))
      }
      #expect(good["kindred_source_age_seconds{source=\"exclusions\"}"] == 1_814_400)
      #expect(good["kindred_quarantine_ratio"].map { abs($0 - 3.0 / 19) < 0.000_001 } == true)
      let success = try #require(good["kindred_last_success_timestamp_seconds"])
      #expect(success > 1_300_000_000)

      #expect(try await tiny.run("2014-07-22").ending == .extractMissing)
      let refused = try Self.metrics(tiny)
      #expect(refused["kindred_last_run_status"] == 0)
      #expect(refused["kindred_last_success_timestamp_seconds"] == success)

      let stop = Stage(name: "intake", title: "Break off") { _ in throw CheckpointTests.Stop() }
      await #expect(throws: CheckpointTests.Stop.self) {
        try await tiny.run("2013-07-23", stages: [stop])
      }
      let broken = try Self.metrics(tiny)
      #expect(broken["kindred_last_run_status"] == 0)
      #expect(broken["kindred_last_success_timestamp_seconds"] == success)
    }
  }
}
