import Disk
import Intake
import Sealing
import Store
import Vocabulary

/// Finds out what a run will read, and gives the run its name.
struct Planner {
  let pipeline: LoadedPipeline
  let asOf: Day
  let selection: Selection
  let threads: Int
  var start = RunStart()
  /// How a file is read; another way in tests, where nothing is forbidden to the account that runs them.
  var read: @Sendable (Path) throws -> InputSurvey = { try InputSurvey.read($0) }

  /// Reads every extract once, for its digest and its shape.
  func plan(_ reporting: @Sendable (PlanningProgress) -> Void = { _ in }) async throws -> RunPlan {
    let (deliveries, unclaimed) = try findDeliveries()
    let undelivered = try findUndelivered()
    let extracts = try await survey(deliveries, reporting)
    let configuration = try pipeline.files.map { path in
      RunPlan.InputFile(
        path: pipeline.name(of: path),
        digest: try InputSurvey.digest(of: path), bytes: try Files.size(of: path))
    }
    var plan = RunPlan(
      name: RunName(asOf: asOf, id: ""), program: Program.version, configuration: configuration,
      extracts: extracts, unclaimed: unclaimed, undelivered: undelivered, selection: selection,
      basis: start.basis, decisions: start.decisions, programme: start.programme,
      references: start.references)
    plan.name = RunName(asOf: asOf, id: Self.identity(of: plan))
    return plan
  }

  // MARK: Deliveries

  private struct Delivery: Sendable {
    var source: Int
    var fileName: String
    var delivered: Day
  }

  /// The files that contracts claim, of days up to the run's, and those that none claims.
  private func findDeliveries() throws -> (claimed: [Delivery], unclaimed: [String]) {
    guard try Files.target(of: pipeline.extracts) == .folder else {
      throw RunProblem.noExtractsFolder(pipeline.extracts)
    }
    var claimed: [Delivery] = []
    var unclaimed: [String] = []
    var shared: [SharedFiles] = []
    for fileName in try Files.list(pipeline.extracts) {
      switch try Files.kind(of: pipeline.extracts.joining(fileName)) {
      case .file: break
      case .folder, nil: continue
      case .link, .other:
        // It is not read, and must not be passed over in silence.
        unclaimed.append(fileName)
        continue
      }
      let claims = pipeline.definition.contracts.indices.compactMap { source in
        pipeline.definition.contracts[source].file.name.deliveryDate(of: fileName).map {
          Delivery(source: source, fileName: fileName, delivered: $0.interval.last)
        }
      }
      if claims.count > 1 {
        Self.note(
          fileName, of: claims.map { pipeline.definition.contracts[$0.source].name }, in: &shared)
        continue
      }
      guard let claim = claims.first else {
        if !Self.isNoExtract(fileName) { unclaimed.append(fileName) }
        continue
      }
      let name = pipeline.definition.contracts[claim.source].name
      if claim.delivered <= asOf && selection.includes(source: name) { claimed.append(claim) }
    }
    guard shared.isEmpty else { throw RunProblem.claimedTwice(shared) }
    claimed.sort { left, right in
      (left.source, right.delivered, right.fileName) < (right.source, left.delivered, left.fileName)
    }
    return (claimed, unclaimed)
  }

  private static func note(
    _ fileName: String, of contracts: [String], in shared: inout [SharedFiles]
  ) {
    if let known = shared.firstIndex(where: { $0.contracts == contracts }) {
      shared[known].fileNames.append(fileName)
    } else {
      shared.append(SharedFiles(contracts: contracts, fileNames: [fileName]))
    }
  }

  /// The files that should have come, by the list that came with them, but for those of days after the run's.
  private func findUndelivered() throws -> [String] {
    let present = Set(try Files.list(pipeline.extracts))
    return try DeliveryList(in: pipeline.extracts).fileNames.filter { fileName in
      guard !present.contains(fileName) else { return false }
      let claims = pipeline.definition.contracts.compactMap { contract in
        contract.file.name.deliveryDate(of: fileName).map { (contract.name, $0.interval.last) }
      }
      return claims.isEmpty
        || claims.contains { $0.1 <= asOf && selection.includes(source: $0.0) }
    }
  }

  /// Notes and lists that lie beside extracts.
  private static func isNoExtract(_ fileName: String) -> Bool {
    fileName.hasPrefix(".") || fileName == DeliveryList.fileName || fileName.hasSuffix(".md")
      || fileName.hasSuffix(".tmp") || fileName.hasSuffix(".part")
  }

