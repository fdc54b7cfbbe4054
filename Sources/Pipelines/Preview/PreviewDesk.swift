import Criteria
import Families
import SQLiteAccess
import Store
public import Vocabulary

/// Where it is worked out what a decision would change: with the stages of a run, on the published run and what hangs
/// together with the decision's records.
public struct PreviewDesk: Sendable {
  private let keeper: RunKeeper
  private let run: RunName
  private let analysis: PeopleAnalysis
  private let definition: PipelineDefinition
  private let criteria: FamilyDesk?

  /// A desk for a run of which the linkage and the pipeline are at hand.
  public init(
    _ keeper: RunKeeper, _ run: RunName, _ analysis: PeopleAnalysis,
    _ definition: PipelineDefinition, criteria: FamilyDesk?
  ) {
    (self.keeper, self.run, self.analysis) = (keeper, run, analysis)
    (self.definition, self.criteria) = (definition, criteria)
  }

  /// What a decision would change.
  ///
  /// - Parameters:
  ///   - decision: The decision.
  ///   - decisions: Every decision of the ledger; those about records that hang together with these are heeded with it.
  ///   - programme: Families' lives and claims, for what would become of claims; nil where there is no programme.
  /// - Returns: What would be other than in the run.
  /// - Throws: What the run file throws, or a `PreviewProblem`.
  public func preview(
    _ decision: Decision, after decisions: [NotedDecision], programme: ProgrammeDesk? = nil
  ) throws -> DecisionPreview {
    var opened = try keeper.open(run.id)
    let number = (decisions.last?.number ?? 0) + 1
    let all = decisions + [NotedDecision(number: number, decision)]
    let bound = try DecisionBinding(all, definition.review, &opened.file)
    var states = try opened.file.decisionStates()
    var changes: [DecisionPreview.Person] = []
    if decision.subject.isAboutFamilies {
      // People stay who they are; families are formed again with one ruling more.
      states += bound.bound.filter { $0.number == number }.map(\.row)
    } else {
      let people = try PeoplePreview(decision.subject, bound.people, analysis, &opened.file)
      changes = people.changes
      guard !changes.isEmpty else { return DecisionPreview(people: [], families: []) }
      try RunOverlay.lay(people.moves, over: &opened.file)
    }
    guard let settings = definition.families else {
      return DecisionPreview(people: changes, families: nil)
    }
    let families = try FamiliesPreview(
      settings, touched: Set(changes.map(\.id.value)), StageRulings(all, states), asOf: run.asOf,
      &opened.file)
    var preview = DecisionPreview(
      people: changes, families: try self.changes(families, &opened.file))
    if let programme {
      preview.claims = try claims(
        ClaimsPreview(preview.families ?? [], programme, decisions), &opened.file)
    }
    return preview
  }

  private func claims(
    _ asked: ClaimsPreview, _ overlaid: inout RunFile
  ) throws -> [DecisionPreview.ClaimChange] {
    guard !asked.isEmpty else { return [] }
    var published = try keeper.open(run.id)
    return asked.changes(
      from: try asked.differences(definition, run, &published.file),
      to: try asked.differences(definition, run, &overlaid))
  }

  private func changes(
    _ families: FamiliesPreview, _ overlaid: inout RunFile
  ) throws -> [DecisionPreview.FamilyChange] {
    var published = try keeper.open(run.id)
    let before = try families.before.map { try family($0, &published.file) }
    try RunOverlay.lay(families.after.flatMap(\.self), over: &overlaid)
    let after = try families.after.map { try family($0, &overlaid) }
    let (old, new) = (Self.byID(before), Self.byID(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { id in
      old[id] == new[id]
        ? nil : DecisionPreview.FamilyChange(before: old[id], after: new[id])
    }
  }

  private static func byID(
    _ families: [DecisionPreview.Family]
  ) -> [FamilyID: DecisionPreview.Family] {
    Dictionary(families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func family(
    _ members: [FamilyMemberRow], _ file: inout RunFile
  ) throws -> DecisionPreview.Family {
    let id = FamilyID(members.first?.family ?? 0)
    let packs = try criteria?.criteria(of: id, in: &file) ?? []
    return DecisionPreview.Family(
      id: id,
      members: members.map { member in
        DecisionPreview.Member(
          person: PersonID(member.person), role: member.role, since: member.since,
          until: member.until)
      }, packs: packs.map(pack))
  }

  private func pack(_ pack: FamilyCriteria) -> DecisionPreview.Pack {
    let eligibility = definition.criteria.first { $0.name == pack.pack }?.eligibility
    return DecisionPreview.Pack(
      name: pack.pack, title: pack.title,
      eligible: pack.explanations.first { $0.criterion == eligibility }?.state,
      findings: pack.explanations.filter { $0.criterion != eligibility }.map {
        DecisionPreview.Finding(title: $0.title, state: $0.state)
      })
  }
}

extension DecisionSubject {
  /// Whether it says who belongs to a family, and nothing of who is who.
  fileprivate var isAboutFamilies: Bool {
    switch self {
    case .joinFamily, .leaveFamily: true
    default: false
    }
  }
}
