import Disk
import Intake
import Sealing
import Store
import Vocabulary

/// Finds how two runs differ, and why, by building the runs that lie between them.
///
/// What went into the two is exchanged piece by piece: first configuration and model, then rows, decisions and the
/// day. The step at which a change shows is its cause. Where only one thing differs, nothing needs to be built.
public struct RunDiffer: Sendable {
  private let keeper: RunKeeper
  private let threads: Int

  /// Compares runs of a workspace.
  public init(_ keeper: RunKeeper, threads: Int) {
    self.keeper = keeper
    self.threads = threads
  }

  /// What differs between two runs, each change with its cause.
  public func difference(from before: RunName, to after: RunName) async throws -> RunDifference {
    let (old, new) = (try manifest(of: before), try manifest(of: after))
    let inputs = RunDifference.inputs(old, new)
    let holders = (try holders(of: before), try holders(of: after))
    let changes = IdentitySubject.allCases.map { subject in
      GroupComparison(
        before: holders.0[subject] ?? [], after: holders.1[subject] ?? []
      ).changes
    }
    var difference = RunDifference(
      before: before, after: after, inputs: inputs, changes: [], replays: 0, doubt: nil)
    let steps = Self.steps(inputs)
    var between: [[IdentitySubject: [HolderRow]]] = []
    if steps.count > 1, changes.contains(where: { !$0.isEmpty }) {
      do {
        between = try await replay(steps, old, new, after)
        difference.replays = between.count
      } catch let doubt as Doubt {
        difference.doubt = doubt.words
      }
    }
    let isSettled = difference.doubt == nil
    for (subject, changes) in zip(IdentitySubject.allCases, changes) {
      let states =
        isSettled && !steps.isEmpty
        ? ([holders.0] + between + [holders.1]).map { GroupState($0[subject] ?? []) } : []
      // Without replays there is one step, if what differs is one thing.
      difference.changes += changes.map { change in
        RunDifference.Change(
          subject: subject, change: change,
          cause: states.count == steps.count + 1
            ? RunDifference.cause(of: change, states, steps) : .unsettled)
      }
    }
    return difference
  }

  /// Why a replay cannot be had.
  private struct Doubt: Error {
    var words: String
  }

  /// The steps of a replay: what belongs to the pipeline is exchanged at once, since the old files are gone.
  private static func steps(_ inputs: [RunDifference.Cause]) -> [RunDifference.Cause] {
    let ofPipeline = inputs.filter { [.program, .configuration, .model].contains($0) }
    let first: [RunDifference.Cause] =
      ofPipeline.isEmpty ? [] : [ofPipeline.count == 1 ? ofPipeline[0] : .configuration]
    return first + inputs.filter { [.row, .decision, .time].contains($0) }
  }

  // MARK: Reading

  private func manifest(of run: RunName) throws -> Manifest {
    guard let manifest = try Manifest.read(in: keeper.workspace.folder(of: run)) else {
      throw RunProblem.notBuilt(run)
    }
    return manifest
  }

  private func holders(of run: RunName) throws -> [IdentitySubject: [HolderRow]] {
    try Self.holders(in: keeper.workspace.folder(of: run))
  }

  private static func holders(in folder: Path) throws -> [IdentitySubject: [HolderRow]] {
    var file = try RunFile.open(at: folder.joining(RunBuilder.runFileName).text)
    return [.person: try file.personHolders(), .family: try file.familyRecords()]
  }

  // MARK: Replaying

  /// Whose records are whose after each step but the last, which is the run after.
  private func replay(
    _ steps: [RunDifference.Cause], _ old: Manifest, _ new: Manifest, _ after: RunName
  ) async throws -> [[IdentitySubject: [HolderRow]]] {
    let (pipeline, plan, _) = try await keeper.replan(after, threads: threads)
    guard plan.name == after else {
      throw Doubt(words: "the pipeline or the extracts are not what they were for \(after)")
    }
    guard let oldDay = Day(iso: old.asOf) else { throw Doubt(words: "the first run has no day") }
    let all = try await allExtracts(pipeline, plan, upTo: max(oldDay, plan.asOf))
    let folder = keeper.workspace.differences
    try Files.createFolder(folder)
    let lock = try RunKeeper.take(folder.joining(Workspace.lockName))
    defer { extendLifetime(lock) }
    try RunKeeper.sweep(folder)
    var found: [[IdentitySubject: [HolderRow]]] = []
    for count in 1..<steps.count {
      let taken = Set(steps.prefix(count))
      var between = plan
      between.basis = RunBasis()
      if steps.contains(.time), !taken.contains(.time) {
        between.name = RunName(asOf: oldDay, id: plan.name.id)
      }
      if steps.contains(.row), !taken.contains(.row) {
        between.extracts = try extracts(of: old, from: all, pipeline)
      }
      if steps.contains(.decision), !taken.contains(.decision) {
        let last = old.ledger?.entries ?? 0
        between.decisions = plan.decisions.filter { $0.number <= last }
      }
      found.append(
        try await build(between, pipeline, in: folder.joining("\(plan.name.id)-\(count)")))
    }
    return found
  }

  /// The extracts of both runs, as far as they are there.
  private func allExtracts(
    _ pipeline: LoadedPipeline, _ plan: RunPlan, upTo last: Day
  ) async throws -> [PlannedExtract] {
    guard last > plan.asOf else { return plan.extracts }
    var options = RunOptions()
    options.selection = plan.selection
    options.threads = threads
    return try await keeper.plan(pipeline, asOf: last, options, from: RunStart()).extracts
  }

  private func extracts(
    of manifest: Manifest, from all: [PlannedExtract], _ pipeline: LoadedPipeline
  ) throws -> [PlannedExtract] {
    let contracts = pipeline.definition.contracts
    let wanted = Set(manifest.extracts.map { "\($0.source) \($0.file) \($0.sha256)" })
    let found = all.filter {
      wanted.contains("\(contracts[$0.source].name) \($0.fileName) \($0.digest.hex)")
    }
    guard found.count == wanted.count else {
      throw Doubt(
        words: "\(wanted.count - found.count) extracts of \(manifest.asOf) are not there any more, "
          + "or have changed")
    }
    return Planner.markDuplicates(
      found.map { extract in
        var fresh = extract
        fresh.duplicateOf = nil
        return fresh
      }, contracts)
  }

  private func build(
    _ plan: RunPlan, _ pipeline: LoadedPipeline, in folder: Path
  ) async throws -> [IdentitySubject: [HolderRow]] {
    var plan = plan
    let stages = keeper.stages.map(\.name)
    plan.selection.stages = stages.filter {
      ["intake", "checks", "linkage", "families"].contains($0)
    }
    let builder = RunBuilder(
      workspace: keeper.workspace, pipeline: pipeline, plan: plan, folder: folder,
      log: try RunLog(run: plan.name.id, at: nil, watcher: keeper.watcher), threads: threads,
      allStages: keeper.stages)
    var results: [RunResults.StageResult] = []
    try await builder.build(ignoringCheckpoints: true, noting: &results)
    let holders = try Self.holders(in: folder)
    try Files.removeTree(folder)
    return holders
  }
}
