import Store
import Testing
import Vocabulary
import YAMLFiles

/// Decisions are written into the ledger and come back as they were; nothing that is not known is passed over.
@Suite struct DecisionTextTests {
  private static let keys = (0..<3).map { RecordKey(0xFEDC_BA98_0000_0000 + UInt64($0)) }

  private static func pair() -> RecordPair {
    guard let pair = RecordPair(keys[0], keys[1]) else { preconditionFailure("no pair") }
    return pair
  }

  private static func days(_ first: String, _ last: String?) -> DayInterval {
    guard let first = Day(iso: first), let last = last.map({ Day(iso: $0) }) ?? .latest,
      let days = DayInterval(first: first, last: last)
    else { preconditionFailure("no days") }
    return days
  }

  private static let subjects: [DecisionSubject] = [
    .match(pair()), .notMatch(pair()), .cannotTell(pair()), .sameHousehold(pair()),
    .split(keys[2], from: [keys[0], keys[1]]),
    .joinFamily(
      FamilyTie(
        person: keys[0], family: keys[1], role: .grandparent, days: days("2013-01-01", nil))),
    .leaveFamily(
      FamilyTie(person: keys[0], family: keys[1], days: days("2013-01-01", "2013-02-28"))),
    .override(
      FindingOverride(
        family: keys[0], pack: "tf1-2012", criterion: "education", finding: .notMet)),
    .localDiscretion(LocalDiscretion(family: keys[2], pack: "tf1-2012", isIn: false)),
    .note(keys[1]), .undo(17),
  ]

  private static let seen = SeenEvidence(
    run: "2013-07-22/0123456789ab", model: "people 3", weight: -1_234, seconds: 41,
    records: [
      SeenRecord(
        key: keys[0], source: "rents",
        values: [
          SeenValue("surname", "O’Neill \"Née\" \\ \u{2028}\u{85}\u{7}: - #"),
          SeenValue("born", "2003-02-01"), SeenValue("upn", ""),
        ]),
      SeenRecord(key: keys[1], source: "yes", values: [SeenValue("forename", "null")]),
    ])

  private func read(_ content: String) -> (decision: Decision?, mistakes: [String]) {
    var mistakes: [YAMLMistake] = []
    let decision = DecisionReader.decision(
      content, by: "ann", at: "2013-07-22T02:00:00.000Z", file: "entry 5", mistakes: &mistakes)
    return (decision, mistakes.map(\.description))
  }

  @Test(arguments: subjects)
  func `a decision comes back as it was written`(_ subject: DecisionSubject) {
    for (comment, supersedes, seen) in [
      (nil, nil, SeenEvidence()), ("Asked: the school says so\nTwice.", 3, Self.seen),
    ] as [(String?, Int?, SeenEvidence)] {
      let decision = Decision(
        subject, by: "ann", role: .lead, at: "2013-07-22T02:00:00.000Z", reason: .twins,
        comment: comment, seen: seen, supersedes: supersedes)
      let (back, mistakes) = read(decision.content)
      #expect(mistakes == [])
      #expect(back == decision)
      #expect(!decision.content.contains("\n"))
    }
  }

  @Test func `every kind has an example here`() {
    #expect(Set(Self.subjects.map(\.kind)) == Set(DecisionKind.allCases))
  }

  @Test(arguments: [
    (
      "no such kind", "{\"decision\":\"macth\"}",
      "entry 5:1:13: 'macth' is no value of 'decision'; did you mean 'match'?"
    ),
    (
      "unknown member",
      "{\"decision\":\"undo\",\"entry\":3,\"role\":\"lead\",\"reason\":\"other\",\"comentt\":\"x\"}",
      "entry 5:1:61: unknown key 'comentt'; did you mean 'comment'?"
    ),
    (
      "one record twice",
      "{\"decision\":\"match\",\"left\":\"0000000000000001\",\"right\":\"0000000000000001\",\"role\":\"lead\",\"reason\":\"other\"}",
      "entry 5:1:55: 'left' and 'right' are the same record"
    ),
    (
      "no key",
      "{\"decision\":\"note\",\"record\":\"Quillfeather\",\"role\":\"lead\",\"reason\":\"other\"}",
      "entry 5:1:29: 'record' has to be the sixteen digits of a record's key"
    ),
    (
      "days the wrong way round",
      "{\"decision\":\"leave-family\",\"person\":\"0000000000000001\",\"family\":\"0000000000000002\",\"since\":\"2013-02-01\",\"until\":\"2013-01-01\",\"role\":\"lead\",\"reason\":\"other\"}",
      "entry 5:1:113: 'until' is before 'since'"
    ),
    (
      "seen otherwise",
      "{\"decision\":\"undo\",\"entry\":3,\"role\":\"lead\",\"reason\":\"other\",\"seen\":{\"records\":[{\"key\":\"0000000000000001\",\"source\":\"rents\",\"digest\":\"00\",\"values\":{}}]}}",
      "entry 5:1:132: the digest is not that of the values"
    ),
    (
      "no object", "[]",
      "entry 5:1:1: the document has to be a mapping of keys to values, not a list"
    ),
  ])
  func `what is not known is a mistake, in words and with its place`(
    _ name: String, _ content: String, _ message: String
  ) {
    let (_, mistakes) = read(content)
    #expect(mistakes.contains(message), "\(name): \(mistakes)")
    #expect(!mistakes.joined().contains("Quillfeather"))
  }

  @Test func `a record's digest takes no notice of order and empty values, and of nothing else`() {
    let key = Self.keys[0]
    func digest(_ source: String, _ values: [(String, String)]) -> String {
      SeenRecord(
        key: key, source: source, values: values.map { SeenValue($0.0, $0.1) }
      ).digest
    }
    let plain = digest("rents", [("born", "2003"), ("surname", "A")])
    #expect(plain == digest("rents", [("surname", "A"), ("upn", ""), ("born", "2003")]))
    for other in [
      digest("rent", [("born", "2003"), ("surname", "A")]),
      digest("rents", [("born", "2004"), ("surname", "A")]),
      digest("rents", [("born", "2003"), ("surnames", "A")]), digest("rents", [("born", "2003")]),
      digest("rents", [("born", "2003surname"), ("A", "A")]),
    ] {
      #expect(plain != other)
    }
  }
}
