import Claims
import Cohorts
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// Everything that one night has to say of claims.
struct ClaimsNight {
  /// The claims as the ledger tells them.
  private(set) var book = ClaimBook()
  /// What today's data says differently of claims that are locked.
  private(set) var differences: [ClaimID: [String]] = [:]
  /// What could be claimed next, in the order of families and schemes.
  private(set) var prospects: [(family: FamilyID, life: FamilyLife, prospect: ClaimProspect)] = []
  /// Submitted claims whose families or people have become the same.
  let conflicts: [(ClaimID, Overlap)]
  /// The evidence of claims that are submitted and stand, in the order of their numbers.
  private(set) var packs: [EvidencePack] = []
  private var drafts: [FamilyID: [ClaimState]] = [:]

  init(_ work: inout StageWork, _ definition: ProgrammeDefinition) throws {
    let entries = work.plan.programme.upTo(work.plan.asOf)
    let successions = try Successions(&work.file)
    book.replay(entries.claims)
    let rules = ClaimRules(
      schemes: definition.schemes, windows: definition.windows,
      explained: Set(entries.explanations.keys))
    conflicts = book.conflicts(lineage: successions.lineage, rules: rules)
    guard let references = work.plan.references else {
      differences = Self.untold(book)
      return
    }
    let cohort = CohortBook(entries.cohort, successors: successions.families)
    let gathered = try work.cases()
    let judged = try JudgedFamilies(
      work.pipeline.definition, work.plan.name, references, &work.file,
      gathered: gathered)
    let now = successions.families
    var claims: [FamilyID: [ClaimState]] = [:]
    for state in book.all {
      let family = state.current.family
      claims[now[family] ?? family, default: []].append(state)
    }
    let decisions = work.plan.decisions.map { ($0.decision.by, $0.decision.subject.records) }
    let lives = cohort.lives.filter { $0.attachment != nil || claims[$0.family] != nil }
    differences = Self.untold(book)
    try judged.forEach(lives, decisions: decisions, in: &work.file) { life, found in
      compare(claims[life.family] ?? [], found, definition)
      add(claims[life.family] ?? [], life, found, definition, successions.lineage)
    }
    let evidence = try EvidencePacks(
      book: book, cohort: cohort, decisions: work.plan.decisions, lineage: successions.lineage,
      rules: rules, pipeline: work.pipeline.definition, references: references,
      differences: differences, asOf: work.plan.asOf, &work.file)
    packs = book.all.filter { $0.occupies && $0.origin.isEmpty }.map { evidence.pack(of: $0) }
  }

  /// What is said of a claim whose family a run does not have.
  static let withoutFamily = "the run does not have the family of the claim any more"

  /// Until a family is found in the run, all that is known is that it is not there.
  private static func untold(_ book: ClaimBook) -> [ClaimID: [String]] {
    var differences: [ClaimID: [String]] = [:]
    for state in book.all where state.occupies && state.origin.isEmpty {
      differences[state.id] = [withoutFamily]
    }
    return differences
  }

  private mutating func compare(
    _ claims: [ClaimState], _ found: ClaimCase, _ definition: ProgrammeDefinition
  ) {
    for state in claims where state.occupies && state.origin.isEmpty {
      guard let words = found.differences(from: state, definition) else { continue }
      differences[state.id] = words.isEmpty ? nil : words
    }
  }

  private mutating func add(
    _ claims: [ClaimState], _ life: FamilyLife, _ found: ClaimCase,
    _ definition: ProgrammeDefinition, _ lineage: Lineage
  ) {
    guard !claims.contains(where: { $0.occupies }) else { return }
    drafts[life.family] = claims.filter(\.isLive)
    for scheme in definition.schemes {
      guard
        var prospect = found.prospect(under: scheme, definition.windows, plan: definition.plan)
      else { continue }
      let overlaps = book.overlaps(
        with: prospect.claim, except: draft(of: life.family, scheme.name)?.id,
        barring: scheme.barredBy, lineage: lineage, where: \.occupies)
      for overlap in overlaps { prospect.bar(by: overlap) }
      prospects.append((life.family, life, prospect))
    }
  }

  /// The draft of a family under a scheme, if somebody has prepared one.
  func draft(of family: FamilyID, _ scheme: String) -> ClaimState? {
    drafts[family]?.first { $0.current.scheme == scheme }
  }

  var counts: [String: Int] {
    var counts = [
      "claims": book.all.count, "changed": differences.count, "conflicts": conflicts.count,
      "prospects": prospects.count, "ready": prospects.count { $0.prospect.isReady },
    ]
    for state in book.all { counts["status_\(state.status.rawValue)", default: 0] += 1 }
    return counts
  }
}

extension ClaimCase {
  /// How the same claim, prepared from this case, differs from the one that is locked; nil where it can't be prepared.
  func differences(from state: ClaimState, _ definition: ProgrammeDefinition) -> [String]? {
    guard let locked = state.locked, let scheme = definition.scheme(named: locked.scheme) else {
      return nil
    }
    // Of a family that left and came back, its new attachment says nothing of what was claimed by the one before.
    guard life.attachedOn == locked.attachedOn else { return [] }
    return EvidenceChange.words(
      from: locked,
      to: prepared(under: scheme, plan: definition.plan, wanted: locked.mainResult))
  }
}

// MARK: Rows of the run's file

extension ClaimsNight {
  var rows: [(ProgrammeTable, [[SQLValue]])] {
    [
      (.claim, book.all.map { row(of: $0) }), (.difference, differenceRows),
      (.prospect, prospects.map { row(of: $0.family, $0.life, $0.prospect) }), (.gap, gapRows),
    ]
  }

  private func row(of state: ClaimState) -> [SQLValue] {
    let claim = state.current
    let submission = state.submitted.last
    return [
      .integer(Int64(state.id.number)), .text(state.id.text), .text(state.status.rawValue),
      .text(state.window), .integer(claim.family.value), .text(claim.reference),
      .text(claim.scheme), .words(claim.results), .text(claim.attachmentYear.text),
      .text(claim.area), .text(claim.deliveryAgency), .integer(claim.amount.count),
      .integer(state.paid.count), .integer(Int64(state.submitted.count)),
      .optional(submission?.on.iso), .optional(submission?.window),
      .integer(Int64(claim.gaps.count)), .integer(Int64(differences[state.id]?.count ?? 0)),
      .text(state.origin),
    ]
  }

  private var differenceRows: [[SQLValue]] {
    differences.sorted { $0.key < $1.key }.flatMap { claim, words in
      words.enumerated().map { place, words in
        [.integer(Int64(claim.number)), .integer(Int64(place)), .text(words)]
      }
    }
  }

  private func row(
    of family: FamilyID, _ life: FamilyLife, _ prospect: ClaimProspect
  ) -> [SQLValue] {
    let claim = prospect.claim
    return [
      .integer(family.value), .text(claim.scheme), .text(prospect.window),
      .optional(draft(of: family, claim.scheme)?.id.text), .words(claim.results),
      .integer(claim.amount.count), .text(claim.attachmentYear.text), .text(life.area),
      .integer(Int64(prospect.needs.count)), .truth(prospect.isAnswerable),
    ]
  }

  private var gapRows: [[SQLValue]] {
    prospects.flatMap { family, _, prospect in
      prospect.needs.enumerated().map { place, need in
        [
          .integer(family.value), .text(prospect.claim.scheme), .integer(Int64(place)),
          .text(need.code), .text(need.words), .text(need.helper.rawValue),
        ]
      }
    }
  }
}
