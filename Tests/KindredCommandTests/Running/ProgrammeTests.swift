import Disk
import TestSupport
import Testing

/// The built program on families' lives and claims.
@Suite("Cohort and claims")
struct ProgrammeTests {
  private static func words(
    _ council: SampleCouncil, _ words: [String], by: String = "mary", on: String = "2012-09-01"
  ) -> [String] {
    words + [
      "--pipeline", council.pipeline.text, "--workspace", council.workspace.text, "--by", by,
      "--on", on,
    ]
  }

  @Test("a family is identified, confirmed, attached; what does not follow is refused")
  func cohort() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let family = "0123456789abcdef"
      func say(_ words: [String], on: String) throws -> ToolAnswer {
        try run(
          builtTool("kindred"), Self.words(council, ["cohort"] + words, on: on))
      }
      let attach = [
        "attach", family, "--area", "Solenthaven", "--agency", "early-help", "--professional",
        "EH-1", "--pack", "tf1-2012", "--criteria", "crime,education", "--local-concern", "x",
      ]
      let early = try say(attach, on: "2012-09-01")
      #expect(early.status == 65)
      #expect(early.errors.contains("has to be confirmed by somebody"))
      #expect(try say(["identify", family, "--area", "Solenthaven"], on: "2012-07-01").status == 0)
      #expect(try say(["confirm", family], on: "2012-08-01").status == 0)
      #expect(try say(attach, on: "2012-09-01").output == "\(family): attached.\n")
      let wrong = try say(["close", family, "--reason", "bored"], on: "2013-01-01")
      #expect(wrong.status == 65)
      let list = try say(["list", "--format", "json"], on: "2013-01-01")
      #expect(list.output.contains("\"status\":\"attached\""))
      #expect(list.output.contains("\"confirmed_by\":\"mary\""))
      let funnel = try say(["funnel"], on: "2013-01-01")
      #expect(funnel.output.contains("2012/13"))
      // Each step counts from its own day on.
      for (day, figures) in [
        ("2012-06-30", "\"identified\":0,\"confirmed\":0,\"waiting\":0,\"attached\":0"),
        ("2012-07-31", "\"identified\":1,\"confirmed\":0,\"waiting\":0,\"attached\":0"),
        ("2012-08-31", "\"identified\":1,\"confirmed\":1,\"waiting\":1,\"attached\":0"),
        ("2012-09-01", "\"identified\":1,\"confirmed\":1,\"waiting\":0,\"attached\":1"),
      ] {
        let rows = try say(["funnel", "--format", "json"], on: day).output.split(separator: "\n")
        let year = rows.first { $0.contains("\"year\":\"2012/13\",\"area\":\"\"") }
        #expect(year?.contains(figures) == true, "\(day) \(rows)")
      }
      let later = try say(["assess", family], on: "9999-12-31")
      #expect(later.status == 65 && later.errors.contains("9999-12-31 is after the day of entry"))
      #expect(try say(["confirm"], on: "2013-01-01").status == 64)
    }
  }

  @Test("lines of a table that a rule refuses are told by the file's name")
  func importing() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let file = Path(folder).joining("families.csv")
      try Files.writeAtomically(
        Array("family,area,identified\n0000000000000001,Nowhere,2012-07-01\n".utf8), to: file)
      let answer = try run(
        builtTool("kindred"), Self.words(council, ["cohort", "import", file.text]))
      #expect(answer.status == 65)
      #expect(answer.errors.contains("families.csv:2") && answer.errors.contains("'Nowhere'"))
    }
  }

  @Test("a scheme's forecast counts families attached by a pack that it takes")
  func forecast() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      func say(_ words: [String], on: String = "2012-09-01") throws -> ToolAnswer {
        try run(builtTool("kindred"), Self.words(council, words, on: on))
      }
      for (family, pack) in [("0000000000000001", "tf1-2012"), ("0000000000000002", "tf2-2015")] {
        let identify = ["cohort", "identify", family, "--area", "Solenthaven"]
        #expect(try say(identify, on: "2012-07-01").status == 0)
        #expect(try say(["cohort", "confirm", family], on: "2012-08-01").status == 0)
        let attach = [
          "cohort", "attach", family, "--area", "Solenthaven", "--agency", "early-help",
          "--professional", "EH-1", "--pack", pack, "--criteria", "crime,education,work",
        ]
        #expect(try say(attach).status == 0)
      }
      let lines = try say(["claims", "forecast"]).output.split(separator: "\n")
      let year = try #require(lines.first { $0.hasPrefix("2012/13") })
      #expect(year.split(separator: " ")[1] == "1")
    }
  }

  @Test("windows, reconciliation and a sample without a seed")
  func claims() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      func say(_ words: [String]) throws -> ToolAnswer {
        try run(builtTool("kindred"), Self.words(council, ["claims"] + words))
      }
      let windows = try say(["windows"])
      #expect(windows.status == 0 && windows.output.contains("2013-07"))
      let sheet = try say(["reconcile", "--window", "2013-07"])
      #expect(sheet.status == 0)
      #expect(sheet.output.contains("submitted in 2013-07 0 = 0 paid"))
      #expect(try say(["sample", "--window", "2013-07"]).status == 64)
      #expect(try say(["reconcile", "--window", "2013-06"]).status == 65)
      #expect(try say(["sign", "C00001", "--role", "manager"]).status == 65)
      #expect(try say(["forecast"]).status == 0)
      #expect(try say(["status"]).status == 0 && say(["changes"]).status == 0)
      #expect(try say(["status", "banana"]).status == 65)
      #expect(
        try say(["note-elsewhere", "0000000000000001", "--scheme", "tf1-2012"]).status == 64)
      let none = try run(
        builtTool("kindred"), ["claims", "windows", "--workspace", council.workspace.text])
      #expect(none.status == 65)
    }
  }
}
