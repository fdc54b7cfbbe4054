import SQLiteAccess
import Store
import Vocabulary

/// Decides how each decision that holds is heeded in a run: by the records that are there, and what has changed of them.
struct DecisionBinding {
  private(set) var bound: [BoundDecision] = []

  /// Details that a decision rests on; a change of others does not put it in doubt.
  private static let weighty: Set<String> = [
    "address", "born", "crn", "cro", "forenames", "nhs_number", "nino", "pnc", "postcode", "sex",
    "surname", "uln", "upn", "uprn",
  ]

  /// Binds decisions to the records of a run's file.
  init(
    _ decisions: [NotedDecision], _ policy: ReviewPolicy, _ file: inout RunFile
  ) throws(DatabaseError) {
    let holding = DecisionFold(decisions).holding
    let wanted = Set(holding.flatMap(\.decision.subject.records))
    guard !wanted.isEmpty else { return }
    let there = try file.snapshots(of: wanted)
    let present = Dictionary(
      there.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let search = try Self.search(holding, present, &file)
    bound = holding.map { Self.bind($0, policy, present, search) }
  }

  /// Binds decisions to records that are all at hand.
  init(_ decisions: [NotedDecision], _ policy: ReviewPolicy, among records: [SeenRecord]) {
    let holding = DecisionFold(decisions).holding
    let present = Dictionary(
      records.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var search = SuccessorSearch(Self.absent(holding, present))
    for record in records { search.consider(record) }
    bound = holding.map { Self.bind($0, policy, present, search) }
  }

  /// The records that decisions name and that are not there, in the order of keys.
  private static func absent(
    _ holding: [NotedDecision], _ present: [RecordKey: SeenRecord]
  ) -> [SeenRecord] {
    var absent: [RecordKey: SeenRecord] = [:]
    for record in holding.flatMap(\.decision.seen.records) where present[record.key] == nil {
      absent[record.key] = record
    }
    return absent.keys.sorted().compactMap { absent[$0] }
  }

  private static func search(
    _ holding: [NotedDecision], _ present: [RecordKey: SeenRecord], _ file: inout RunFile
  ) throws(DatabaseError) -> SuccessorSearch {
    let absent = absent(holding, present)
    var search = SuccessorSearch(absent)
    guard !absent.isEmpty else { return search }
    let sources = search
    try file.forEachSnapshot(where: { _, source in sources.isWanted(source: source) }) {
      (record) throws(DatabaseError) in search.consider(record)
    }
    return search
  }

  private static func bind(
    _ noted: NotedDecision, _ policy: ReviewPolicy, _ present: [RecordKey: SeenRecord],
    _ search: SuccessorSearch
  ) -> BoundDecision {
    let subject = noted.decision.subject
    var changed: Set<String> = []
    let records = subject.records.map { key in
      let now = present[key] ?? search.successor(of: key)
      if let now, let seen = noted.decision.seen.records.first(where: { $0.key == key }),
        seen.digest != now.digest
      {
        changed.formUnion(seen.differences(from: now))
      }
      return DecisionRecordRow(named: key, now: now?.key)
    }
    var bound = BoundDecision(
      number: noted.number, subject: subject, standing: .applied, changed: changed.sorted(),
      records: records)
    if !isThere(subject, bound) {
      bound.standing = .dormant
    } else if !changed.isDisjoint(with: weighty) {
      switch subject.direction {
      case .joining: bound.standing = policy.joining == .keep ? .kept : .waiting
      case .parting: bound.standing = policy.parting == .keep ? .kept : .waiting
      case .neither: break
      }
    }
    return bound
  }

  /// Whether there is anything left to heed: the records, and two of them where two are spoken of.
  private static func isThere(_ subject: DecisionSubject, _ bound: BoundDecision) -> Bool {
    guard let first = bound.records.first else { return false }
    guard let now = first.now else { return false }
    return switch subject {
    case .match, .notMatch, .cannotTell, .sameHousehold, .split, .joinFamily, .leaveFamily:
      bound.records.dropFirst().contains { $0.now.map { $0 != now } ?? false }
    case .override, .localDiscretion, .note: true
    case .undo: false
    }
  }
}

extension BoundDecision {
  /// How it stands, as a run notes it.
  var row: DecisionStateRow {
    DecisionStateRow(
      number: number, kind: subject.kind, state: standing, changed: changed, records: records)
  }
}

extension DecisionBinding {
  /// What linkage has to heed.
  var people: [PersonDecision] { bound.flatMap(\.people) }

  /// Notes how decisions stand, and tells of those that somebody has to look at again.
  func write(to work: inout StageWork) throws {
    try work.file.addDecisionStates(
      bound.map(\.row))
    for standing in DecisionStanding.allCases where !bound.isEmpty {
      work.counts["decisions_\(standing.rawValue)"] = count(standing)
    }
    let (kept, waiting) = (count(.kept), count(.waiting))
    guard kept + waiting > 0 else { return }
    try work.file.addFinding(
      FindingRow(
        severity: "warning", code: "changed-since-decided", source: "",
        message: "Details have changed since somebody decided about them: \(kept) decisions are "
          + "heeded still, \(waiting) are not.",
        remedy: "Look at them again: 'kindred review next' brings them first."))
  }

  private func count(_ standing: DecisionStanding) -> Int {
    bound.filter { $0.standing == standing }.count
  }
}
