import Intake
import Store
public import Vocabulary

extension RunKeeper {
  /// Finds out what a run would do; reads and writes nothing.
  public func forecast(
    _ pipeline: LoadedPipeline, asOf: Day, _ options: RunOptions
  ) async throws -> RunForecast {
    let plan = try await plan(pipeline, asOf: asOf, options)
    let live = try workspace.liveRun()
    var forecast = RunForecast(
      plan: plan, sources: [], findings: [], stages: try foresee(plan, pipeline, live: live),
      live: live, changedSinceLive: try live.map { try changes(since: $0, plan) } ?? [])
    for (number, contract) in pipeline.definition.contracts.enumerated() {
      forecast.add(contract, plan.extracts.filter { $0.source == number })
    }
    forecast.findings += plan.unclaimed.map(FindingRow.unclaimed)
    forecast.findings += plan.undelivered.map(FindingRow.undelivered)
    forecast.findings =
      forecast.findings.filter { $0.severity == "error" }
      + forecast.findings.filter { $0.severity != "error" }
    return forecast
  }

  private func foresee(
    _ plan: RunPlan, _ pipeline: LoadedPipeline, live: RunName?
  ) throws -> [StageForecast] {
    let isLive = live == plan.name
    let folder = isLive ? workspace.rebuilt(plan.name) : workspace.folder(of: plan.name)
    let builder = RunBuilder(
      workspace: workspace, pipeline: pipeline, plan: plan, folder: folder,
      log: try RunLog(run: plan.name.id, at: nil, watcher: .none), threads: 1,
      allStages: stages)
    if isLive, try Self.publishedResults(in: workspace.folder(of: plan.name)) != nil {
      return builder.stages.map { stage in
        StageForecast(
          name: stage.name, title: stage.title, isReused: true,
          reason: "the run is live already, and nothing has changed since")
      }
    }
    return try builder.forecast()
  }
}

extension RunForecast {
  /// Judges a source by its files alone: how fresh it is, and whether they can be read.
  fileprivate mutating func add(_ contract: SourceContract, _ extracts: [PlannedExtract]) {
    // Without rows there is nothing to say but how old the files are.
    let deliveries = extracts.map { extract in
      Delivery(
        fileName: extract.fileName, delivered: extract.delivered, isRead: extract.isRead,
        accepted: 0, quarantined: 0, columns: [], peopleInBoth: 0, people: 0)
    }
    let judgement = SourceJudgement(contract, deliveries, asOf: plan.asOf)
    let state = judgement.state
    sources.append(
      SourceForecast(
        name: contract.name, every: contract.file.every.rawValue, freshness: state.state,
        newest: state.newest, ageDays: state.ageDays, due: state.due,
        isLate: state.due.flatMap { Day(iso: $0) }.map { $0 < plan.asOf } ?? false,
        extracts: extracts))
    for extract in extracts {
      findings += extract.survey.problems.map { FindingRow($0, of: extract.fileName, contract) }
    }
    findings += judgement.findings
  }
}
