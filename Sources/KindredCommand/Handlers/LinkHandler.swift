import Disk
import Linkage
import LinkageFiles
import Reports
import Vocabulary

/// `kindred link`: reads, links, writes, and says what was found.
enum LinkHandler {
  static func link(_ request: LinkRequest, _ console: Console) async throws -> ExitCode {
    try await LinkageFailures.told {
      let threads = request.threads ?? Machine.cores
      var laps = Laps()
      let definition = try LinkageDefinition.read(Path(request.settings))
      let pinned = try request.model.map { try definition.model(Path($0)) }
      let files = try await RecordFiles.read(
        request.files.map { Path($0) }, definition.settings, threads: threads)
      let warnings = fileWarnings(files)
      for warning in warnings { console.warn(warning) }
      console.detail(
        "Read \(Numbers.counted(request.files.count, "file")) in \(Laps.text(laps.next())).")
      let sources = files.sources
      let linker = await Linker(
        definition.settings, chunks: files.chunks, sources: sources, threads: threads)
      console.detail(
        "Made \(linker.table.count) records ready for comparing in \(Laps.text(laps.next())).")
      tell(linker, console)
      let (model, modelWarnings) = await self.model(pinned, linker, definition, console)
      if pinned == nil { console.detail("Trained the model in \(Laps.text(laps.next())).") }
      let scored = await linker.score(with: model)
      let seconds = laps.next()
      console.detail(
        "Brought together, compared and weighed \(scored.compared) pairs in \(Laps.text(seconds)): "
          + "\(Int(Double(scored.compared) / max(seconds, 1e-6))) pairs a second on \(threads) cores."
      )
      console.say(
        "Compared \(scored.compared) pairs and kept \(scored.pairs.count) "
          + "with a probability of \(definition.settings.keepProbability) or more.")
      let output = try LinkageOutput(Path(request.output))
      // One core finds the clusters, while the others write the pairs.
      async let clusters = linker.cluster(scored, with: model)
      try await output.writePairs(scored, of: linker, model: model)
      let clustering = await clusters
      try await output.writeClusters(clustering, of: linker)
      console.detail("Found the clusters and wrote everything in \(Laps.text(laps.next())).")
      try output.writeModel(model)
      let picture = LinkagePicture(
        program: KindredProgram.version, settingsText: definition.text, linker: linker,
        model: model, modelWarnings: modelWarnings, fileWarnings: warnings.map(\.what),
        scored: scored, clustering: clustering)
      try output.writeReport(picture.page)
      // It comes last: a folder with it is whole.
      try output.writeRecord(try record(request, linker, scored, clustering))
      console.print(
        "\(linker.table.count) records are \(clustering.clusterCount) people, "
          + "\(clustering.statistics.alone) of them with one record. Written to \(request.output).")
      return .done
    }
  }

  private static func record(
    _ request: LinkRequest, _ linker: Linker, _ scored: ScoredPairs, _ clustering: Clustering
  ) throws -> LinkageRecord {
    LinkageRecord(
      program: KindredProgram.version, settings: try .init(Path(request.settings)),
      files: try request.files.map { try .init(Path($0)) },
      joinProbability: linker.settings.clusters.joinProbability, records: linker.table.count,
      compared: scored.compared, kept: scored.pairs.count, clusters: clustering.clusterCount)
  }

  /// What about the files somebody should look at.
  private static func fileWarnings(_ files: RecordFiles) -> [Problem] {
    files.absent.map { absent in
      Problem(
        "the source '\(absent.source)' has no column for '\(absent.column)'",
        advice: "Its records count as having no value there.")
    }
      + files.withoutIDs.map { source in
        Problem(
          "the records of '\(source)' have no id; they go by the numbers of their lines",
          advice: "Name their column with 'id' in the settings.")
      }
      + files.uneven.map { rows in
        Problem(
          rows.count == 1
            ? "a row has more or fewer cells than there are headings"
            : "\(rows.count) rows have more or fewer cells than there are headings",
          place: Place(file: rows.file, line: rows.line),
          advice: "Quote values with delimiters in them: cells may stand under the wrong headings.")
      }
  }

  /// What the blocking rules will cost, and what was too large.
  private static func tell(_ linker: Linker, _ console: Console) {
    for estimate in linker.estimates {
      console.detail(
        "Rule '\(estimate.rule)': \(estimate.pairs) pairs in \(estimate.blocks) blocks, "
          + "the largest of \(estimate.largest) records.")
    }
    // A value that few share may be somebody's own, and is for the report alone.
    let blocks = linker.largeBlocks.sorted { $0.records > $1.records }
    for block in blocks.prefix(mostWarnings) {
      let value = block.records >= leastShared ? "'\(block.value)'" : "one value"
      console.warn(
        Problem(
          "\(block.records) records share \(value) in the rule '\(block.rule)', "
            + "too many to compare them all",
          why: words(block.fate),
          advice: "List the value under 'missing' if it means nothing, or raise 'budget'."))
    }
    if blocks.count > mostWarnings {
      console.say(
        "\(blocks.count - mostWarnings) more blocks were too large; report.html lists the largest.")
    }
  }

  /// How many large blocks are warned of one by one.
  private static let mostWarnings = 5

  /// How many records have to share a value for a message to name it.
  private static let leastShared = 100

  private static func words(_ fate: LargeBlock.Fate) -> String {
    switch fate {
    case .cut(let by): "Of these, only records that also agree on \(by) are compared."
    case .leftOut: "Their pairs are found only where another rule makes them."
    }
  }

  private static func model(
    _ pinned: LinkageModel?, _ linker: Linker, _ definition: LinkageDefinition, _ console: Console
  ) async -> (LinkageModel, warnings: [String]) {
    if let pinned { return (pinned, []) }
    let trained = await linker.train(
      settingsDigest: definition.digest, settingsText: definition.text)
    let warnings = trained.warnings.map(\.sentence)
    for warning in warnings { console.detail("Model: \(warning).") }
    return (trained.model, warnings)
  }
}
