public import Claims
import Cohorts
import Criteria
public import Reports
import SQLiteAccess
import Store
public import Vocabulary

/// Puts the evidence of claims together, from the ledger, the pipeline's words and a run's files.
public struct EvidencePacks {
  private let book: ClaimBook
  private let cohort: CohortBook
  private let decisions: [NotedDecision]
  private let lineage: Lineage
  private let rules: ClaimRules
  private let pipeline: PipelineDefinition
  private let references: PublicReferences
  private let files: [String: String]
  private let differences: [ClaimID: [String]]
  private let asOf: Day

  init(
    book: ClaimBook, cohort: CohortBook, decisions: [NotedDecision], lineage: Lineage,
    rules: ClaimRules, pipeline: PipelineDefinition, references: PublicReferences,
    differences: [ClaimID: [String]], asOf: Day, _ file: inout RunFile
  ) throws {
    self.book = book
    self.cohort = cohort
    self.decisions = decisions
    self.lineage = lineage
    self.rules = rules
    self.pipeline = pipeline
    self.references = references
    self.differences = differences
    self.asOf = asOf
    let names = try file.connection.query("SELECT sha256, file_name FROM extract ORDER BY id") {
      (row) throws(DatabaseError) in (row.text(0), row.text(1))
    }
    files = Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// The evidence of a claim: of the version that is locked where one is, else of the one in hand.
  public func pack(
    of state: ClaimState, configuration: [EvidencePack.ConfigurationFile] = []
  ) -> EvidencePack {
    let submission = state.submitted.last { !$0.isRejected }
    let frozen = submission?.claim ?? state.current
    let place = state.submitted.lastIndex { !$0.isRejected } ?? state.submitted.count
    let life = cohort[frozen.family]
    let names = names(for: frozen, life)
    return EvidencePack(
      council: pipeline.council, authority: pipeline.localAuthority, claim: state.id.text,
      version: place + 1, status: Words.phrase(state.status.rawValue),
      window: submission?.window ?? state.window, submitted: submission?.on, frozen: frozen,
      evidence: references.evidence(of: frozen, hiding: names.hiddenKinds.contains), life: life,
      names: names, steps: steps(of: state),
      decisions: decisions(behind: frozen), overlaps: overlaps(of: frozen, state.id),
      changes: differences[state.id] ?? state.changes, configuration: configuration,
      program: "Kindred \(Program.version)", asOf: asOf)
  }

  // MARK: Names

  private func names(for claim: FrozenClaim, _ life: FamilyLife?) -> EvidencePack.Names {
    var names = EvidencePack.Names()
    let scheme = rules.schemes[claim.scheme]
    names.scheme = scheme?.title ?? claim.scheme
    for result in scheme?.results ?? [] { names.results[result.name] = result.title }
    let kinds = pipeline.vocabulary.kinds.map(\.title)
    for element in scheme?.elements ?? [] {
      names.elements[element.name] = element.title
      names.measures[element.name] = element.measure.words(kinds)
    }
    let pack = pipeline.criteria.first { $0.name == life?.attachment?.snapshot.pack }
    for criterion in pack?.criteria ?? [] { names.criteria[criterion.name] = criterion.title }
    for kind in pipeline.vocabulary.kinds {
      names.kinds[kind.name] = kind.title
      if kind.sensitivity == .benefit { names.hiddenKinds.insert(kind.name) }
    }
    names.files = files
    let people =
      claim.people.map(\.id) + claim.rows.compactMap(\.person)
      + claim.elements.flatMap(\.lines).compactMap(\.person)
      + (life?.attachment?.snapshot.findings ?? []).flatMap(\.evidence).compactMap(\.person)
    for person in people { names.people[person] = references.reference(to: person) }
    return names
  }

  // MARK: What stands behind it

  private func overlaps(of claim: FrozenClaim, _ own: ClaimID) -> [String] {
    book.overlaps(
      with: claim, except: own, barring: rules.schemes[claim.scheme]?.barredBy ?? [],
      lineage: lineage, where: \.isLive
    ).map(\.words)
  }

  private func decisions(behind claim: FrozenClaim) -> [EvidencePack.LinkDecision] {
    let records = Set(claim.people.flatMap(\.records))
    return decisions.filter { $0.decision.subject.records.contains(where: records.contains) }
      .map { noted in
        EvidencePack.LinkDecision(
          entry: noted.number, what: noted.decision.subject.kind.title,
          reason: Words.phrase(noted.decision.reason.rawValue), by: noted.decision.by,
          at: noted.decision.at)
      }
  }

  private func steps(of state: ClaimState) -> [EvidencePack.Step] {
    book.entries.filter { $0.claim == state.id }.map { entry in
      EvidencePack.Step(
        on: entry.on, by: entry.by, role: entry.role.rawValue, words: Self.words(entry.event))
    }
  }

  private static func words(_ event: ClaimEvent) -> String {
    switch event {
    case .prepared(_, let window): "prepared for the window \(window)"
    case .completed: "judged complete"
    case .sampled(let sample): "drawn into the audit's sample \(sample)"
    case .audited(true, .itself, _): "audited, and passed"
    case .audited(true, .sample(let sample), _):
      "accepted by internal audit with the sample \(sample)"
    case .audited(false, _, let reason): "audited, and not passed: \(reason)"
    case .signed: "signed"
    case .submitted: "submitted, and locked from here on"
    case .paid(let amount): "paid \(amount.text)"
    case .rejected(let reason): "turned down: \(reason)"
    case .amended(_, let window, let reason): "amended for the window \(window): \(reason)"
    case .withdrawn(let reason, let amount): "withdrawn, \(amount.text) to give back: \(reason)"
    case .evidenceChanged(let run, let words):
      "run \(run) found other evidence: " + words.joined(separator: "; ")
    case .imported(_, let origin): "noted as made elsewhere: \(origin)"
    }
  }
}

extension ProgrammeDesk {
  /// The evidence of claims as the live run can name it, without comparing it with today's data.
  public func evidence(_ keeper: RunKeeper, _ pipeline: LoadedPipeline) throws -> EvidencePacks {
    var opened = try keeper.open(nil)
    var ledger = try workspace.openLedger()
    let differences = try keeper.claimDifferences()
    return try EvidencePacks(
      book: claims, cohort: cohort, decisions: try ledger.decisions(), lineage: lineage,
      rules: rules, pipeline: pipeline.definition, references: references,
      differences: differences,
      asOf: opened.run.asOf, &opened.file)
  }

  /// The files that the run was configured by from which a claim was prepared; none where the run is not there any more.
  public func configuration(of claim: FrozenClaim) throws -> [EvidencePack.ConfigurationFile] {
    guard let run = RunName(link: "runs/\(claim.run)"),
      let manifest = try Manifest.read(in: workspace.folder(of: run))
    else { return [] }
    return manifest.pipeline.map { .init(name: $0.path, sha256: $0.sha256) }
  }
}
