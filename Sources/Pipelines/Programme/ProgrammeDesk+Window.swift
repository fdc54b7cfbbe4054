public import Claims
public import Disk
public import Reports
import Store
public import Vocabulary

extension ProgrammeDesk {
  /// The claims of a window and a scheme, as registers and sheets show them; nil where there is no such window.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - scheme: The scheme.
  ///   - families: The families of the cohort, counted by a run; nil where there is none.
  ///   - pipeline: The council's definition.
  ///   - day: The day of which the picture is.
  /// - Returns: The picture.
  public func picture(
    of window: String, _ scheme: ClaimScheme, families: Reconciliation.Families?,
    _ pipeline: PipelineDefinition, on day: Day
  ) -> WindowPicture? {
    guard let days = definition.windows.window(named: window)?.days else { return nil }
    let states = claims(in: window, scheme.name)
    return WindowPicture(
      council: pipeline.council, authority: pipeline.localAuthority, window: window, days: days,
      scheme: (scheme.name, scheme.title), claims: states.map { line($0, scheme) },
      sums: sheet(of: window, scheme, families).lines.map { line in
        WindowPicture.Sum(
          name: line.name, whole: line.whole,
          parts: line.parts.map { .init(name: $0.name, count: $0.count) }, isMoney: line.isMoney,
          adds: line.adds)
      },
      bridge: claims.bridge(to: window, scheme, definition.windows).map { step in
        WindowPicture.Step(
          claim: step.claim.text, family: step.reference, what: step.what.rawValue,
          before: step.before, after: step.after)
      },
      audit: audit(of: window, scheme), program: "Kindred \(Program.version)", asOf: day)
  }

  /// The reconciliation of a window.
  public func sheet(
    of window: String, _ scheme: ClaimScheme, _ families: Reconciliation.Families? = nil
  ) -> Reconciliation {
    claims.reconciliation(of: window, scheme, definition.windows, families: families)
  }

  private func line(_ state: ClaimState, _ scheme: ClaimScheme) -> WindowPicture.Claim {
    let claim = state.current
    let audited: String =
      switch state.basis {
      case .itself?: state.status == .failed ? "not passed" : "itself"
      case .sample(let name)?: "with sample \(name)"
      case nil: ""
      }
    return WindowPicture.Claim(
      number: state.id.text,
      version: max(1, state.submitted.count + (state.isAmending ? 1 : 0)),
      family: claim.reference, area: claim.area, worker: claim.worker,
      results: claim.results.map { scheme.result(named: $0)?.title ?? $0 },
      attached: claim.attachedOn, year: claim.attachmentYear.text, amount: claim.amount,
      paid: state.paid, status: state.status.rawValue, audited: audited,
      signatures: state.signatures.map { $0.role.rawValue }, missing: claim.gaps.count,
      isDrawn: !state.samples.isEmpty, digest: references.digest(of: claim))
  }

  private func audit(of window: String, _ scheme: ClaimScheme) -> WindowPicture.Audit {
    let judgement = claims.judgement(of: window, scheme)
    let range = judgement.errorRange.map { range in
      Int((range.lowerBound * 10).rounded())...Int((range.upperBound * 10).rounded())
    }
    return WindowPicture.Audit(
      population: judgement.population, needed: judgement.needed, drawn: judgement.drawn,
      audited: judgement.audited, failed: judgement.failed,
      tolerated: judgement.toleratedPercent, samples: claims.samples(of: window, scheme.name),
      errorRange: range)
  }
}

extension RunKeeper {
  /// What the live run's data says differently of claims that are locked; nothing where no run is live.
  public func claimDifferences() throws -> [ClaimID: [String]] {
    guard try workspace.liveRun() != nil else { return [:] }
    var opened = try open(nil)
    let found = try opened.file.claimDifferences()
    return Dictionary(uniqueKeysWithValues: found.map { (ClaimID($0), $1) })
  }

  /// The families of the live run's cohort, counted for the reconciliation; nil where no run is live or it has none.
  public func reconciledFamilies() throws -> Reconciliation.Families? {
    guard try workspace.liveRun() != nil else { return nil }
    var opened = try open(nil)
    guard let counts = try opened.file.cohortCounts() else { return nil }
    return Reconciliation.Families(
      identified: counts.judged, eligible: counts.putForward, notEligible: counts.notEligible,
      cannotTell: counts.cannotTell, attached: counts.attached, waiting: counts.waiting,
      declined: counts.left)
  }
}

extension ReportFile {
  /// The file's bytes; a workbook is put together in a folder, and says that it was made at the beginning of a day.
  public func bytes(in folder: Path, created day: Day) throws -> [UInt8] {
    try written(in: folder, created: day)
  }

  /// Writes the file into a folder, whole or not at all; a workbook says that it was made at the beginning of a day.
  public func write(in folder: Path, created day: Day) throws {
    let path = folder.joining(self.path)
    try Files.createFolder(path.parent)
    try Files.writeAtomically(try written(in: path.parent, created: day), to: path)
  }
}
