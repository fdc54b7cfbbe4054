import Disk
import Intake
import Sealing
import Store
import Vocabulary

extension Stage {
  /// Reads every extract against its contract into the run file, and quarantines what breaks it.
  static let intake = Stage(name: "intake", title: "Read the extracts") { work in
    try work.writeDefinitions()
    let intake = IntakeRun(work)
    try await intake.run(&work)
  }
}

extension StageWork {
  /// Writes what the numbers in the tables stand for.
  fileprivate mutating func writeDefinitions() throws {
    let definition = pipeline.definition
    try file.note("council", definition.council)
    try file.note("as_of", plan.asOf.iso)
    try file.note("purpose", definition.purpose)
    try file.note("program", plan.program)
    try file.add(definition.vocabulary)
    for (number, contract) in definition.contracts.enumerated() {
      try file.addSource(SourceRow(contract, number: number))
    }
    for code in ProblemCode.allCases {
      try file.addProblemCode(
        code.rawValue, level: code.level.rawValue, meaning: code.meaning, remedy: code.remedy)
    }
  }
}

extension SourceRow {
  /// Describes the source of a contract.
  fileprivate init(_ contract: SourceContract, number: Int) {
    self.init(
      number: number, name: contract.name, title: contract.title, agency: contract.agency,
      owner: contract.owner,
      ground: SharingGround(
        basis: contract.legal.basis, gateway: contract.legal.gateway,
        agreement: contract.legal.agreement, purposes: contract.legal.purposes,
        retain: contract.legal.retain.text),
      slots: contract.slots)
  }
}

/// The reading of all extracts: several at a time, stored in one order whatever finishes first.
private struct IntakeRun {
  let extracts: [PlannedExtract]
  let contracts: [SourceContract]
  let folder: Path
  let context: IntakeContext
  let threads: Int
  let channels: [BatchChannel]

  init(_ work: borrowing StageWork) {
    extracts = work.plan.extracts
    contracts = work.pipeline.definition.contracts
    folder = work.pipeline.extracts
    context = work.pipeline.definition.intakeContext(asOf: work.plan.asOf)
    threads = work.threads
    channels = work.plan.extracts.map { _ in BatchChannel(capacity: 4) }
  }

  func run(_ work: inout StageWork) async throws {
    async let reading: Void = readAll()
    do {
      try await storeAll(&work)
    } catch {
      for channel in channels { await channel.abandon() }
      throw error
    }
    await reading
  }

  /// Reads the extracts in their order, at most `threads` at a time.
  private func readAll() async {
    _ = try? await withThrowingTaskGroup(of: Void.self) { group in
      var running = 0
      for (number, extract) in extracts.enumerated() where extract.isRead {
        if running >= threads {
          try await group.next()
          running -= 1
        }
        guard let shape = extract.survey.shape else { continue }
        let reader = ExtractReader(
          path: folder.joining(extract.fileName), digest: extract.digest, shape: shape,
          context: context, threads: threads)
        let channel = channels[number]
        group.addTask { await reader.run(into: channel) }
        running += 1
      }
      try await group.waitForAll()
    }
  }

  /// Stores the extracts one after another: a source's newest first, so that what comes first is what holds.
  private func storeAll(_ work: inout StageWork) async throws {
    let keys = work.folder.joining(RunBuilder.runFileName + RecordWriter.suffix)
    try PrivateFile.make(keys)
    var writer = try RecordWriter(&work.file)
    var quarantine = try Quarantine(folder: work.folder)
    let total = extracts.reduce(0) { $0 + $1.bytes }
    var done = 0
    for (number, extract) in extracts.enumerated() {
      writer.begin(source: extract.source, extract: number)
      if extract.isRead {
        try await store(number, &writer, &quarantine, &work, before: done, of: total)
      } else {
        try Self.add(to: &work, beside: &writer) { try $0.addUnread(extract, number: number) }
      }
      done += extract.bytes
    }
    try work.file.settle(try writer.finish())
    try Files.remove(keys)
    try work.file.endVanished(from: try olderLists(&work.file))
    work.outputs += try quarantine.finish()
  }

  /// The extracts of whole lists that a newer list of their source has overtaken.
  private func olderLists(_ file: inout RunFile) throws -> [OlderList] {
    var older: [OlderList] = []
    for (source, contract) in contracts.enumerated() where contract.file.contents == .snapshot {
      let lists = try file.deliveredFiles(of: source).filter {
        $0.tells(contract.file.leastRows == 0)
      }
      guard let newest = lists.map(\.delivered).max() else { continue }
      older += lists.filter { $0.delivered < newest }.map {
        OlderList(extract: $0.id, delivered: $0.delivered.iso)
      }
    }
    return older
  }

  private func store(
    _ number: Int, _ writer: inout RecordWriter, _ quarantine: inout Quarantine,
    _ work: inout StageWork, before: Int, of total: Int
  ) async throws {
    let extract = extracts[number]
    let contract = contracts[extract.source]
    let channel = channels[number]
    var rejections: [RejectionRow] = []
    var last: IntakeBatch?
    while let batch = await channel.next(after: last.take()) {
      try writer.write(batch.records)
      if !batch.rejections.isEmpty {
        rejections += batch.rejectionRows(of: number, contract)
        try quarantine.add(batch, of: extract, number: number, contract)
      }
      // Many at a time, since each time the writer has to stand aside.
      if rejections.count >= Self.mostRejections {
        try Self.add(to: &work, beside: &writer) { try $0.add(rejections) }
        rejections.removeAll(keepingCapacity: true)
      }
      work.log.progress(
        RunProgress(
          stage: "intake", unit: "bytes", done: before + min(batch.bytesRead, extract.bytes),
          total: total))
      last = batch
    }
    let result = try await channel.result()
    guard result.balances else { throw RunProblem.doesNotBalance(extract.fileName) }
    let repeatedFacts = writer.repeatedFacts
    try Self.add(to: &work, beside: &writer) { work in
      try work.add(rejections)
      try work.add(result, of: extract, number: number, contract, repeatedFacts: repeatedFacts)
    }
  }

  /// Adds something else to the run file, for which the writer of records has to stand aside.
  private static func add(
    to work: inout StageWork, beside writer: inout RecordWriter,
    _ addition: (inout StageWork) throws -> Void
  ) throws {
    try writer.pause(for: &work.file)
    try addition(&work)
    try writer.goOn(after: &work.file)
  }

  private static let mostRejections = 4_096
}

extension PlannedExtract {
  /// Whether the extract is read: not a second copy, and in a shape that can be read.
  var isRead: Bool { duplicateOf == nil && survey.shape != nil }
}

extension PipelineDefinition {
  /// What the reading of extracts needs to know of the pipeline.
  func intakeContext(asOf: Day) -> IntakeContext {
    var pseudo = PseudoPostcodes.standard
    for text in placeholderPostcodes {
      if let postcode = try? Postcode(text) { pseudo.add(postcode, .office) }
    }
    return IntakeContext(
      asOf: asOf, authority: try? LocalAuthorityCode(localAuthority), calendar: calendar,
      pseudoPostcodes: pseudo, suppressed: suppressed, protected: protected,
      professionalKey: SipHash.standard.hash64(Array(council.utf8).span))
  }
}
