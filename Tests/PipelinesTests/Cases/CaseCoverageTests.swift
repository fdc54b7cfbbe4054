import Disk
import SQLiteAccess
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// For which days silence means that nothing happened.
@Suite struct CaseCoverageTests {
  /// A file of the source, by the day of its delivery.
  struct File: Sendable {
    var day: String
    var state = "read"
    var accepted = 10
    var quarantined = 0
    var content: String?

    init(
      _ day: String, _ state: String = "read", accepted: Int = 10, quarantined: Int = 0,
      content: String? = nil
    ) {
      (self.day, self.state) = (day, state)
      (self.accepted, self.quarantined, self.content) = (accepted, quarantined, content)
    }
  }

  /// Files of a monthly source and days of its facts, and the days that the source has told of.
  struct Told: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var contents = "increment"
    var files: [File]
    var facts: [String]
    var told: [String]
  }

  private static let june = (10...19).map { "2013-06-\($0)" }
  private static let spring = (10...19).flatMap { ["2011-04-\($0)", "2012-04-\($0)"] }

  @Test(arguments: [
    Told(
      testDescription: "one increment tells of the time since one was due",
      files: [File("2013-07-18")], facts: june, told: ["2013-06-17 to 2013-07-18"]),
    Told(
      testDescription: "whatever years its rows are of", files: [File("2013-07-18")],
      facts: ["2003-06-20"] + spring + june, told: ["2013-06-17 to 2013-07-18"]),
    Told(
      testDescription: "increments in time are one stretch",
      files: [File("2013-05-18"), File("2013-06-18"), File("2013-07-18")], facts: june,
      told: ["2013-04-17 to 2013-07-18"]),
    Told(
      testDescription: "where one is missing there is a hole",
      files: [File("2013-03-18"), File("2013-07-18")], facts: june,
      told: ["2013-02-15 to 2013-03-18", "2013-06-17 to 2013-07-18"]),
    Told(
      testDescription: "the first tells of what was before, if that is agreed",
      contents: "increment\n  tells_from: 2011-07-18", files: [File("2013-07-18")],
      facts: ["2003-06-20"] + june, told: ["2011-07-18 to 2013-07-18"]),
    Told(
      testDescription: "a whole list tells from its first row", contents: "snapshot",
      files: [File("2013-06-18"), File("2013-07-18")], facts: spring + june,
      told: ["2011-04-10 to 2013-07-18"]),
    Told(
      testDescription: "a whole list without facts tells of the time since the first",
      contents: "snapshot", files: [File("2013-06-18"), File("2013-07-18")], facts: [],
      told: ["2013-06-18 to 2013-07-18"]),
    Told(
      testDescription: "a file without rows tells of nothing",
      files: [File("2013-05-18"), File("2013-06-18"), File("2013-07-18", accepted: 0)], facts: [],
      told: ["2013-04-17 to 2013-06-18"]),
    Told(
      testDescription: "unless that is an answer",
      contents: "increment\n  rows: {least: 0}",
      files: [File("2013-06-18"), File("2013-07-18", accepted: 0)], facts: [],
      told: ["2013-05-18 to 2013-07-18"]),
    Told(
      testDescription: "rows that were all rejected are none",
      contents: "increment\n  rows: {least: 0}",
      files: [File("2013-06-18"), File("2013-07-18", accepted: 0, quarantined: 9)], facts: [],
      told: ["2013-05-18 to 2013-06-18"]),
    Told(
      testDescription: "quiet months that are alike are months all the same",
      contents: "increment\n  rows: {least: 0}",
      files: [
        File("2013-06-18", accepted: 0, content: "quiet"),
        File("2013-07-18", "duplicate", accepted: 0, content: "quiet"),
      ], facts: [], told: ["2013-05-18 to 2013-07-18"]),
    Told(
      testDescription: "what came twice, and what was refused, tell of nothing",
      contents: "increment\n  rows: {least: 0}",
      files: [
        File("2013-05-18", content: "busy"),
        File("2013-06-18", "duplicate", accepted: 0, content: "busy"),
        File("2013-07-18", "refused", accepted: 0),
      ], facts: [], told: ["2013-04-17 to 2013-05-18"]),
  ])
  func `a source has told of the days for which it sent something`(_ example: Told) async throws {
    try await withTiny { tiny in
      let contract = "council/sources/reports.yaml"
      try tiny.edit(contract, "every: quarter", "every: month\n  error_after: 45 days")
      try tiny.edit(contract, "contents: increment", "contents: \(example.contents)")
      let definition = try tiny.load().definition
      var file = try RunFile.create(at: tiny.root.joining("run.db").text)
      try file.connection.executeScript(Self.script(example))
      let found = try CaseCoverageReading(definition).read(&file)
      let told = found.coverage.map { "\($0.days.first.iso) to \($0.days.last.iso)" }
      #expect(told == example.told)
    }
  }

  private static func script(_ example: Told) -> String {
    let files = example.files.enumerated().reversed().map { number, file in
      """
      INSERT INTO extract VALUES (\(example.files.count - number), 1, 'f\(number).csv',
        '\(file.content ?? "\(number)")', 1, '\(file.day)', '\(file.state)', NULL, NULL, 0,
        \(file.accepted), \(file.quarantined), 0, NULL, 0, 0);
      """
    }
    let facts = example.facts.enumerated().map { number, day in
      "INSERT INTO fact VALUES (\(number), 1, 1, 1, 2, NULL, NULL, '\(day)'"
        + String(repeating: ", NULL", count: 5) + ");"
    }
    let source = "INSERT INTO source VALUES (1, 'reports', '', '', '', '', '', NULL, '', '');"
    return ([source] + files + facts).joined(separator: "\n")
  }
}
