import Vocabulary

extension ClaimBook {
  /// The claim as it stands where the entry may be taken; nil for a new one.
  func checked(
    _ entry: ClaimEntry, _ lineage: Lineage, _ rules: ClaimRules
  ) throws(ClaimRefusal) -> ClaimState? {
    switch entry.event {
    case .prepared(let claim, let window):
      try checkPreparing(entry, claim, window, lineage, rules)
      return self[entry.claim]
    case .imported:
      guard entry.claim == next else {
        throw ClaimRefusal(.order, "the next claim's number is \(next.text)")
      }
      return nil
    default: break
    }
    guard let state = self[entry.claim] else {
      throw ClaimRefusal(.unknown, "there is no claim \(entry.claim.text)")
    }
    guard state.origin.isEmpty else {
      throw ClaimRefusal(.locked, "\(state.id.text) was made elsewhere and cannot be changed here")
    }
    try check(entry, state, lineage, rules)
    return state
  }

  private func check(
    _ entry: ClaimEntry, _ state: ClaimState, _ lineage: Lineage, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    switch entry.event {
    case .prepared, .imported: break
    case .completed: try checkCompleting(entry, state, lineage, rules)
    case .sampled:
      try require(state, in: [.complete, .inSample], to: "be drawn into a sample")
      try require(entry, [.auditor])
    case .audited(_, let basis, _): try checkAudit(entry, state, basis, rules)
    case .signed: try checkSigning(entry, state)
    case .submitted: try checkSubmitting(entry, state, lineage, rules)
    case .paid(let amount): try checkPaying(entry, state, amount)
    case .rejected:
      try require(state, in: [.submitted], to: "be rejected")
      try require(entry, [.manager])
    case .amended(let claim, let window, _):
      if !state.isAmending { try require(state, in: [.submitted, .paid], to: "be amended") }
      try require(entry, [.manager, .analyst])
      try checkWindow(window, claim, rules)
      try checkFree(claim, except: state.id, lineage, rules, alsoDrafts: true)
    case .withdrawn(_, let amount):
      guard state.isLive else { throw refusal(state, to: "be withdrawn") }
      try require(entry, [.manager])
      guard amount == state.paid else {
        throw ClaimRefusal(
          .amount, "\(state.paid.text) was paid and has to be given back, not \(amount.text)")
      }
    case .evidenceChanged:
      guard !state.submitted.isEmpty else { throw refusal(state, to: "have changed evidence") }
    }
  }

  // MARK: Each step

  private func checkPreparing(
    _ entry: ClaimEntry, _ claim: FrozenClaim, _ window: String, _ lineage: Lineage,
    _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    try require(entry, [.analyst, .manager])
    if let state = self[entry.claim] {
      guard state.submitted.isEmpty else {
        throw ClaimRefusal(
          .locked, "\(state.id.text) was submitted and is locked: amend or withdraw it")
      }
      try require(state, in: [.draft, .complete, .failed], to: "be prepared again")
    } else if entry.claim != next {
      throw ClaimRefusal(.order, "the next claim's number is \(next.text)")
    }
    try checkWindow(window, claim, rules)
    try checkFree(claim, except: entry.claim, lineage, rules, alsoDrafts: true)
  }

  private func checkCompleting(
    _ entry: ClaimEntry, _ state: ClaimState, _ lineage: Lineage, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    try require(state, in: [.draft], to: "be called complete")
    try require(entry, [.analyst, .manager])
    guard state.current.gaps.isEmpty else {
      throw ClaimRefusal(
        .gaps,
        "\(state.id.text) is not complete: "
          + state.current.gaps.map(\.words).joined(separator: "; "))
    }
    try checkFree(state.current, except: state.id, lineage, rules, alsoDrafts: true)
  }

  private func checkAudit(
    _ entry: ClaimEntry, _ state: ClaimState, _ basis: AuditBasis, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    try require(entry, [.auditor])
    guard !state.current.linkDeciders.contains(entry.by) else {
      throw ClaimRefusal(
        .samePerson, "whoever decided links that \(state.id.text) rests on cannot audit it")
    }
    switch basis {
    case .itself: try require(state, in: [.complete, .inSample], to: "be audited")
    case .sample(let sample):
      try require(state, in: [.complete], to: "be accepted with a sample")
      guard !state.hasFailed else {
        throw ClaimRefusal(
          .notAudited, "\(state.id.text) failed an audit before and has to be audited itself")
      }
      try checkSample(sample, of: state, rules)
    }
  }