  // MARK: Surveys

  private func survey(
    _ deliveries: [Delivery], _ reporting: @Sendable (PlanningProgress) -> Void
  ) async throws -> [PlannedExtract] {
    let list = try DeliveryList(in: pipeline.extracts)
    let surveyed = try await OrderedTasks.map(deliveries, width: threads) {
      (delivery) -> PlannedExtract? in
      do {
        return try survey(delivery, list)
      } catch let error as DiskError where error.kind == .notPermitted {
        // The others are looked at all the same, so that everything that is forbidden is named at once.
        return nil
      }
    } afterEach: { done in
      reporting(PlanningProgress(done: done, total: deliveries.count))
    }
    let forbidden = zip(deliveries, surveyed).filter { $0.1 == nil }.map(\.0.fileName)
    guard forbidden.isEmpty else {
      throw RunProblem.mayNotBeRead(forbidden, in: pipeline.extracts)
    }
    return Self.markDuplicates(surveyed.compactMap(\.self), pipeline.definition.contracts)
  }

  private func survey(_ delivery: Delivery, _ list: DeliveryList) throws -> PlannedExtract {
    let path = pipeline.extracts.joining(delivery.fileName)
    var planned = PlannedExtract(
      source: delivery.source, fileName: delivery.fileName, delivered: delivery.delivered,
      digest: SHA256().digest, bytes: 0, lines: 0, survey: ExtractSurvey(problems: []))
    do {
      let survey = try read(path)
      planned.digest = survey.digest
      planned.bytes = survey.bytes
      planned.lines = survey.text.lineFeeds
      planned.survey = ExtractSurvey(
        of: pipeline.definition.contracts[delivery.source], text: survey.text, head: survey.head)
    } catch let refused as PackedExtract.Refusal {
      planned.digest = try InputSurvey.digest(of: path)
      planned.bytes = try Files.size(of: path)
      planned.survey = ExtractSurvey(
        problems: [FileProblem(.archiveRefused, note: refused.reason)])
    }
    if !list.agrees(delivery.fileName, planned.digest) {
      planned.survey = ExtractSurvey(problems: [FileProblem(.digestMismatch)])
    }
    return planned
  }

  /// The same content sent twice counts once.
  ///
  /// Of a whole list the newest delivery is read: unchanged, it is as fresh as the day on which it was sent again. Of
  /// increments the first is read, so that old rows sent late do not win over newer ones.
  static func markDuplicates(
    _ extracts: [PlannedExtract], _ contracts: [SourceContract]
  ) -> [PlannedExtract] {
    var marked = extracts
    for (index, extract) in extracts.enumerated() {
      let isSame = { (other: PlannedExtract) in
        other.source == extract.source && other.digest == extract.digest
      }
      let read =
        switch contracts[extract.source].file.contents {
        case .snapshot: extracts[..<index].first(where: isSame)
        case .increment: extracts[(index + 1)...].last(where: isSame)
        }
      marked[index].duplicateOf = read?.fileName
    }
    return marked
  }

  // MARK: Identity

  /// A digest of everything that can change what the run says.
  static func identity(of plan: RunPlan) -> String {
    var hash = SHA256()
    func add(_ text: String) { hash.update(Array("\(text.utf8.count):\(text)\n".utf8).span) }
    add(plan.program)
    add(plan.asOf.iso)
    for file in plan.configuration { add("\(file.path) \(file.digest.hex)") }
    for extract in plan.extracts {
      let problems = extract.survey.problems.map(\.code.rawValue).joined(separator: " ")
      add("\(extract.source) \(extract.fileName) \(extract.digest.hex) \(problems)")
    }
    for name in plan.unclaimed { add("unclaimed \(name)") }
    for name in plan.undelivered { add("undelivered \(name)") }
    add("sources \(plan.selection.sources) without \(plan.selection.excluded)")
    add("stages \(plan.selection.stages)")
    if plan.basis.ledger != .beginning { add("ledger \(plan.basis.ledger.text)") }
    if let references = plan.basis.references { add("references \(references)") }
    if let previous = plan.basis.previous { add("after \(previous.run) \(previous.sha256)") }
    return String(hash.digest.hex.prefix(12))
  }
}

/// How far the reading of extracts for a plan has come.
public struct PlanningProgress: Sendable {
  /// Files read.
  public var done: Int
  /// Files to read.
  public var total: Int
}
