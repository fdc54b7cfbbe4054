public import Vocabulary

/// All claims, folded from the ledger's entries: what may be done next is decided here and nowhere else.
///
/// The book is asked before an entry is written, and folds the same entries again in every run; an entry that the rules
/// would refuse today is never in the ledger.
public struct ClaimBook: Sendable {
  /// The claims by their numbers.
  public private(set) var claims: [ClaimID: ClaimState] = [:]
  /// How many claims were ever begun.
  public private(set) var begun = 0
  /// The days on which something was done in a window, for the change log.
  public private(set) var entries: [ClaimEntry] = []
  /// By whom claims are found.
  private(set) var index = ClaimIndex()

  /// No claims.
  public init() {}

  /// The claims in the order of their numbers.
  public var all: [ClaimState] { claims.values.sorted { $0.id < $1.id } }

  /// The number for the next claim.
  public var next: ClaimID { ClaimID(begun + 1) }

  /// The claim with the number.
  public subscript(id: ClaimID) -> ClaimState? { claims[id] }

  /// Takes an entry in, or says why it may not be.
  ///
  /// - Parameters:
  ///   - entry: What is to be done.
  ///   - lineage: Who came from whom, as far as is known when it is done.
  ///   - rules: What the scheme and its windows ask.
  /// - Throws: ``ClaimRefusal`` with the reason in words.
  public mutating func take(
    _ entry: ClaimEntry, lineage: Lineage = Lineage(), rules: ClaimRules
  ) throws(ClaimRefusal) {
    let state = try checked(entry, lineage, rules)
    fold(entry, into: state)
  }

  /// Takes in entries that the ledger holds, which were judged when they were written.
  public mutating func replay(_ entries: [ClaimEntry]) {
    for entry in entries { fold(entry, into: claims[entry.claim]) }
  }

  // MARK: Folding

  private mutating func fold(_ entry: ClaimEntry, into state: ClaimState?) {
    entries.append(entry)
    begun = max(begun, entry.claim.number)
    switch entry.event {
    case .prepared(let claim, let window):
      index.add(claim, of: entry.claim)
      var prepared = ClaimState(id: entry.claim, status: .draft, current: claim, window: window)
      prepared.findings = state?.findings ?? []
      prepared.beginAudit(afterFailure: state?.hasFailed ?? false)
      claims[entry.claim] = prepared
    case .imported(let claim, let origin):
      index.add(claim, of: entry.claim)
      var imported = ClaimState(id: entry.claim, status: .paid, current: claim, window: "")
      imported.origin = origin
      claims[entry.claim] = imported
    default:
      guard var changed = state else { return }
      if case .amended(let claim, _, _) = entry.event { index.add(claim, of: entry.claim) }
      Self.fold(entry, into: &changed)
      claims[entry.claim] = changed
    }
  }

  private static func fold(_ entry: ClaimEntry, into state: inout ClaimState) {
    switch entry.event {
    case .prepared, .imported: break
    case .completed: state.status = .complete
    case .sampled(let sample):
      state.status = .inSample
      state.samples.append(sample)
    case .audited(let isPassed, let basis, let reason):
      state.status = isPassed ? .audited : .failed
      state.basis = basis
      state.auditor = entry.by
      state.auditedOn = entry.on
      if !isPassed { state.reason = reason }
      if basis == .itself { state.note(isPassed: isPassed) }
    case .signed:
      state.signatures.append(.init(by: entry.by, role: entry.role, on: entry.on))
      if state.signatures.count == 2 { state.status = .signedOff }
    case .submitted:
      state.status = .submitted
      state.lock(on: entry.on)
      state.changes = []
    case .paid(let amount):
      state.status = .paid
      state.paid += amount
    case .rejected(let reason):
      state.reason = reason
      state.submitted[state.submitted.count - 1].isRejected = true
      guard state.paid != .zero, let standing = state.submitted.last(where: { !$0.isRejected })
      else {
        state.status = .rejected
        return
      }
      // Only the amendment is turned down: what was paid before it stands, where it was claimed and as it was audited.
      state.status = .paid
      state.takeUp(standing)
    case .amended(let claim, let window, let reason):
      // What stands was audited, so only an amendment that failed leaves something to its successor.
      let failed = state.isAmending && state.hasFailed
      state.status = .draft
      state.current = claim
      state.window = window
      state.reason = reason
      state.beginAudit(afterFailure: failed)
    case .withdrawn(let reason, let amount):
      state.status = .withdrawn
      state.reason = reason
      state.paid = state.paid - amount
    case .evidenceChanged(_, let words):
      state.changes = words
    }
  }
}
