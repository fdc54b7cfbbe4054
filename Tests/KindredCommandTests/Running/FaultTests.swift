import Disk
import TestSupport
import Testing

@testable import KindredCommand

/// Something wrong, and how the program ends and what it says.
struct FaultCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var words: String
  var code: ExitCode

  /// What has to be among the messages: what is wrong, where, why, and what to do.
  var says: [String]
  var spoil: @Sendable (SampleCouncil) throws -> Void

  init(
    _ name: String, by words: String = SampleCouncil.nightly, _ code: ExitCode, _ says: [String],
    spoil: @escaping @Sendable (SampleCouncil) throws -> Void = { _ in }
  ) {
    (testDescription, self.words, self.code) = (name, words, code)
    (self.says, self.spoil) = (says, spoil)
  }
}

/// The built program on councils that have something wrong.
@Suite struct FaultTests {
  static let check = "check PIPELINE --as-of \(SampleCouncil.asOf)"

  private func expect(_ example: FaultCase) throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      try example.spoil(council)
      let answer = try council.kindred(example.words)
      #expect(answer.status == example.code.rawValue, "\(answer)")
      for words in example.says {
        #expect((answer.errors + answer.output).contains(words), "\(answer)")
      }
      // What is wrong is never told as a fault of the program's own.
      #expect(!answer.errors.contains("a fault in Kindred"))
    }
  }

  /// Mistakes in a pipeline's files.
  @Test(
    arguments: [
      FaultCase(
        "an unknown key", by: check, .configuration,
        ["sources/exclusions.yaml:2:1", "'titel'", "'title'"]
      ) { try $0.editSource("exclusions", "title:", "titel:") },
      FaultCase(
        "a mistyped kind of fact", by: check, .configuration,
        ["sources/exclusions.yaml:55:", "education.exclusion.fixd", "'education.exclusion.fixed'"]
      ) {
        try $0.editSource(
          "exclusions", "kind: education.exclusion.fixed", "kind: education.exclusion.fixd")
      },
      FaultCase(
        "a column that is not declared", by: check, .configuration,
        ["sources/exclusions.yaml:49:", "'Surnam'", "'Surname'"]
      ) { try $0.editSource("exclusions", "surname: Surname", "surname: Surnam") },
      FaultCase(
        "several mistakes at once", by: check, .configuration,
        ["exclusions.yaml:2:1", "probation.yaml:4:1", "'wonr'"]
      ) {
        try $0.editSource("exclusions", "title:", "titel:")
        try $0.editSource("probation", "owner:", "wonr:")
      },
      FaultCase(
        "broken YAML", by: check, .configuration, ["pipeline.yaml:", "check the indentation"]
      ) {
        try $0.edit("pipelines/solentshire/pipeline.yaml", "la_code: \"820\"", "la_code: \"820")
      },
      FaultCase(
        "a purpose that no agreement allows", by: check, .configuration,
        ["exclusions.yaml", "'research'"]
      ) {
        try $0.edit(
          "pipelines/solentshire/pipeline.yaml", "purpose: identification", "purpose: research")
      },
      FaultCase("no contracts", by: check, .configuration, ["sources"]) {
        try Files.removeTree($0.pipeline.joining("sources"))
      },
      FaultCase(
        "no pipeline", by: check, .configuration, ["there is no pipeline.yaml", "pipelines/"]
      ) {
        try Files.removeTree($0.pipeline)
      },
      FaultCase(
        "no calendar", by: check, .configuration, ["calendars/solentshire.csv", "no such file"]
      ) {
        try Files.removeTree($0.root.joining("pipelines/calendars"))
      },
      FaultCase(
        "the calendar of another council", by: check, .configuration,
        ["calendars/solentshire.csv", "no term of la_code 821", "your council's terms"]
      ) {
        try $0.edit("pipelines/solentshire/pipeline.yaml", "la_code: \"820\"", "la_code: \"821\"")
      },
      FaultCase(
        "no number of a council", by: check, .configuration, ["'8200'", "three digits"]
      ) {
        try $0.edit(
          "pipelines/solentshire/pipeline.yaml", "la_code: \"820\"", "la_code: \"8200\"")
      },
      FaultCase(
        "the list of another council's people", by: check, .configuration,
        ["protect/suppressed.csv", "another key", "Delete it"]
      ) {
        try $0.edit(
          "pipelines/solentshire/pipeline.yaml", "council: Solentshire", "council: Yourshire")
      },
      FaultCase(
        "a contract by another ending", by: check, .configuration,
        ["sources/probation.yml", "not end in .yaml", "to probation.yaml"]
      ) {
        let sources = $0.pipeline.joining("sources")
        try Files.move(sources.joining("probation.yaml"), to: sources.joining("probation.yml"))
      },
      FaultCase(
        "an agency that the vocabulary does not know", by: check, .configuration,
        ["sources/probation.yaml:3:", "no agency 'lighthouse'", "to 'agencies' in the vocabulary"]
      ) { try $0.editSource("probation", "agency: probation", "agency: lighthouse") },
      FaultCase(
        "two contracts claim a file", by: check, .configuration,
        ["fit several contracts", " more (exclusions, probation)", "tell them apart"]
      ) {
        try $0.editSource("probation", "Delius_extract_{yyyyMMdd}", "exclusions_{yyyy-MM-dd}")
      },
    ])
  func `mistakes in a pipeline`(_ example: FaultCase) throws {
    try expect(example)
  }

  /// What is wrong with extracts, which `check` foresees with the code that `run` ends with.
  @Test(
    arguments: [
      FaultCase(
        "another header", .dataRefused,
        ["nominations_2013-07-17.csv", "header-not-found", "aliases"]
      ) {
        try $0.edit(
          "sample-data/extracts/nominations_2013-07-17.csv",
          "NominationRef,NominatedBy,Date,Surname,Forename,DOB,Address,Postcode,Concern",
          "A,B,C,D,E,F,G,H,I")
      },
      FaultCase(
        "a required column is gone", .dataRefused, ["missing-label", "Surname", "aliases"]
      ) {
        try $0.edit("sample-data/extracts/Delius_extract_20130719.csv", "Surname,", "Whatever,")
      },
      FaultCase(
        "no extract of a required source", .extractMissing,
        ["missing-extract", "exclusions", "folder of extracts"]
      ) { try $0.withdraw("exclusions_") },
      FaultCase(
        "no extract at all", .extractMissing, ["missing-extract", "exclusions", "probation"]
      ) {
        try Files.removeTree($0.extracts)
        try Files.createFolder($0.extracts)
      },
      FaultCase(
        "a workbook by the name of a table", .dataRefused,
        ["nominations_2013-07-17.csv", "not-text", "a workbook", "saved as CSV"]
      ) {
        try write("PK\u{3}\u{4}", to: $0.extracts.joining("nominations_2013-07-17.csv").text)
      },
      FaultCase(
        "no folder of extracts", .extractMissing, ["the folder of extracts is not there"]
      ) { try Files.removeTree($0.extracts) },
      FaultCase(
        "not as it was sent", .dataRefused,
        ["nominations_2013-07-17.csv", "digest-mismatch", "Ask for the file again"]
      ) { council in
        let sum = String(repeating: "0", count: 64)
        try write(
          "\(sum)  nominations_2013-07-17.csv\n",
          to: council.extracts.joining("SHA256SUMS").text)
      },
      FaultCase("nobody's file", .done, ["unclaimed-file", "what.csv", "write a contract"]) {
        try write("a,b\n1,2\n", to: $0.extracts.joining("what.csv").text)
      },
    ])
  func `what is wrong with extracts`(_ example: FaultCase) throws {
    try expect(example)
    var checked = example
    checked.words = Self.check
    try expect(checked)
  }

  @Test(
    arguments: [
      FaultCase(
        "mistakes in several files", .configuration,
        ["exclusions.yaml:2:1", "probation.yaml:4:1", "Did you mean 'owner'?"]
      ) {
        try $0.editSource("exclusions", "title:", "titel:")
        try $0.editSource("probation", "owner:", "onwer:")
      },
      FaultCase(
        "too long ago", by: "run PIPELINE --as-of 2014-07-22 --workspace WORKSPACE",
        .extractMissing,
        ["stale", "exclusions_2013-07-19.csv", "error_after"]),
      FaultCase(
        "a warning when it has to be right", by: SampleCouncil.nightly + " --strict", .dataRefused,
        ["unclaimed-file", "What was live stays live"]
      ) { try write("a,b\n1,2\n", to: $0.extracts.joining("what.csv").text) },
      FaultCase(
        "a folder that is a file", .cannotCreate, ["workspace", "File exists", "name another"]
      ) { try write("", to: $0.workspace.text) },
      FaultCase(
        "a folder that nobody may write",
        by: "run PIPELINE --as-of 2013-07-22 --workspace /sys/kindred",
        .notPermitted, ["/sys/kindred", "the account that owns it"]),
      FaultCase(
        "a folder that can't be", by: "run PIPELINE --as-of 2013-07-22 --workspace /proc/kindred",
        .cannotCreate, ["/proc/kindred", "No such file or directory"]),
      FaultCase(
        "a mistyped source", by: SampleCouncil.nightly + " --source exclusion", .usage,
        ["there is no source 'exclusion'", "Did you mean 'exclusions'?"]),
      FaultCase(
        "a mistyped source to leave out", by: SampleCouncil.nightly + " --exclude probatoin",
        .usage,
        ["there is no source 'probatoin'", "Did you mean 'probation'?"]),
      FaultCase(
        "a mistyped stage", by: SampleCouncil.nightly + " --stage intaek+", .usage,
        ["there is no stage 'intaek'", "Did you mean 'intake'?"]),
      FaultCase(
        "no thread", by: SampleCouncil.nightly + " --threads 0", .usage,
        ["the value '0' is not valid for '--threads'", "from 1 to 256"]),
      FaultCase(
        "nothing to look at", by: "rejects --workspace WORKSPACE", .dataRefused,
        ["no live run", "kindred run"]),
      FaultCase(
        "no such run", by: "sources 2012-01-01 --workspace WORKSPACE", .usage,
        ["there is no run '2012-01-01'", "kindred runs"]),
      FaultCase(
        "a council for the last day of all days",
        by: "synth --people 9 --seed 1 --out WORKSPACE --as-of 9999-12-31", .usage, ["1900 to 2100"]
      ),
      FaultCase(
        "a council over another", by: "synth --people 9 --seed 1 --out PIPELINE", .cannotCreate,
        ["the folder is not empty"]),
    ])
  func `other things that go wrong`(_ example: FaultCase) throws { try expect(example) }
}

