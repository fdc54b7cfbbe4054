import Disk
import FoundationEssentials
import SQLiteAccess
import TestSupport
import Testing

@testable import KindredCommand

/// `review`, `ledger` and `diff` with the built program, from a doubt to the night after.
@Suite struct ReviewTests {
  /// A question as it is told to programs.
  struct Question: Decodable {
    var left: String
    var right: String
  }

  /// A change as it is told to programs.
  struct Change: Decodable {
    var subject: String
    var change: String
    var cause: String
  }

  @Test func `a doubt is decided, the next run heeds it, and the ledger proves it`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      try council.publish()
      let next = try council.kindred("review next --limit 500 --format json --workspace WORKSPACE")
      #expect(next.status == 0, "\(next.errors)")
      let questions = try LookingTests.lines(next.output, of: Question.self)
      let none = try council.kindred("ledger list --kind decision --workspace WORKSPACE")
      #expect(none.status == 0, "that there is none yet is no mistake: \(none.errors)")
      let unknown = try council.kindred("ledger list --kind decisoin --workspace WORKSPACE")
      #expect(unknown.status == 64 && unknown.errors.contains("Did you mean 'decision'?"))
      let keys = try Self.keys(council)
      let decide = "review decide cannot-tell \(keys) --reason too-little-known"
      let decided = try council.kindred("\(decide) --workspace WORKSPACE")
      #expect(decided.status == 0, "\(decided.errors)")
      #expect(decided.output.contains("cannot tell. It counts from the next run on."))
      let left = try LookingTests.lines(
        try council.kindred("review next --limit 500 --format json --workspace WORKSPACE").output,
        of: Question.self)
      #expect(left.count <= questions.count)
      let verified = try council.kindred("ledger verify --workspace WORKSPACE")
      #expect(verified.status == 0 && verified.output.contains("1 decision, of which 1 holds"))
      let undone = try council.kindred("review undo 2 --reason mistake --workspace WORKSPACE")
      #expect(undone.status == 0, "\(undone.errors)")
      let listed = try council.kindred("ledger list --kind decision --workspace WORKSPACE")
      #expect(listed.output.contains("undone by 3"))
      try exchange(council)
      try judge(council)
      try differ(council)
      try tamper(council)
    }
  }

  /// The keys of two records of the live run.
  private static func keys(_ council: SampleCouncil) throws -> String {
    let run = try #require(try Files.linkTarget(council.workspace.joining("current")))
    var connection = try Connection(
      path: council.workspace.joining(run).joining("run.db").text, .readOnlyImmutable)
    let keys = try connection.query("SELECT printf('%016x', key) FROM person_record LIMIT 2") {
      (row) throws(DatabaseError) in row.text(0)
    }
    return keys.joined(separator: " ")
  }

  private func exchange(_ council: SampleCouncil) throws {
    let file = council.root.joining("decisions.csv").text
    #expect(try council.kindred("review export \(file) --workspace WORKSPACE").status == 0)
    let again = try council.kindred("review import \(file) --workspace WORKSPACE")
    #expect(again.output.contains("0 decisions noted, 2 known already"))
    try write(Array("decision,left\nmacth,x\n".utf8), to: file)
    let mistaken = try council.kindred("review import \(file) --workspace WORKSPACE")
    #expect(mistaken.status == ExitCode.dataRefused.rawValue)
    #expect(mistaken.errors.contains("decisions.csv:2:1"))
    #expect(mistaken.errors.contains("Did you mean 'match'?"))
  }

  private func judge(_ council: SampleCouncil) throws {
    let folder = council.root.joining("quality")
    let drawn = try council.kindred(
      "review sample \(folder.text) --size 20 --seed 3 --workspace WORKSPACE")
    #expect(drawn.status == 0, "\(drawn.errors)")
    let table = folder.joining("sample.csv").text
    let text = try readText(table)
    #expect(!text.contains("joined") && !text.contains("apart"))
    var lines = text.split(separator: "\r\n").map(String.init)
    for place in lines.indices.dropFirst() {
      var cells = lines[place].split(separator: ",", omittingEmptySubsequences: false)
      cells[3] = "match"
      lines[place] = cells.joined(separator: ",")
    }
    try write(Array(lines.joined(separator: "\r\n").utf8), to: table)
    let scored = try council.kindred("review score \(folder.text) --workspace WORKSPACE")
    #expect(scored.status == 0, "\(scored.errors)")
    #expect(scored.output.contains("Precision: 100.0%"))
    try write(
      Array(lines.dropLast().joined(separator: "\r\n").utf8 + Array("\r\n21,x,y,match".utf8)),
      to: table)
    #expect(
      try council.kindred("review score \(folder.text) --workspace WORKSPACE").status
        == ExitCode.dataRefused.rawValue)
  }

  private func differ(_ council: SampleCouncil) throws {
    let same = try council.kindred("diff \(SampleCouncil.asOf) --workspace WORKSPACE")
    #expect(same.status == 0 && same.output.contains("The same people, the same families."))
    try council.withdraw("exclusions_2013-07")
    let run = try council.kindred("run PIPELINE --as-of 2013-07-23 --workspace WORKSPACE")
    #expect(run.status == 0, "\(run.errors)")
    let table = council.root.joining("changes.csv").text
    let answer = try council.kindred(
      "diff \(SampleCouncil.asOf) --out \(table) --format json --workspace WORKSPACE")
    #expect(answer.status == 0, "\(answer.errors)")
    let changes = try LookingTests.lines(answer.output, of: Change.self)
    #expect(try readText(table).split(separator: "\r\n").count == changes.count + 1)
    #expect(changes.allSatisfy { ["person", "family"].contains($0.subject) })
  }

  private func tamper(_ council: SampleCouncil) throws {
    let head = council.workspace.joining("ledger.head").text
    let text = try readText(head)
    try write(Array(("9" + text).utf8), to: head)
    let answer = try council.kindred("ledger verify --workspace WORKSPACE")
    #expect(answer.status == ExitCode.dataRefused.rawValue)
    #expect(answer.errors.contains("Restore ledger.db and ledger.head"))
    try write(Array(text.utf8), to: head)
  }

  @Test(arguments: [
    ("review decide", "no kind of decision is named"),
    ("review decide macth", "Did you mean 'match'?"),
    ("review decide match Quillfeather Ella", "keys of records"),
    ("review decide match 0000000000000001", "takes 2 key(s), not 1"),
    ("review decide match 0000000000000001 0000000000000001", "a key is there twice"),
    ("review decide override 0000000000000001 --pack tf1 --finding met", "--criterion is missing"),
    ("review undo seven", "no decision is named"), ("review export decisions", ".csv or .json"),
    ("review next more", "takes no more than 0 words"),
  ])
  func `what is said wrongly is told before anything is opened`(
    _ words: String, _ expected: String
  ) throws {
    try withTemporaryFolder { folder in
      let answer = try run(
        builtTool("kindred"), words.split(separator: " ").map(String.init),
        environment: ["KINDRED_WORKSPACE": "\(folder)/workspace"])
      #expect([ExitCode.usage.rawValue, ExitCode.dataRefused.rawValue].contains(answer.status))
      #expect(answer.errors.contains(expected), "\(answer.errors)")
      #expect(!answer.errors.contains("Quillfeather"))
    }
  }
}
