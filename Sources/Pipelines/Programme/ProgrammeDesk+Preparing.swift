public import Claims
import Cohorts
import Store
public import Vocabulary
import YAMLFiles

extension ProgrammeDesk {
  /// Who decided about which records, as the ledger tells; nobody of them may audit what rests on these records.
  public func decisions() throws -> [(by: String, records: [RecordKey])] {
    var ledger = try workspace.openLedger()
    return try ledger.entries().filter { $0.kind == Decision.entryKind }.compactMap { entry in
      var mistakes: [YAMLMistake] = []
      return DecisionReader.decision(
        entry.content, by: entry.by, at: entry.at, file: "\(entry.number)", mistakes: &mistakes
      ).map { ($0.by, $0.subject.records) }
    }
  }

  /// Prepares claims of a window for families, or prepares them again where they are drafts.
  ///
  /// - Parameters:
  ///   - families: Which; empty for every family that is attached, has not left and is not claimed.
  ///   - window: The window.
  ///   - scheme: The scheme.
  ///   - wanted: The main result; nil for the one that pays most.
  ///   - cases: The run.
  ///   - by: Who prepares them.
  ///   - day: When.
  /// - Returns: What became of each family, in the order of their ids.
  /// - Throws: What the run and the ledger throw.
  public mutating func prepare(
    _ families: [FamilyID], _ window: String, _ scheme: ClaimScheme, wanted: String?,
    from cases: inout ProgrammeCases, by: String, on day: Day
  ) throws -> [PreparedClaim] {
    let decisions = try decisions()
    let asOf = cases.asOf
    let meant = families.map { cohort[$0]?.family ?? $0 }
    let lives = cohort.lives.filter { life in
      families.isEmpty
        ? life.attachment != nil && !life.hasLeft(by: asOf) : meant.contains(life.family)
    }
    var found: [FamilyID: FrozenClaim] = [:]
    try cases.forEach(lives, decisions: decisions) { life, claimCase in
      found[life.family] = claimCase.prepared(
        under: scheme, plan: definition.plan, wanted: wanted)
    }
    var drafts: [FamilyID: ClaimID] = [:]
    // What was claimed elsewhere is no draft of ours.
    let ours = claims.all.filter { $0.submitted.isEmpty && $0.isLive && $0.origin.isEmpty }
    for state in ours {
      if state.current.scheme == scheme.name { drafts[state.current.family] = state.id }
    }
    let asked = families.isEmpty ? lives.map(\.family) : Set(meant).sorted()
    return try judge(asked, found, drafts, window, by: by, on: day)
  }

  /// Notes that a family, with everyone who lives in it, was claimed elsewhere or before, so that it bars like any claim.
  ///
  /// - Parameters:
  ///   - family: Which.
  ///   - scheme: Under which scheme; its path is what is barred.
  ///   - origin: By whom: another council, an earlier phase.
  ///   - cases: The run.
  ///   - by: Who notes it.
  ///   - day: When.
  /// - Returns: The claim's number.
  /// - Throws: What the run and the ledger throw.
  public mutating func noteElsewhere(
    _ family: FamilyID, _ scheme: ClaimScheme, origin: String, from cases: inout ProgrammeCases,
    by: String, on day: Day
  ) throws -> ClaimID {
    let life = cohort[family] ?? FamilyLife(family: family)
    var found: FrozenClaim?
    try cases.forEach([life], decisions: []) { _, claimCase in
      found = claimCase.notedElsewhere(under: scheme)
    }
    guard let found else { throw ProgrammeProblem.refused("the live run has no such family") }
    let id = claims.next
    try enter([
      ClaimEntry(
        claim: id, on: day, by: by, role: .analyst, event: .imported(found, origin: origin))
    ])
    return id
  }

  /// What a claim is amended to: the family's claim for the same result as the run has it now.
  ///
  /// A claim that the run knows no family of is amended to what it holds already, for a new audit.
  public func amendment(
    of state: ClaimState, from cases: inout ProgrammeCases
  ) throws -> FrozenClaim {
    let claim = state.current
    guard let scheme = definition.scheme(named: claim.scheme),
      let life = cohort[claim.family], life.attachment != nil
    else { return claim }
    var found: FrozenClaim?
    try cases.forEach([life], decisions: decisions()) { _, claimCase in
      found = claimCase.prepared(
        under: scheme, plan: definition.plan, wanted: claim.mainResult)
    }
    return found ?? claim
  }

  /// Judges what was found, each by itself, and writes all that the rules let pass at once.
  private mutating func judge(
    _ families: [FamilyID], _ found: [FamilyID: FrozenClaim], _ drafts: [FamilyID: ClaimID],
    _ window: String, by: String, on day: Day
  ) throws -> [PreparedClaim] {
    var prepared: [PreparedClaim] = []
    let entered = Set(families.filter { cohort[$0] != nil })
    try enterWhatPasses { attempt in
      for family in families {
        guard let claim = found[family] else {
          prepared.append(
            .init(
              family: family,
              refusal: entered.contains(family)
                ? "the live run has no such family"
                : "the family was never put forward for the programme"))
          continue
        }
        let id = drafts[family] ?? attempt.next
        let refusal = attempt.enter(
          ClaimEntry(
            claim: id, on: day, by: by, role: .analyst,
            event: .prepared(claim, window: window)))
        prepared.append(
          refusal.map { PreparedClaim(family: family, refusal: $0) }
            ?? PreparedClaim(family: family, claim: id, gaps: claim.gaps))
      }
    }
    return prepared
  }
}

/// What became of a family for which a claim was to be prepared.
public struct PreparedClaim: Hashable, Sendable {
  /// The family.
  public var family: FamilyID
  /// The claim, where there is one.
  public var claim: ClaimID?
  /// What is missing.
  public var gaps: [ClaimGap] = []
  /// Why there is none.
  public var refusal: String?
}
