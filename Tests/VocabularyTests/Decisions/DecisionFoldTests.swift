import TestSupport
import Testing
import Vocabulary

/// Which decisions hold once all are read.
@Suite struct DecisionFoldTests {
  private static let keys = (1...4).map { RecordKey(UInt64($0)) }

  private static func pair(_ one: Int, _ other: Int) -> RecordPair {
    guard let pair = RecordPair(keys[one], keys[other]) else { preconditionFailure("no pair") }
    return pair
  }

  private static func noted(
    _ number: Int, _ subject: DecisionSubject, supersedes: Int? = nil
  ) -> NotedDecision {
    NotedDecision(
      number: number,
      Decision(
        subject, by: "ann", role: .reviewer, at: "2013-07-22T02:00:00Z", reason: .other,
        supersedes: supersedes))
  }

  /// Entries 1, 2, …, and the numbers of those that hold.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var subjects: [DecisionSubject]
    var holding: [Int]
  }

  @Test(arguments: [
    Case(testDescription: "none", subjects: [], holding: []),
    Case(
      testDescription: "two pairs", subjects: [.match(pair(0, 1)), .notMatch(pair(1, 2))],
      holding: [1, 2]),
    Case(
      testDescription: "another mind about one pair",
      subjects: [.match(pair(0, 1)), .notMatch(pair(1, 0))], holding: [2]),
    Case(testDescription: "undone", subjects: [.match(pair(0, 1)), .undo(1)], holding: []),
    Case(
      testDescription: "the undoing undone", subjects: [.match(pair(0, 1)), .undo(1), .undo(2)],
      holding: [1]),
    Case(
      testDescription: "three undoings in a chain",
      subjects: [.match(pair(0, 1)), .undo(1), .undo(2), .undo(3)], holding: []),
    Case(
      testDescription: "undone, and so the one before holds again",
      subjects: [.match(pair(0, 1)), .notMatch(pair(0, 1)), .undo(2)], holding: [1]),
    Case(
      testDescription: "an undoing of what comes later does nothing",
      subjects: [.undo(2), .match(pair(0, 1))], holding: [2]),
    Case(
      testDescription: "remarks stay beside each other",
      subjects: [.note(keys[0]), .note(keys[0])], holding: [1, 2]),
    Case(
      testDescription: "out of the family after in",
      subjects: [
        .joinFamily(FamilyTie(person: keys[0], family: keys[1])),
        .leaveFamily(FamilyTie(person: keys[0], family: keys[1])),
      ], holding: [2]),
    Case(
      testDescription: "split takes no notice of order",
      subjects: [
        .split(keys[0], from: [keys[1], keys[2]]), .split(keys[0], from: [keys[2], keys[1]]),
      ],
      holding: [2]),
  ])
  func `what holds`(_ example: Case) {
    let noted = example.subjects.enumerated().map { Self.noted($0.offset + 1, $0.element) }
    #expect(DecisionFold(noted).holding.map(\.number) == example.holding)
  }

  @Test func `what is superseded by name holds no more, whatever it was about`() {
    let fold = DecisionFold([
      Self.noted(3, .match(Self.pair(0, 1))),
      Self.noted(7, .split(Self.keys[0], from: [Self.keys[1]]), supersedes: 3),
    ])
    #expect(fold.holding.map(\.number) == [7])
    #expect(fold.state(of: 3) == .superseded(by: 7))
    #expect(fold.state(of: 4) == nil)
  }

  /// What holds by the plainest means: an entry is looked up among all later ones, again and again.
  private static func plainly(_ all: [NotedDecision]) -> [Int] {
    func isUndone(_ place: Int) -> Bool {
      all.indices.contains { later in
        later > place && all[later].decision.subject == .undo(all[place].number)
          && !isUndone(later)
      }
    }
    return all.indices.filter { place in
      guard all[place].decision.subject.kind != .undo, !isUndone(place) else { return false }
      return !all.indices.contains { later in
        later > place && !isUndone(later)
          && all[later].decision.subject.records == all[place].decision.subject.records
      }
    }.map { all[$0].number }
  }

  @Test func `any five entries about two pairs hold as they do by looking each up`() {
    let subjects: [DecisionSubject] = [
      .match(Self.pair(0, 1)), .notMatch(Self.pair(0, 1)), .match(Self.pair(1, 2)), .undo(1),
      .undo(2), .undo(3), .undo(4),
    ]
    forEverySequence(of: subjects.count, length: 5) { choice in
      let noted = choice.enumerated().map { Self.noted($0.offset + 1, subjects[$0.element]) }
      let fold = DecisionFold(noted)
      #expect(fold.holding.map(\.number) == Self.plainly(noted), "\(choice)")
      #expect(fold.all.count == noted.count)
    }
  }

  /// Every sequence of so many choices.
  private func forEverySequence(of choices: Int, length: Int, _ body: ([Int]) -> Void) {
    var sequence = [Int](repeating: 0, count: length)
    while true {
      body(sequence)
      guard let place = sequence.lastIndex(where: { $0 < choices - 1 }) else { return }
      sequence[place] += 1
      for later in (place + 1)..<max(length, place + 1) { sequence[later] = 0 }
    }
  }

  @Test(arguments: [
    ("0000000000000000", true), ("00ff00ff00ff00ff", true), ("00FF00ff00ff00ff", false),
    ("0ff", false), ("", false), ("+000000000000001", false), ("00000000000000001", false),
  ])
  func `a key is sixteen digits`(_ text: String, _ isKey: Bool) {
    #expect(RecordKey(text: text)?.text == (isKey ? text : nil))
  }

  @Test func `nothing that was seen is in a description`() {
    let record = SeenRecord(
      key: Self.keys[0], source: "rents", values: [SeenValue("surname", "Quillfeather")],
      digest: "")
    let decision = Decision(
      .note(Self.keys[0]), by: "ann", role: .lead, at: "", reason: .other,
      comment: "Quillfeather", seen: SeenEvidence(records: [record]))
    #expect(!"\(decision) \(record) \(record.values)".contains("Quillfeather"))
  }
}
