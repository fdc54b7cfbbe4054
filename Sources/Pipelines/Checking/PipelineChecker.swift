import Disk
import Intake
import Store
public import Vocabulary

/// Reads every extract of a pipeline against its contract, and stores nothing.
///
/// It judges by the same code as a run does, so that what it says of a run comes true.
public struct PipelineChecker: Sendable {
  private let pipeline: LoadedPipeline
  private let asOf: Day
  private let threads: Int

  /// Prepares to check a pipeline as it stands on a day.
  public init(_ pipeline: LoadedPipeline, asOf: Day, threads: Int) {
    self.pipeline = pipeline
    self.asOf = asOf
    self.threads = threads
  }

  /// Reads everything, telling how far it has come.
  public func check(
    _ reporting: @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> PipelineCheck {
    let planner = Planner(
      pipeline: pipeline, asOf: asOf, selection: Selection(), threads: threads)
    let plan = try await planner.plan()
    let readings = try await read(plan.extracts, reporting)
    return judge(plan, readings)
  }

  /// What the reading of each extract came to; nothing where there is nothing to read.
  private func read(
    _ extracts: [PlannedExtract], _ reporting: @Sendable (RunProgress) -> Void
  ) async throws -> [CheckReading?] {
    let folder = pipeline.extracts
    let context = pipeline.definition.intakeContext(asOf: asOf)
    let compared = comparedExtracts(extracts)
    let items = Array(extracts.enumerated()).map { (number: $0.offset, extract: $0.element) }
    return try await OrderedTasks.map(items, width: threads) {
      [threads] number, extract -> CheckReading? in
      guard extract.isRead, let shape = extract.survey.shape else { return nil }
      let reader = ExtractReader(
        path: folder.joining(extract.fileName), digest: extract.digest, shape: shape,
        context: context, threads: threads)
      return try await CheckReading(
        of: extract, by: reader, keepingPeople: compared.contains(number))
    } afterEach: { done in
      reporting(RunProgress(stage: "check", unit: "extracts", done: done, total: extracts.count))
    }
  }

  /// The numbers of the extracts whose people are compared: of whole lists, the newest and the one before it.
  private func comparedExtracts(_ extracts: [PlannedExtract]) -> Set<Int> {
    var compared: Set<Int> = []
    for (source, contract) in pipeline.definition.contracts.enumerated()
    where contract.file.contents == .snapshot {
      let own = extracts.indices.filter { extracts[$0].source == source && extracts[$0].isRead }
      if own.count > 1 { compared.formUnion(own.prefix(2)) }
    }
    return compared
  }

  // MARK: Judging

  private func judge(_ plan: RunPlan, _ readings: [CheckReading?]) -> PipelineCheck {
    var check = PipelineCheck(
      council: pipeline.definition.council, asOf: asOf, sources: [], findings: [])
    for (number, contract) in pipeline.definition.contracts.enumerated() {
      let own = zip(plan.extracts, readings).filter { $0.0.source == number }
      let judgement = SourceJudgement(contract, deliveries(own, contract), asOf: asOf)
      check.sources.append(
        CheckedSource(
          name: contract.name, state: judgement.state,
          extracts: own.map { CheckedExtract($0, $1?.result, contract) }))
      for (extract, reading) in own {
        check.findings += (extract.survey.problems + (reading?.result.problems ?? [])).map {
          FindingRow($0, of: extract.fileName, contract)
        }
      }
      check.findings += judgement.findings
    }
    check.findings += plan.unclaimed.map(FindingRow.unclaimed)
    check.findings += plan.undelivered.map(FindingRow.undelivered)
    check.findings =
      check.findings.filter { $0.severity == "error" }
      + check.findings.filter { $0.severity != "error" }
    return check
  }

  /// A source's extracts as the checks judge them.
  private func deliveries(
    _ extracts: [(PlannedExtract, CheckReading?)], _ contract: SourceContract
  ) -> [Delivery] {
    var deliveries = extracts.map { Delivery($0, $1?.result, contract) }
    let read = extracts.indices.filter { extracts[$0].1 != nil }
    // Only the newest is compared with the one before it.
    if read.count > 1, let newest = extracts[read[0]].1, let before = extracts[read[1]].1 {
      deliveries[read[0]].people = newest.people.count
      deliveries[read[0]].peopleInBoth = newest.people.intersection(before.people).count
    }
    // A quiet month's file is as another's to the byte, and has come all the same.
    let quiet = Set(deliveries.filter { $0.isRead && $0.rows == 0 }.map(\.fileName))
    for (place, (extract, _)) in extracts.enumerated()
    where extract.duplicateOf.map(quiet.contains) ?? false {
      deliveries[place].isRead = true
    }
    return deliveries
  }
}

/// What the reading of one extract came to.
private struct CheckReading: Sendable {
  var result: ExtractResult
  /// The keys of the people's details in it, where they are compared with another extract's.
  var people: Set<UInt64> = []

  init(
    of extract: PlannedExtract, by reader: ExtractReader, keepingPeople keepsPeople: Bool
  ) async throws {
    var people: Set<UInt64> = []
    result = try await reader.read { batch in
      if keepsPeople { people.formUnion(batch.records.people.lazy.map(\.key)) }
      return batch
    }
    guard result.balances else { throw RunProblem.doesNotBalance(extract.fileName) }
    self.people = people
  }
}

extension CheckedExtract {
  fileprivate init(
    _ extract: PlannedExtract, _ result: ExtractResult?, _ contract: SourceContract
  ) {
    fileName = extract.fileName
    delivered = extract.delivered
    account = result?.account
    duplicateOf = extract.duplicateOf
    problems = (result?.tally.sorted ?? []).map { item in
      CheckedProblem(
        code: item.code, column: item.column.map { contract.columns[$0].name },
        isRejection: item.isRejection, count: item.count, lines: item.lines)
    }
  }
}

extension Delivery {
  /// What is known of an extract without a store: all but which people came before.
  fileprivate init(
    _ extract: PlannedExtract, _ result: ExtractResult?, _ contract: SourceContract
  ) {
    let columns = (result?.profiles ?? []).enumerated().map { number, profile in
      var codes: [String: Int] = [:]
      if case .code(let known) = contract.columns[number].type {
        for (place, count) in profile.codeCounts.enumerated() where count > 0 {
          codes[known[place].code, default: 0] += count
        }
      }
      return Column(
        name: profile.name, present: profile.present, missing: profile.absent + profile.invalid,
        codes: codes)
    }
    self.init(
      fileName: extract.fileName, delivered: extract.delivered, isRead: result != nil,
      accepted: result?.account.accepted ?? 0, quarantined: result?.account.quarantined ?? 0,
      columns: columns, peopleInBoth: 0, people: 0)
  }
}
