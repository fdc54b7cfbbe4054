public import Vocabulary

/// Decisions as the ledger's entries hold them: all but who and when, which stand beside them.
extension Decision {
  /// The kind of ledger entry that holds a decision.
  public static let entryKind = "decision"

  /// The decision as the content of an entry: one object on one line.
  public var content: String { JSONValue.members(members).line }

  /// The members of the object, in their order.
  public var members: [(String, JSONValue?)] {
    [("decision", .text(subject.kind.rawValue))] + subject.members + [
      ("role", .text(role.rawValue)), ("reason", .text(reason.rawValue)),
      ("comment", comment.map { .text($0) }), ("supersedes", supersedes.map { .number($0) }),
      ("seen", seen == SeenEvidence() ? nil : .members(seen.members)),
    ]
  }
}

extension DecisionSubject {
  fileprivate var members: [(String, JSONValue?)] {
    switch self {
    case .match(let pair), .notMatch(let pair), .cannotTell(let pair), .sameHousehold(let pair):
      [("left", .text(pair.left.text)), ("right", .text(pair.right.text))]
    case .split(let record, let others):
      [("record", .text(record.text)), ("from", .texts(others.map(\.text)))]
    case .joinFamily(let tie), .leaveFamily(let tie):
      [
        ("person", .text(tie.person.text)), ("family", .text(tie.family.text)),
        ("as", tie.role.map { .text($0.rawValue) }),
      ] + Self.days(tie.days)
    case .override(let override):
      [
        ("family", .text(override.family.text)), ("pack", .text(override.pack)),
        ("criterion", .text(override.criterion)), ("finding", .text(override.finding.rawValue)),
      ] + Self.days(override.days)
    case .localDiscretion(let discretion):
      [
        ("family", .text(discretion.family.text)), ("pack", .text(discretion.pack)),
        ("in", .truth(discretion.isIn)),
      ] + Self.days(discretion.days)
    case .note(let record): [("record", .text(record.text))]
    case .undo(let number): [("entry", .number(number))]
    }
  }

  private static func days(_ days: DayInterval?) -> [(String, JSONValue?)] {
    [
      ("since", days.flatMap { $0.first == .earliest ? nil : .text($0.first.iso) }),
      ("until", days.flatMap { $0.isOpen ? nil : .text($0.last.iso) }),
    ]
  }
}

extension SeenEvidence {
  fileprivate var members: [(String, JSONValue?)] {
    [
      ("run", run.map { .text($0) }), ("model", model.map { .text($0) }),
      ("weight", weight.map { .number($0) }), ("seconds", seconds.map { .number($0) }),
      ("records", records.isEmpty ? nil : .list(records.map { .members($0.members) })),
    ]
  }
}

extension SeenRecord {
  fileprivate var members: [(String, JSONValue?)] {
    [
      ("key", .text(key.text)), ("source", .text(source)), ("digest", .text(digest)),
      ("values", .members(values.map { ($0.name, .text($0.text)) })),
    ]
  }
}
