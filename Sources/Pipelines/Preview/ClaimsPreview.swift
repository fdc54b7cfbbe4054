import Claims
import Cohorts
import Store
import Vocabulary

/// What would become of the locked claims of families that change: each is prepared again from the data as it would be.
struct ClaimsPreview {
  private let programme: ProgrammeDesk
  private let lives: [FamilyLife]
  private let claims: [FamilyID: [ClaimState]]
  private let decisions: [(by: String, records: [RecordKey])]

  init(
    _ families: [DecisionPreview.FamilyChange], _ programme: ProgrammeDesk,
    _ decisions: [NotedDecision]
  ) {
    self.programme = programme
    self.decisions = decisions.map { ($0.decision.by, $0.decision.subject.records) }
    let changed = Set(families.compactMap(\.before?.id))
    // A claim names its family by the id of then; lives go by those of now.
    let locked = programme.claims.all.filter { $0.occupies && $0.origin.isEmpty }
    let byFamily = Dictionary(grouping: locked) { state in
      programme.cohort[state.current.family]?.family ?? state.current.family
    }
    claims = byFamily.filter { changed.contains($0.key) }
    let asked = Set(claims.keys)
    lives = programme.cohort.lives.filter { asked.contains($0.family) }
  }

  /// Whether no claim hangs on these families.
  var isEmpty: Bool { claims.isEmpty }

  /// How a run's data differs from what was claimed, by claim.
  func differences(
    _ definition: PipelineDefinition, _ run: RunName, _ file: inout RunFile
  ) throws -> [ClaimID: [String]] {
    var found = Dictionary(
      claims.values.joined().map { ($0.id, [ClaimsNight.withoutFamily]) },
      uniquingKeysWith: { first, _ in first })
    let judged = try JudgedFamilies(definition, run, programme.references, &file)
    try judged.forEach(lives, decisions: decisions, in: &file) { life, today in
      for state in claims[life.family] ?? [] {
        found[state.id] = today.differences(from: state, programme.definition)
      }
    }
    return found
  }

  /// The claims of which something else would be said.
  func changes(
    from now: [ClaimID: [String]], to then: [ClaimID: [String]]
  ) -> [DecisionPreview.ClaimChange] {
    now.keys.sorted().compactMap { claim in
      let (before, after) = (now[claim] ?? [], then[claim] ?? [])
      return before == after
        ? nil : DecisionPreview.ClaimChange(claim: claim, now: before, then: after)
    }
  }
}
