import Disk
import Intake
import Sealing
import Store
import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Pipelines

/// What a run will read, and what it is called.
@Suite struct PlanningTests {
  @Test func `extracts come source by source, each source's newest first`() async throws {
    try await withTiny { tiny in
      let plan = try await tiny.plan()
      #expect(
        plan.extracts.map(\.fileName) == [
          "exclusions_2013-07-01.csv", "exclusions_2013-06-03.csv", "reports 01-04-2013.csv",
          "tenancies_2013-06.csv",
        ])
      #expect(plan.extracts.map(\.source) == [0, 0, 1, 2])
      #expect(plan.extracts.allSatisfy { $0.survey.shape != nil && $0.duplicateOf == nil })
    }
  }

  /// What a run of a day reads of exclusions, which name a day, and of tenancies, which name a month.
  struct DayCase: CustomTestStringConvertible {
    var asOf: String
    var files: [String]
    var testDescription: String { asOf }
  }

  @Test(arguments: [
    DayCase(asOf: "2013-03-31", files: []),
    DayCase(asOf: "2013-06-02", files: ["reports 01-04-2013.csv"]),
    DayCase(asOf: "2013-06-03", files: ["exclusions_2013-06-03.csv", "reports 01-04-2013.csv"]),
    DayCase(asOf: "2013-06-29", files: ["exclusions_2013-06-03.csv", "reports 01-04-2013.csv"]),
    DayCase(
      asOf: "2013-06-30",
      files: ["exclusions_2013-06-03.csv", "reports 01-04-2013.csv", "tenancies_2013-06.csv"]),
  ])
  func `no file is read before its day, and a month's only from its last day`(
    _ example: DayCase
  ) async throws {
    try await withTiny { tiny in
      let plan = try await tiny.plan(example.asOf)
      #expect(plan.extracts.map(\.fileName) == example.files)
    }
  }

  @Test func `a month's file was delivered on the month's last day`() async throws {
    try await withTiny { tiny in
      try tiny.deliver("tenancies_2012-02.csv", TinyTexts.tenanciesHeader)
      let months = try await tiny.plan().extracts.filter { $0.source == 2 }
      #expect(months.map(\.delivered.iso) == ["2013-06-30", "2012-02-29"])
    }
  }

  @Test func `what no contract claims is named, and notes beside extracts are not`() async throws {
    try await withTiny { tiny in
      for name in ["exclusion_2013-07-01.csv", "README.md", ".hidden", "x.part", "x.tmp"] {
        try tiny.deliver(name, "x\n")
      }
      try Files.createFolder(tiny.extracts.joining("archive"))
      try makeLink(
        tiny.extracts.joining("exclusions_2013-07-08.csv").text, to: "exclusions_2013-07-01.csv")
      let plan = try await tiny.plan()
      #expect(plan.unclaimed == ["exclusion_2013-07-01.csv", "exclusions_2013-07-08.csv"])
      #expect(plan.extracts.count == 4)
      let outcome = try await tiny.run()
      #expect(outcome.ending == .published)
      #expect(outcome.findings.map(\.code) == ["unclaimed-file", "unclaimed-file"])
    }
  }

  @Test func `all files that several contracts claim stop the run at once`() async throws {
    try await withTiny { tiny in
      try tiny.edit(
        "council/sources/reports.yaml", "reports {dd-MM-yyyy}.csv", "\"*{yyyy-MM-dd}.csv\"")
      try tiny.edit(
        "council/sources/tenancies.yaml", "tenancies_{yyyy-MM}.csv", "\"*_{yyyy-MM-dd}.csv\"")
      try tiny.deliver("other_2013-06-03.csv", "x")
      let shared = [
        SharedFiles(
          contracts: ["exclusions", "reports", "tenancies"],
          fileNames: ["exclusions_2013-06-03.csv", "exclusions_2013-07-01.csv"]),
        SharedFiles(contracts: ["reports", "tenancies"], fileNames: ["other_2013-06-03.csv"]),
      ]
      await #expect(throws: RunProblem.claimedTwice(shared)) { try await tiny.plan() }
    }
  }

  @Test func `extracts that may not be read are all named at once`() async throws {
    try await withTiny { tiny in
      let forbidden = ["exclusions_2013-06-03.csv", "tenancies_2013-06.csv"]
      let planner = Planner(
        pipeline: try tiny.load(), asOf: day(TinyTexts.asOf), selection: Selection(), threads: 2,
        read: { path in
          guard !forbidden.contains(path.lastComponent) else {
            throw DiskError("open", path, number: 13)
          }
          return try InputSurvey.read(path)
        })
      let expected = RunProblem.mayNotBeRead(forbidden, in: tiny.extracts)
      await #expect(throws: expected) { try await planner.plan() }
    }
  }

  @Test func `a disk that fails is told as such, and not as a right that lacks`() async throws {
    try await withTiny { tiny in
      let planner = Planner(
        pipeline: try tiny.load(), asOf: day(TinyTexts.asOf), selection: Selection(), threads: 2,
        read: { throw DiskError("read", $0, number: 5) })
      await #expect(throws: DiskError.self) { try await planner.plan() }
    }
  }

  @Test(arguments: [
    (contents: "snapshot", read: "exclusions_2013-07-08.csv"),
    (contents: "increment", read: "exclusions_2013-06-03.csv"),
  ])
  func `content sent again is read once`(contents: String, read: String) async throws {
    try await withTiny { tiny in
      try tiny.edit(
        "council/sources/exclusions.yaml", "contents: snapshot", "contents: \(contents)")
      let june = try readText(tiny.extracts.joining("exclusions_2013-06-03.csv").text)
      try tiny.deliver("exclusions_2013-07-05.csv", june)
      try tiny.deliver("exclusions_2013-07-08.csv", june)
      let plan = try await tiny.plan().extracts.filter { $0.source == 0 }
      for extract in plan {
        let isCopy = extract.digest == plan[0].digest && extract.fileName != read
        #expect(extract.duplicateOf == (isCopy ? read : nil))
      }
      #expect(plan.count { $0.duplicateOf != nil } == 2)
      let outcome = try await tiny.run()
      #expect(outcome.ending == .published)
      let states = try tiny.query(
        "SELECT state FROM extract WHERE file_name = '\(read)'", in: outcome.run)
      #expect(states == ["read"])
    }
  }

  @Test func `the same bytes in two series are no duplicates`() async throws {
    try await withTiny { tiny in
      let june = try readText(tiny.extracts.joining("exclusions_2013-06-03.csv").text)
      try tiny.deliver("tenancies_2013-05.csv", june)
      #expect(try await tiny.plan().extracts.allSatisfy { $0.duplicateOf == nil })
    }
  }

  @Test func `sources can be chosen and left out`() async throws {
    try await withTiny { tiny in
      let chosen = try await tiny.plan { $0.selection.sources = ["reports", "tenancies"] }
      #expect(chosen.extracts.map(\.source) == [1, 2])
      let left = try await tiny.plan { $0.selection.excluded = ["exclusions"] }
      #expect(left.extracts.map(\.source) == [1, 2])
      #expect(left.unclaimed == [])
      await #expect(throws: RunProblem.unknownSource("tenancy", nearest: nil)) {
        try await tiny.plan { $0.selection.sources = ["tenancy"] }
      }
      await #expect(throws: RunProblem.unknownSource("report", nearest: "reports")) {
        try await tiny.plan { $0.selection.excluded = ["report"] }
      }
      await #expect(throws: RunProblem.unknownStage("check", nearest: "checks")) {
        try await tiny.plan { $0.selection.stages = ["check"] }
      }
    }
  }

  @Test func `a pipeline without its folders is said to be that`() async throws {
    try await withTiny { tiny in
      try Files.removeTree(tiny.extracts)
      await #expect(throws: RunProblem.noExtractsFolder(tiny.extracts)) { try await tiny.plan() }
      try Files.removeTree(tiny.council.joining("sources"))
      let mistakes = #expect(throws: PipelineMistakes.self) { try tiny.load() }
      #expect(mistakes?.mistakes.map(\.what) == ["the folder 'sources' holds no contract"])
      try Files.remove(tiny.council.joining("pipeline.yaml"))
      #expect(throws: RunProblem.noPipeline(tiny.council)) { try tiny.load() }
    }
  }

  // MARK: Names

  /// A change of what goes into a run.
  struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var make: @Sendable (TinyPipeline) throws -> Void

    init(_ name: String, _ make: @escaping @Sendable (TinyPipeline) throws -> Void) {
      testDescription = name
      self.make = make
    }
  }

  @Test(arguments: [
    Change("pipeline.yaml") { try $0.edit("council/pipeline.yaml", "Tinyshire", "Tinyshire ") },
    Change("vocabulary") { try $0.edit("vocabulary.yaml", "level: 2", "level: 3") },
    Change("calendar") { try $0.edit("calendar.csv", "2013-07-24", "2013-07-23") },
    Change("first contract") {
      try $0.edit("council/sources/exclusions.yaml", "45 days", "46 days")
    },
    Change("second contract") { try $0.edit("council/sources/reports.yaml", "quarter", "month") },
    Change("third contract") { try $0.edit("council/sources/tenancies.yaml", "month", "year") },
    Change("an extract's bytes") {
      try $0.edit("council/extracts/tenancies_2013-06.csv", "T1", "T3")
    },
    Change("an old extract's bytes") {
      try $0.edit("council/extracts/exclusions_2013-06-03.csv", "FIXD,06", "PERM,06")
    },
    Change("an extract's name") { tiny in
      try Files.move(
        tiny.extracts.joining("tenancies_2013-06.csv"),
        to: tiny.extracts.joining("tenancies_2013-05.csv"))
    },
    Change("an extract more") { try $0.deliver("exclusions_2013-07-02.csv", "x\n") },
    Change("an extract fewer") { try $0.withdraw("exclusions_2013-06-03.csv") },
    Change("an unclaimed file") { try $0.deliver("other.csv", "x\n") },
    Change("a digest that does not agree") {
      try $0.deliver("SHA256SUMS", String(repeating: "0", count: 64) + "  tenancies_2013-06.csv\n")
    },
  ])
  func `a run's name changes with everything that goes into it`(_ change: Change) async throws {
    try await withTiny { tiny in
      let before = try await tiny.plan().name
      try change.make(tiny)
      #expect(try await tiny.plan().name != before)
    }
  }

  @Test func `a run's name changes with its day, its selection and the program`() async throws {
    try await withTiny { tiny in
      let names = [
        try await tiny.plan().name,
        try await tiny.plan("2013-07-23").name,
        try await tiny.plan { $0.selection.sources = ["exclusions", "reports", "tenancies"] }.name,
        try await tiny.plan { $0.selection.sources = ["exclusions"] }.name,
        try await tiny.plan { $0.selection.excluded = ["tenancies"] }.name,
        try await tiny.plan { $0.selection.stages = ["intake"] }.name,
      ]
      #expect(Set(names.map(\.id)).count == names.count)
      let planner = Planner(
        pipeline: try tiny.load(), asOf: day(TinyTexts.asOf), selection: Selection(), threads: 1)
      var plan = try await planner.plan()
      #expect(Planner.identity(of: plan) == plan.name.id)
      plan.program += "x"
      #expect(Planner.identity(of: plan) != plan.name.id)
    }
  }

  @Test(arguments: [
    Change("nothing") { _ in },
    Change("a folder in the extracts") { try Files.createFolder($0.extracts.joining("sent")) },
    Change("a note in the extracts") { try $0.deliver("README.md", "x\n") },
    Change("an extract of tomorrow") { try $0.deliver("exclusions_2013-07-23.csv", "x\n") },
    Change("digests that agree") { tiny in
      let name = "tenancies_2013-06.csv"
      let bytes = try Files.read(tiny.extracts.joining(name))
      try tiny.deliver("SHA256SUMS", "\(SHA256.digest(of: bytes).hex) *\(name)\n")
    },
    Change("the same bytes written anew") { tiny in
      let path = tiny.extracts.joining("tenancies_2013-06.csv")
      try Files.writeAtomically(try Files.read(path), to: path)
    },
  ])
  func `a run's name changes with nothing else`(_ change: Change) async throws {
    try await withTiny { tiny in
      let before = try await tiny.plan().name
      try change.make(tiny)
      #expect(try await tiny.plan().name == before)
      #expect(try await tiny.plan { $0.threads = 1 }.name == before)
      #expect(try await tiny.plan { $0.threads = 8 }.name == before)
      #expect(try await tiny.plan { $0.isStrict = true }.name == before)
      #expect(try await tiny.plan { $0.rebuilds = true }.name == before)
    }
  }

  @Test func `a pipeline in another folder has the same name`() async throws {
    try await withTiny { one in
      try await withTiny { other in
        #expect(try await one.plan().name == other.plan().name)
        // By a way that is written in another manner, too.
        let around = try LoadedPipeline.load(one.council.joining("../council"))
        let plan = try await one.keeper().plan(around, asOf: day(TinyTexts.asOf), RunOptions())
        #expect(try await plan.name == one.plan().name)
        #expect(
          plan.configuration.map(\.path).prefix(3) == [
            "pipeline.yaml", "../vocabulary.yaml", "../calendar.csv",
          ])
      }
    }
  }

  // MARK: Digests sent with the extracts

  @Test(arguments: [("exclusions_2013-07-01.csv", true), ("exclusions_2013-08-01.csv", false)])
  func `a file that is not as it was sent is refused, if it is read`(
    _ name: String, _ isRefused: Bool
  ) async throws {
    try await withTiny { tiny in
      let live = try await tiny.run().run
      try tiny.deliver("exclusions_2013-08-01.csv", TinyTexts.exclusionsHeader)
      let wrong = SHA256.digest(of: "something else").hex.uppercased()
      try tiny.deliver("SHA256SUMS", "\(wrong)  ./\(name)\n")
      let outcome = try await tiny.run("2013-07-23")
      #expect(outcome.ending == (isRefused ? .refused : .published))
      let codes = isRefused ? ["digest-mismatch", "stale-warning"] : []
      #expect(outcome.findings.map(\.code) == codes)
      let isSame = try tiny.workspace.liveRun() == live
      #expect(isSame == isRefused)
      let states = try tiny.query(
        "SELECT state FROM extract WHERE file_name = '\(name)'", in: outcome.run)
      #expect(states == (isRefused ? ["refused"] : []))
    }
  }
}