/// What depends on a run that was published before.
@Suite struct LaterFaultTests {
  @Test func `a workspace that another run holds`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      try Files.createFolder(council.workspace)
      let lock = try LockFile(council.workspace.joining("lock"))
      defer { extendLifetime(lock) }
      let answer = try council.kindred(SampleCouncil.nightly)
      #expect(answer.status == ExitCode.locked.rawValue)
      #expect(answer.errors.contains("another run holds the workspace: process "))
      #expect(answer.errors.contains("--wait"))
      // Looking takes no lock.
      let plan = try council.kindred("plan PIPELINE --as-of 2013-07-22 --workspace WORKSPACE")
      #expect(plan.status == 0, "\(plan)")
    }
  }

  /// A limit on the size of files stands for a full disk; the space of one is not ours to fill.
  @Test func `a disk that fills up, and is emptied`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      // The thread sanitizer maps a file of its own in that folder, and dies where it may not grow.
      let answer = try council.kindred(
        SampleCouncil.nightly, environment: ["TMPDIR": "/nowhere"], shell: "ulimit -f 32")
      #expect(answer.status == ExitCode.inputOutput.rawValue, "\(answer)")
      #expect(answer.errors.contains(council.workspace.text))
      #expect(try Files.kind(of: council.workspace.joining("current")) == nil)
      let retried = try council.kindred("retry --workspace WORKSPACE")
      #expect(retried.status == 0, "\(retried)")
      #expect(retried.output.contains("Published 2013-07-22/"))
    }
  }

  @Test func `a result that nobody receives`() throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      let answer = try council.kindred(
        "plan PIPELINE --as-of 2013-07-22 --workspace WORKSPACE", shell: "exec >/dev/full")
      #expect(answer.status == ExitCode.inputOutput.rawValue)
      #expect(answer.errors.contains("the standard output could not be written"))
    }
  }

  @Test(arguments: ["not a database at all", ""])
  func `a run's file that is damaged`(_ content: String) throws {
    try withTemporaryFolder { folder in
      let council = try SampleCouncil(in: folder)
      try council.publish()
      try write(content, to: try council.liveRunFile().text)
      for words in ["rejects", "sources"] {
        let answer = try council.kindred("\(words) --workspace WORKSPACE")
        #expect(answer.status == ExitCode.inputOutput.rawValue, "\(answer)")
        #expect(answer.errors.contains("run.db"))
        #expect(answer.errors.contains("--rebuild"))
      }
      let verified = try council.kindred("verify --workspace WORKSPACE")
      #expect(verified.status == ExitCode.dataRefused.rawValue, "\(verified)")
      // The next nightly run mends it.
      try council.publish()
      #expect(try council.kindred("sources --workspace WORKSPACE").status == 0)
    }
  }
}
