import Disk
import FoundationEssentials
import TestSupport
import Testing

@testable import KindredCommand

/// What the system says by a number, wherever it was.
private func refusal(_ number: Int32) -> DiskError {
  DiskError("open", Path("/srv/k"), number: number)
}

@Suite struct DoctorJudgementTests {
  static let goodMachine = MachineFacts(
    cores: 2, memory: 8 << 30, secondsSince1970: 1_750_000_000, sqliteVersion: "3.40.1")

  static let goodWorkspace = WorkspaceFacts(
    path: "/srv/k", kind: .folder(mode: 0o40700, isOwn: true), freeBytes: 20 << 30,
    current: .leads(to: "runs/2013-07-22/1"))

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var expected: String
    var change: @Sendable (inout WorkspaceFacts, inout MachineFacts) -> Void

    init(
      _ id: String, _ expected: String,
      _ change: @escaping @Sendable (inout WorkspaceFacts, inout MachineFacts) -> Void
    ) {
      (testDescription, self.expected, self.change) = (id, expected, change)
    }
  }

  @Test func `all is well`() {
    let findings = DoctorJudgement.findings(on: Self.goodWorkspace, Self.goodMachine)
    #expect(findings.allSatisfy { $0.verdict == .good && $0.advice == nil })
    #expect(DoctorJudgement.exitCode(for: findings) == .done)
  }

  /// One thing is wrong in each case, and just that is found, with advice.
  @Test(arguments: [
    Case("open to others", "warning: /srv/k is open to other accounts (mode 0750)") { place, _ in
      place.kind = .folder(mode: 0o40750, isOwn: true)
    },
    Case("another's", "problem: /srv/k belongs to another account") { place, _ in
      place.kind = .folder(mode: 0o40777, isOwn: false)
    },
    Case("a file", "problem: /srv/k is not a folder") { place, _ in place.kind = .notAFolder },
    Case("closed", "problem: /srv/k cannot be looked at (Permission denied)") { place, _ in
      place.kind = .unreadable(refusal(13))
    },
    Case("no way to make it", "problem: /srv/k is not there and cannot be made by this account") {
      place, _ in place.kind = .missing(parentIsWritable: false)
    },
    Case("no locks", "problem: it refuses: fsync (Input/output error), locks (No locks available)")
    { place, _ in
      place.trial = [.lock: refusal(37), .sync: refusal(5)]
    },
    Case("dangling", "problem: 'current' leads to runs/x, which is not there") { place, _ in
      place.current = .leadsNowhere("runs/x")
    },
    Case("copied", "problem: 'current' is not a link") { place, _ in place.current = .notALink },
    Case("one leftover", "warning: 1 file or folder of a command that is going on, or was killed") {
      place, _ in place.leftovers = 1
    },
    Case("leftovers", "warning: 3 files or folders of a command that is going on, or was killed") {
      place, _ in place.leftovers = 3
    },
    Case("no space", "problem: 0.9 GiB") { place, _ in place.freeBytes = 1 << 30 - 1 },
    Case("little space", "warning: 9.9 GiB") { place, _ in place.freeBytes = 10 << 30 - 1 },
    Case("space unknown", "warning: could not be measured") { place, _ in place.freeBytes = nil },
    Case("little memory", "warning: 1.0 GiB") { _, machine in machine.memory = 1 << 30 },
    Case("old SQLite", "problem: 3.7.17 is too old") { _, machine in
      machine.sqliteVersion = "3.7.17"
    },
    Case("no clock", "problem: it would date tonight's run 1969-12-31") { _, machine in
      machine.secondsSince1970 = 0
    },
  ])
  func `one thing wrong`(_ example: Case) {
    var (place, machine) = (Self.goodWorkspace, Self.goodMachine)
    example.change(&place, &machine)
    let findings = DoctorJudgement.findings(on: place, machine).filter { $0.verdict != .good }
    #expect(findings.map { "\($0.verdict.rawValue): \($0.words)" } == [example.expected])
    #expect(findings.allSatisfy { $0.advice != nil })
    let isBad = example.expected.hasPrefix("problem")
    #expect(DoctorJudgement.exitCode(for: findings) == (isBad ? .configuration : .done))
  }
}

@Suite struct DoctorSurveyTests {
  @Test func `a fresh folder is fit, and is left as it was`() throws {
    try withTemporaryFolder { path in
      let facts = DoctorSurvey.workspace(at: path)
      #expect(facts.kind == .folder(mode: 0o700, isOwn: true))
      #expect(facts.trial == [:])
      #expect(facts.current == .absent)
      #expect(facts.leftovers == 0)
      #expect((facts.freeBytes ?? 0) > 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(left == [])
    }
  }

  @Test func `the live link, whole and broken`() throws {
    try withTemporaryFolder { path in
      let files = FileManager.default
      let link = "\(path)/current"
      try files.createSymbolicLink(atPath: link, withDestinationPath: "runs/1")
      #expect(DoctorSurvey.workspace(at: path).current == .leadsNowhere("runs/1"))
      try files.createDirectory(atPath: "\(path)/runs/1", withIntermediateDirectories: true)
      #expect(DoctorSurvey.workspace(at: path).current == .leads(to: "runs/1"))
      try files.removeItem(atPath: link)
      try files.createDirectory(atPath: link, withIntermediateDirectories: false)
      #expect(DoctorSurvey.workspace(at: path).current == .notALink)
    }
  }

  @Test func `files left behind are counted at any depth`() throws {
    try withTemporaryFolder { path in
      let run = "\(path)/runs/1"
      try FileManager.default.createDirectory(atPath: run, withIntermediateDirectories: true)
      for name in [".run.db.1-0.part", ".manifest.json.1-0.part", "run.db"] {
        try write("", to: "\(run)/\(name)")
      }
      #expect(DoctorSurvey.workspace(at: path).leftovers == 2)
    }
  }

  @Test func `what is not a folder, and what is not there`() throws {
    try withTemporaryFolder { path in
      let file = "\(path)/file"
      try write("", to: file)
      #expect(DoctorSurvey.workspace(at: file).kind == .notAFolder)
      let missing = DoctorSurvey.workspace(at: "\(path)/a/b/c")
      #expect(missing.kind == .missing(parentIsWritable: true))
      #expect((missing.freeBytes ?? 0) > 0)
    }
  }

  /// Nobody, not even root, can make a folder in /proc.
  @Test func `a disk that refuses is found out`() {
    #expect(DiskTrial.run(in: "/proc").keys.contains(.makeFolder))
  }

  @Test func `text and JSON show the same findings`() throws {
    let findings = [
      DoctorFinding.good("cores", "2"),
      .warning("memory", "1.0 GiB", advice: "More is better."),
      .bad("clock", "unset", advice: "Set it."),
    ]
    let (text, json) = (Recording(), Recording())
    Doctor.show(findings, as: .text, on: text.console())
    Doctor.show(findings, as: .json, on: json.console())
    #expect(
      text.output == """
        ok       cores        2
        warning  memory       1.0 GiB
                              More is better.
        problem  clock        unset
                              Set it.

        Not fit yet: 1 problem to put right.

        """)
    #expect(
      json.output == """
        {"subject":"cores","verdict":"ok","finding":"2"}
        {"subject":"memory","verdict":"warning","finding":"1.0 GiB","advice":"More is better."}
        {"subject":"clock","verdict":"problem","finding":"unset","advice":"Set it."}

        """)
  }
}
