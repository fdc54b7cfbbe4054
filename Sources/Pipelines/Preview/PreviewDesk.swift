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
  ///   - decisions: Every decision of the ledger; the next run heeds them all, so they are heeded with it.
  ///   - programme: Families' lives and claims, for what would become of claims; nil where there is no programme.
  /// - Returns: What would be other than in the run.
  /// - Throws: What the run file throws, or a `PreviewProblem`.
  public func preview(
    _ decision: Decision, after decisions: [NotedDecision], programme: ProgrammeDesk? = nil
  ) throws -> DecisionPreview {
    var opened = try keeper.open(run.id)
    let next = try NextDecisions(decision, after: decisions, definition.review, &opened.file)
    let asked =
      decision.subject.isAboutFamilies
      ? nil
      : try PeoplePreview([decision.subject], next.bound.people, analysis, &opened.file)
    guard next.rulesOtherwise || asked?.changes.isEmpty == false else {
      return DecisionPreview(people: [], families: [])
    }
    var owners = try self.owners(of: decision.subject, &opened.file)
    let people =
      next.waiting == 0
      ? asked
      : try PeoplePreview(next.aboutPeople, next.bound.people, analysis, &opened.file)
    if let people { try RunOverlay.lay(people.moves, over: &opened.file) }
    owners.formUnion(try self.owners(of: decision.subject, &opened.file))
    let own = asked?.changes ?? []
    owners.formUnion(own.map(\.id))
    let others = (people?.changes ?? []).filter { !own.map(\.id).contains($0.id) }
    var preview = DecisionPreview(people: own, families: nil)
    preview.others = .init(decisions: next.waiting, people: others)
    guard let settings = definition.families else { return preview }
    let families = try FamiliesPreview(
      settings, touched: Set((own + others).map(\.id.value)), next.rulings, asOf: run.asOf,
      &opened.file)
    let changes = try self.changes(families, &opened.file)
    (preview.families, preview.others.families) =
      next.waiting == 0 ? (changes, []) : Self.parted(changes, around: owners)
    if let programme {
      preview.claims = try claims(
        ClaimsPreview(preview.families ?? [], programme, decisions), &opened.file)
    }
    return preview
  }

  private func owners(
    of subject: DecisionSubject, _ file: inout RunFile
  ) throws(DatabaseError) -> Set<PersonID> {
    var owners: Set<PersonID> = []
    for key in subject.records {
      if let owner = try file.person(of: key) { owners.insert(owner) }
    }
    return owners
  }

  /// The families that hang together with some people, by other families that change with them; and the rest.
  private static func parted(
    _ changes: [DecisionPreview.FamilyChange], around people: Set<PersonID>
  ) -> (own: [DecisionPreview.FamilyChange], others: [DecisionPreview.FamilyChange]) {
    var reached = people
    var isOwn = changes.map { _ in false }
    while let place = changes.indices.first(where: {
      !isOwn[$0] && !changes[$0].people.isDisjoint(with: reached)
    }) {
      isOwn[place] = true
      reached.formUnion(changes[place].people)
    }
    let marked = zip(changes, isOwn)
    return (marked.filter(\.1).map(\.0), marked.filter { !$0.1 }.map(\.0))
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
