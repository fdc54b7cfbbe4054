import Disk
import TestSupport
import Testing

/// The programme as a part of every night: what people entered is heeded, told, and never changed by a run.
@Suite("The cohort and the claims of a night")
struct ProgrammeNightTests {
  /// A council with a run, and the families of it.
  private struct Night {
    let council: SampleCouncil

    init(in folder: String) throws {
      council = try SampleCouncil(
        in: folder, with: ["early-help": "CAF_tracker_", "housing-tenancies": "tenancies_"])
      let first = try run()
      try #require(first.status == 0, "\(first.errors)")
    }

    func run(
      _ asOf: String = SampleCouncil.asOf, _ options: [String] = []
    ) throws -> ToolAnswer {
      try TestSupport.run(
        builtTool("kindred"),
        [
          "run", council.pipeline.text, "--as-of", asOf, "--workspace", council.workspace.text,
        ] + options)
    }

    func verify() throws -> ToolAnswer {
      try TestSupport.run(builtTool("kindred"), ["verify", "--workspace", council.workspace.text])
    }

    @discardableResult
    func say(_ words: [String], by: String = "mary", on: String) throws -> ToolAnswer {
      try TestSupport.run(
        builtTool("kindred"),
        words + ["--workspace", council.workspace.text, "--by", by, "--on", on])
    }

    func text(_ path: String) throws -> String {
      try readText(council.workspace.joining("current/\(path)").text)
    }

    func families() throws -> [String] {
      try text("journeys/journeys.csv").split(separator: "\r\n").dropFirst().map {
        String($0.prefix(16))
      }
    }

    func rows(_ path: String, of family: String) throws -> [String] {
      try text(path).split(separator: "\r\n").map(String.init).filter { $0.contains(family) }
    }

    /// Brings a family into the programme on 1 September 2012, by criteria that somebody states.
    func attach(_ family: String) throws {
      let steps: [([String], String)] = [
        (["cohort", "identify", family, "--area", "Solenthaven"], "2012-07-01"),
        (["cohort", "confirm", family], "2012-08-01"),
        (
          [
            "cohort", "attach", family, "--area", "Solenthaven", "--agency", "early-help",
            "--professional", "EH-1", "--pack", "tf1-2012", "--criteria", "crime,education,work",
          ], "2012-09-01"
        ), (["cohort", "assess", family], "2012-09-10"),
        (["cohort", "plan", family], "2012-09-20"),
        (["cohort", "basis", family, "--reference", "PN-1"], "2012-09-20"),
      ]
      for (words, day) in steps {
        let answer = try say(words, on: day)
        try #require(answer.status == 0, "\(words): \(answer.errors)")
      }
    }
  }

  @Test("what was entered makes another run of the day, which tells of it and can be built again")
  func heeded() throws {
    try withTemporaryFolder { folder in
      let night = try Night(in: folder)
      let before = try night.text("manifest.json")
      #expect(!before.contains("\"references\""))
      #expect(try night.text("claims/claims.csv").split(separator: "\r\n").count == 1)
      let families = try night.families()
      let family = try #require(families.first)
      try night.attach(family)
      try night.say(
        ["cohort", "confirm", try #require(families.last)], on: "2013-07-01")
      #expect(try night.run().status == 0)
      let after = try night.text("manifest.json")
      #expect(after != before && after.contains("\"references\"") && after.contains("\"ledger\""))
      let row = try #require(try night.rows("cohort/cohort.csv", of: family).first)
      #expect(row.hasPrefix("\(family),attached,true,true,"))
      #expect(row.contains(",2012/13,Solenthaven,"))
      // Of a family that is attached, what is missing for the coming window is told, with who can help.
      let prospect = try #require(try night.rows("claims/prospects.csv", of: family).first)
      #expect(prospect.contains(",tf1-2012,2013-07,"))
      #expect(try !night.rows("claims/missing.csv", of: family).isEmpty)
      // A family that is confirmed waits, and is for comparison.
      #expect(
        try night.rows("cohort/comparison-group.csv", of: families[families.count - 1]).count == 1)
      let verified = try night.verify()
      #expect(verified.status == 0, "\(verified.errors)")
      // The same again is the same run.
      #expect(try night.run().output.contains("already"))
    }
  }

  @Test("what leaves the team has public references, and only families that somebody confirmed")
  func agencies() throws {
    try withTemporaryFolder { folder in
      let night = try Night(in: folder)
      let families = try night.families()
      let family = try #require(families.first)
      try night.attach(family)
      #expect(try night.run().status == 0)
      let list = try night.text("cohort/agencies/early-help-outcomes.csv")
      let lines = list.split(separator: "\r\n")
      #expect(lines.count == 2)
      #expect(lines.last?.hasPrefix("F-") == true)
      for family in families { #expect(!list.contains(family)) }
      #expect(!list.contains("dwp") && !list.contains("benefit"))
      // Another key than before is told, and used only when that is wanted.
      let key = night.council.workspace.joining("reference.key")
      try Files.writeAtomically([UInt8](repeating: 7, count: 32), to: key)
      for refused in [try night.run(), try night.verify()] {
        #expect(refused.status == 65 && refused.errors.contains("reference.key"))
      }
      #expect(try night.text("cohort/agencies/early-help-outcomes.csv") == list)
      #expect(try night.run(SampleCouncil.asOf, ["--new-references"]).status == 0)
      #expect(try night.text("cohort/agencies/early-help-outcomes.csv") != list)
      #expect(try night.verify().status == 0)
      #expect(try night.run().output.contains("already"))
    }
  }

  @Test("a run of an older day tells of that day, and a mistake in 'identified_by' is told")
  func days() throws {
    try withTemporaryFolder { folder in
      let night = try Night(in: folder)
      let family = try #require(try night.families().first)
      try night.attach(family)
      #expect(try night.run("2013-07-24").status == 0)
      #expect(try night.rows("cohort/cohort.csv", of: family).first?.contains(",attached,") == true)
      try night.council.edit(
        "pipelines/solentshire/programme.yaml", "identified_by: [tf1-2012,",
        "identified_by: [tf1-2013,")
      let wrong = try night.run()
      #expect(wrong.status == 78 && wrong.errors.contains("id you mean 'tf1-2012'?"))
    }
  }
}