  private func checkSigning(_ entry: ClaimEntry, _ state: ClaimState) throws(ClaimRefusal) {
    guard state.status == .audited else {
      throw ClaimRefusal(.notAudited, "\(state.id.text) has to be audited before it is signed")
    }
    try require(entry, [.manager, .auditor])
    guard !state.signatures.contains(where: { $0.role == entry.role }) else {
      throw ClaimRefusal(
        .role, "\(state.id.text) needs a manager's and an auditor's signature, one of each")
    }
    guard !state.signatures.contains(where: { $0.by == entry.by }) else {
      throw ClaimRefusal(.samePerson, "the two signatures have to be of two people")
    }
    if entry.role == .auditor, state.current.linkDeciders.contains(entry.by) {
      throw ClaimRefusal(
        .samePerson, "whoever decided links that \(state.id.text) rests on cannot sign as auditor")
    }
    if entry.role == .manager, state.auditor == entry.by {
      throw ClaimRefusal(.samePerson, "who audited \(state.id.text) cannot sign as manager too")
    }
  }

  private func checkSubmitting(
    _ entry: ClaimEntry, _ state: ClaimState, _ lineage: Lineage, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    guard state.basis != nil, state.status != .failed else {
      throw ClaimRefusal(
        .notAudited, "\(state.id.text) has to pass internal audit before it is submitted")
    }
    guard state.status == .signedOff else {
      throw ClaimRefusal(
        .order, "\(state.id.text) has to be signed by a manager and an auditor first")
    }
    try require(entry, [.manager])
    try checkWindow(state.window, state.current, rules)
    guard let window = rules.windows.window(named: state.window),
      window.days.contains(entry.on)
    else {
      throw ClaimRefusal(.window, "the window \(state.window) is not open on \(entry.on.iso)")
    }
    try checkEvidenceDay(entry, state, rules)
    let late = state.current.rows.filter { ($0.held ?? entry.on) > entry.on }
    guard late.isEmpty else {
      throw ClaimRefusal(
        .lateEvidence,
        "\(Numbers.counted(late.count, "row")) of \(state.id.text) came after its submission")
    }
    try checkFree(state.current, except: state.id, lineage, rules, alsoDrafts: false)
    try checkVolume(of: state, rules)
  }

  /// Evidence that is older than a window may be says nothing of the last months, and nobody knows tomorrow's.
  private func checkEvidenceDay(
    _ entry: ClaimEntry, _ state: ClaimState, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    guard let scheme = rules.schemes[state.current.scheme] else { return }
    let asOf = state.current.asOf
    let when =
      asOf > entry.on
      ? "after its submission" : "more than \(scheme.lateDays) days before its submission"
    guard asOf <= entry.on, asOf.days(until: entry.on) <= scheme.lateDays else {
      let again = state.isAmending ? "amend it again" : "withdraw it and prepare it again"
      throw ClaimRefusal(
        .evidenceDay,
        "the evidence of \(state.id.text) is of \(asOf.iso), \(when): \(again) from a newer run")
    }
  }

  private func checkPaying(
    _ entry: ClaimEntry, _ state: ClaimState, _ amount: Pence
  ) throws(ClaimRefusal) {
    try require(state, in: [.submitted], to: "be paid")
    try require(entry, [.manager])
    let due = state.current.amount - state.paid
    guard amount == due else {
      throw ClaimRefusal(.amount, "\(due.text) is due on \(state.id.text), not \(amount.text)")
    }
  }

  // MARK: What several steps ask

  private func checkFree(
    _ claim: FrozenClaim, except own: ClaimID?, _ lineage: Lineage, _ rules: ClaimRules,
    alsoDrafts: Bool
  ) throws(ClaimRefusal) {
    let found = overlaps(
      with: claim, except: own, barring: rules.schemes[claim.scheme]?.barredBy ?? [],
      lineage: lineage, where: { alsoDrafts ? $0.isLive : $0.occupies })
    guard let first = found.first else { return }
    throw ClaimRefusal(.claimedAlready, first.words)
  }

  private func checkWindow(
    _ name: String, _ claim: FrozenClaim, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    guard let window = rules.windows.window(named: name) else {
      throw ClaimRefusal(.window, "there is no window '\(name)'")
    }
    guard window.schemes.contains(claim.scheme) else {
      throw ClaimRefusal(.window, "the window \(name) takes no claims under \(claim.scheme)")
    }
  }

  private func require(
    _ state: ClaimState, in allowed: [ClaimStatus], to verb: String
  ) throws(ClaimRefusal) {
    guard !allowed.contains(state.status) else { return }
    throw refusal(state, to: verb)
  }

  private func refusal(_ state: ClaimState, to verb: String) -> ClaimRefusal {
    let isLocked = state.status == .submitted || state.status == .paid
    return ClaimRefusal(
      isLocked ? .locked : .order,
      "\(state.id.text) is \(state.status.rawValue) and cannot \(verb)")
  }

  private func require(
    _ entry: ClaimEntry, _ roles: [ClaimRole]
  ) throws(ClaimRefusal) {
    guard !roles.contains(entry.role) else { return }
    throw ClaimRefusal(
      .role, "that is for \(roles.map(\.rawValue).joined(separator: " or ")) to do")
  }
}
