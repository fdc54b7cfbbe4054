public import Vocabulary

/// What happens between families and the programme as the ledger's entries hold it: all but who, which stands beside it.
extension CohortEntry {
  /// The kind of ledger entry that holds one.
  public static let entryKind = "cohort"

  /// The entry as the content of a ledger's entry: one object on one line.
  public var content: String {
    let (name, members) = event.json
    return JSONValue.members(
      [
        ("event", .text(name)), ("family", .text(family.text)),
        ("on", .text(on.iso)), ("entered", .text(entered.iso)),
      ] + members
    ).line
  }
}

extension CohortEvent {
  /// The event's word, and its members in their order.
  fileprivate var json: (String, [(String, JSONValue?)]) {
    switch self {
    case .identified(let area): ("identified", [("area", .text(area))])
    case .confirmed: ("confirmed", [])
    case .attached(let attachment): ("attached", attachment.members)
    case .lead(let agency, let professional):
      ("lead", [("agency", .text(agency)), ("professional", .text(professional))])
    case .planned: ("planned", [])
    case .assessed: ("assessed", [])
    case .consented(let service, let evaluation):
      (
        "consented",
        [
          ("service", service.map { .text($0.rawValue) }),
          ("evaluation", evaluation.map { .text($0.rawValue) }),
        ]
      )
    case .lawfulBasis(let reference): ("lawful-basis", [("reference", .text(reference))])
    case .worked: ("worked", [])
    case .nominated(let service): ("nominated", [("service", .text(service))])
    case .answered(let service, let isTaken):
      ("answered", [("service", .text(service)), ("taken", .truth(isTaken))])
    case .progressed(let element, let reference):
      ("progressed", [("element", .text(element)), ("reference", .text(reference))])
    case .problem(let name): ("problem", [("name", .text(name))])
    case .achieved(let result): ("achieved", [("result", .text(result))])
    case .closed(let reason): ("closed", [("reason", .text(reason))])
    case .declined: ("declined", [])
    case .movedOut(let authority): ("moved-out", [("to", .text(authority))])
    }
  }
}

extension Attachment {
  fileprivate var members: [(String, JSONValue?)] {
    [
      ("year", .text(year.text)), ("area", .text(area)), ("agency", .text(leadAgency)),
      ("professional", .text(leadProfessional)), ("delivery", .text(deliveryAgency)),
      ("snapshot", snapshot.json),
    ]
  }
}

extension EligibilitySnapshot {
  fileprivate var json: JSONValue {
    .members([
      ("on", .text(on.iso)), ("pack", .text(pack)), ("version", .text(packVersion)),
      ("run", .text(run)), ("eligible", .truth(isEligible)),
      ("discretion", .text(discretion.word)),
      ("because", discretion.detail.map { .text($0) }),
      (
        "findings",
        .values(findings) { finding in
          .members([
            ("criterion", .text(finding.criterion)), ("answer", .text(finding.answer.rawValue)),
            ("evidence", .values(finding.evidence) { $0.json }),
          ])
        }
      ),
    ])
  }
}

extension EligibilitySnapshot.Discretion {
  fileprivate var word: String {
    switch self {
    case .notAsked: "not-asked"
    case .found: "found"
    case .decided: "decided"
    case .missing: "missing"
    }
  }

  fileprivate var detail: String? {
    switch self {
    case .found(let criterion): criterion
    case .decided(let by): by
    case .notAsked, .missing: nil
    }
  }
}
