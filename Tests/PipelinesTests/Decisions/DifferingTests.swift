import Disk
import Linkage
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// What differs between two runs, and why.
@Suite struct DifferingTests {
  /// Two nights, written as letters: `ab c` are two groups; a group's id is its first letter, or what stands before `=`.
  @Test(arguments: [
    ("nothing", "ab c", "ab c", []), ("a new one", "ab", "ab c", ["appeared >c"]),
    ("gone", "ab c", "ab", ["vanished c>"]), ("merged", "ab c", "abc", ["merged c>a"]),
    ("split", "abc", "ab c", ["split a>c"]), ("moved", "abc de", "ab d=cde", ["moved a>d"]),
    ("grown", "ab", "abc", ["changed a>a"]), ("shrunk", "abc", "ab", ["changed a>a"]),
    ("corrected", "ab", "a=cd", ["changed a>a"]),
    ("merged and grown", "ab c", "abcd", ["changed a>a", "merged c>a"]),
    ("divided among others", "ab c=cd e=ef", "c=acd e=bef", ["merged a>c", "merged a>e"]),
  ])
  func `what became of groups`(
    _ name: String, _ before: String, _ after: String, _ expected: [String]
  ) {
    let changes = GroupComparison(before: Self.holders(before), after: Self.holders(after)).changes
    #expect(changes.map(Self.words) == expected, "\(name)")
  }

  private static func holders(_ text: String) -> [HolderRow] {
    text.split(separator: " ").flatMap { word in
      let id = Int64(word.utf8.first ?? 0)
      let members = word.split(separator: "=").last ?? word
      return members.utf8.map { HolderRow(key: Int64($0), id: id) }
    }
  }

  private static func words(_ change: GroupChange) -> String {
    func letter(_ id: Int64?) -> String {
      id.map { String(decoding: [UInt8(truncatingIfNeeded: $0)], as: UTF8.self) } ?? ""
    }
    return "\(change.kind.rawValue) \(letter(change.before))>\(letter(change.after))"
  }

  @Test func `no two groupings differ without a change, and each shows at a step`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let states = (0..<3).map { _ in
        (0..<6).compactMap { key in
          random.below(5) == 0 ? nil : HolderRow(key: Int64(key), id: Int64(random.below(3)))
        }
      }
      let changes = GroupComparison(before: states[0], after: states[2]).changes
      let isSame = states[0] == states[2]
      #expect(changes.isEmpty == isSame)
      for change in changes {
        let path = states.map { GroupState($0) }
        // An id that goes to other records all at once changes, though what belongs together does not.
        let differs = path[0].together(change.traces) != path[2].together(change.traces)
        let cause = RunDifference.cause(of: change, path, [.row, .decision])
        if differs { #expect(cause != .unsettled) }
      }
    }
  }

  /// A change of one thing, or of several at once, and the cause of what comes of it.
  struct Example: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var asOf = "2013-07-22"
    var change: @Sendable (TinyPipeline) throws -> Void
    var expected: [String]
    var replays: Int
  }

  private static let file = "council/extracts/pupils_2013-07-01.csv"

  @Test(arguments: [
    Example(
      testDescription: "a row",
      change: {
        try $0.deliver(
          "pupils_2013-07-08.csv",
          TinyPeople.header + ",New,Nell,01/01/2001,2 High Street,SO14 3AA,\n")
      },
      expected: ["person appeared row"], replays: 0),
    Example(
      testDescription: "a decision", change: { try $0.decide { .notMatch(try $0.pair(2, 3)) } },
      expected: ["person split decision"], replays: 0),
    Example(
      testDescription: "the model",
      change: { tiny in
        let model = LinkageModel(
          name: "tiny", version: 4, prior: 1e-10, comparisons: TinyPeople.model.comparisons)
        try tiny.write(model.json, to: "people.model.json")
      }, expected: ["person split model"], replays: 0),
    Example(
      testDescription: "the settings",
      change: { try $0.edit("people.yaml", "(forename) >= 0.9\n", "(forename) >= 0.99\n") },
      expected: ["person split configuration"], replays: 0),
    Example(
      testDescription: "rows and a decision on another day", asOf: "2013-07-29",
      change: { tiny in
        try tiny.decide { .notMatch(try $0.pair(2, 3)) }
        try tiny.deliver(
          "pupils_2013-07-08.csv",
          TinyPeople.header + ",New,Nell,01/01/2001,2 High Street,SO14 3AA,\n")
      }, expected: ["person appeared row", "person split decision"], replays: 2),
    Example(
      testDescription: "settings and rows",
      change: { tiny in
        try tiny.edit("people.yaml", "(forename) >= 0.9\n", "(forename) >= 0.99\n")
        try tiny.deliver(
          "pupils_2013-07-08.csv",
          TinyPeople.header + ",New,Nell,01/01/2001,2 High Street,SO14 3AA,\n")
      }, expected: ["person appeared row", "person split configuration"], replays: 1),
  ])
  func `each change has the one cause that a replay finds`(_ example: Example) async throws {
    try await withTiny { tiny in
      try tiny.addPeople(DecidedRunTests.rows)
      try tiny.edit("council/sources/pupils.yaml", "contents: snapshot", "contents: increment")
      let before = try await tiny.run().run
      try example.change(tiny)
      let after = try await tiny.run(example.asOf).run
      let difference = try await RunDiffer(tiny.keeper(), threads: 2)
        .difference(from: before, to: after)
      #expect(difference.doubt == nil)
      #expect(difference.replays == example.replays)
      let found = difference.changes.map {
        "\($0.subject.rawValue) \($0.change.kind.rawValue) \($0.cause.rawValue)"
      }
      #expect(Set(found).sorted() == example.expected)
      let scratch = tiny.workspace.folder.joining("diff")
      let left = try Files.kind(of: scratch) == nil ? [] : Files.list(scratch)
      #expect(left.filter { $0 != "lock" } == [])
    }
  }

  @Test func `what cannot be replayed is said to be unsettled`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(DecidedRunTests.rows)
      let before = try await tiny.run().run
      try tiny.edit("people.yaml", "(forename) >= 0.9\n", "(forename) >= 0.99\n")
      try tiny.edit(Self.file, "7 Low Road", "9 Low Road")
      let after = try await tiny.run().run
      let difference = try await RunDiffer(tiny.keeper(), threads: 2)
        .difference(from: before, to: after)
      #expect(difference.doubt?.contains("1 extracts") == true)
      #expect(difference.changes.allSatisfy { $0.cause == .unsettled })
      #expect(difference.inputs == [.configuration, .row])
    }
  }
}
