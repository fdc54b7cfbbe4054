import Disk
import Linkage
import LinkageFiles

/// `kindred link`: reads, links, writes, and says what was found.
enum LinkHandler {
  static func link(_ request: LinkRequest, _ console: Console) async throws -> ExitCode {
    try await LinkageFailures.told {
      let threads = request.threads ?? Machine.cores
      let definition = try LinkageDefinition.read(Path(request.settings))
      let pinned = try request.model.map { try definition.model(Path($0)) }
      let files = try await RecordFiles.read(
        request.files.map { Path($0) }, definition.settings, threads: threads)
      for absent in files.absent {
        console.warn(
          Problem(
            "the source '\(absent.source)' has no column for '\(absent.column)'",
            advice: "Its records count as having no value there."))
      }
      for source in files.withoutIDs {
        console.say("The records of '\(source)' have no id; they go by the numbers of their lines.")
      }
      let sources = files.sources
      let linker = await Linker(
        definition.settings, chunks: files.chunks, sources: sources, threads: threads)
      tell(linker, console)
      let model = await self.model(pinned, linker, definition, console)
      let scored = await linker.score(with: model)
      console.say(
        "Compared \(scored.compared) pairs and kept \(scored.pairs.count) "
          + "with a probability of \(definition.settings.keepProbability) or more.")
      let clustering = linker.cluster(scored, with: model)
      let output = try LinkageOutput(Path(request.output))
      try await output.writePairs(scored, of: linker, model: model)
      try await output.writeClusters(clustering, of: linker)
      try output.writeModel(model)
      console.print(
        "\(linker.table.count) records are \(clustering.clusterCount) people, "
          + "\(clustering.statistics.alone) of them with one record. Written to \(request.output).")
      return .done
    }
  }

  /// What the blocking rules will cost, and what was too large.
  private static func tell(_ linker: Linker, _ console: Console) {
    for estimate in linker.estimates {
      console.detail(
        "Rule '\(estimate.rule)': \(estimate.pairs) pairs in \(estimate.blocks) blocks, "
          + "the largest of \(estimate.largest) records.")
    }
    for block in linker.largeBlocks {
      console.warn(
        Problem(
          "\(block.records) records share '\(block.value)' in the rule '\(block.rule)', "
            + "too many to compare them all",
          why: words(block.fate),
          advice: "List the value under 'missing' if it means nothing, or raise 'budget'."))
    }
  }

  private static func words(_ fate: LargeBlock.Fate) -> String {
    switch fate {
    case .cut(let by): "Of these, only records that also agree on \(by) are compared."
    case .leftOut: "Their pairs are found only where another rule makes them."
    }
  }

  private static func model(
    _ pinned: LinkageModel?, _ linker: Linker, _ definition: LinkageDefinition, _ console: Console
  ) async -> LinkageModel {
    if let pinned { return pinned }
    let trained = await linker.train(
      settingsDigest: definition.digest, settingsText: definition.text)
    for warning in trained.warnings { console.detail("Model: \(warning.sentence).") }
    return trained.model
  }
}
