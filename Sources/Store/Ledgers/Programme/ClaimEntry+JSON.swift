public import Vocabulary

/// What is done to claims as the ledger's entries hold it: all but who, which stands beside it.
extension ClaimEntry {
  /// The kind of ledger entry that holds one.
  public static let entryKind = "claim"

  /// The entry as the content of a ledger's entry: one object on one line.
  public var content: String {
    let (name, members) = event.json
    return JSONValue.members(
      [
        ("event", .text(name)), ("claim", .number(claim.number)), ("on", .text(on.iso)),
        ("role", .text(role.rawValue)),
      ] + members
    ).line
  }
}

extension ClaimEvent {
  /// The event's word, and its members in their order.
  fileprivate var json: (String, [(String, JSONValue?)]) {
    switch self {
    case .prepared(let claim, let window):
      ("prepared", [("window", .text(window)), ("frozen", claim.json)])
    case .completed: ("completed", [])
    case .sampled(let sample): ("sampled", [("sample", .text(sample))])
    case .audited(let isPassed, let basis, let reason):
      (
        "audited",
        [
          ("passed", .truth(isPassed)), ("sample", basis.sample.map { .text($0) }),
          ("reason", .text(reason)),
        ]
      )
    case .signed: ("signed", [])
    case .submitted: ("submitted", [])
    case .paid(let amount): ("paid", [("pence", .number(Int(amount.count)))])
    case .rejected(let reason): ("rejected", [("reason", .text(reason))])
    case .amended(let claim, let window, let reason):
      (
        "amended",
        [("window", .text(window)), ("reason", .text(reason)), ("frozen", claim.json)]
      )
    case .withdrawn(let reason, let amount):
      ("withdrawn", [("reason", .text(reason)), ("pence", .number(Int(amount.count)))])
    case .evidenceChanged(let run, let words):
      ("evidence-changed", [("run", .text(run)), ("words", .texts(words))])
    case .imported(let claim, let origin):
      ("imported", [("origin", .text(origin)), ("frozen", claim.json)])
    }
  }
}

extension AuditBasis {
  fileprivate var sample: String? {
    if case .sample(let name) = self { name } else { nil }
  }
}