extension PlanningTests {
  @Test func `a file that the delivery's list names and that is not there is reported`()
    async throws
  {
    try await withTiny { tiny in
      let before = try await tiny.plan().name
      let digest = SHA256.digest(of: "x").hex
      let names = ["exclusions_2013-06-17.csv", "exclusions_2013-08-01.csv", "lost.csv"]
      try tiny.deliver("SHA256SUMS", names.map { "\(digest)  \($0)\n" }.joined())
      let plan = try await tiny.plan()
      // What is not due before the run's day is not missed.
      #expect(plan.undelivered == ["exclusions_2013-06-17.csv", "lost.csv"])
      #expect(plan.name != before)
      let chosen = try await tiny.plan { $0.selection.sources = ["reports"] }
      #expect(chosen.undelivered == ["lost.csv"])

      let pipeline = try tiny.load()
      let checker = PipelineChecker(pipeline, asOf: day(TinyTexts.asOf), threads: 1)
      let forecast = try await tiny.keeper().forecast(
        pipeline, asOf: day(TinyTexts.asOf), RunOptions())
      let outcome = try await tiny.run()
      #expect(outcome.ending == .published)
      for findings in [outcome.findings, try await checker.check().findings, forecast.findings] {
        #expect(findings.map(\.code) == ["undelivered-file", "undelivered-file"])
        #expect(findings.map(\.fileName) == plan.undelivered)
      }
      try tiny.deliver("lost.csv", "x")
      #expect(try await tiny.plan().undelivered == ["exclusions_2013-06-17.csv"])
    }
  }
}

/// Lends a pipeline in a folder of its own.
func withTiny<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (TinyPipeline) async throws -> Result
) async throws -> Result {
  try await withTemporaryFolder { try await body(try TinyPipeline(in: $0)) }
}
