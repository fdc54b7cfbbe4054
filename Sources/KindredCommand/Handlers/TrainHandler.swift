import Disk
import Linkage
import LinkageFiles
import Vocabulary

/// `kindred train`: estimates a model, and says what changes.
enum TrainHandler {
  static func train(_ request: TrainRequest, _ console: Console) async throws -> ExitCode {
    try await LinkageFailures.told {
      let threads = request.threads ?? Machine.cores
      let definition = try LinkageDefinition.read(Path(request.settings))
      let inForce = try request.compare.map { try LinkageDefinition.anyModel(Path($0)) }
      let files = try await RecordFiles.read(
        request.files.map { Path($0) }, definition.settings, threads: threads)
      let sources = files.sources
      let linker = await Linker(
        definition.settings, chunks: files.chunks, sources: sources, threads: threads)
      let trained = await linker.train(
        version: (inForce?.version ?? 0) + 1, settingsDigest: definition.digest,
        settingsText: definition.text)
      for warning in trained.warnings { console.warn(Problem(warning.sentence)) }
      var model = trained.model
      if let labels = request.labels {
        model = try labelled(model, by: Path(labels), linker, console)
      }
      try Files.writeAtomically(Array(model.json.utf8), to: Path(request.output), mode: 0o644)
      for line in lines(model, inForce) { console.print(line) }
      console.print("Written to \(request.output).")
      return .done
    }
  }

  private static func labelled(
    _ model: LinkageModel, by path: Path, _ linker: Linker, _ console: Console
  ) throws -> LinkageModel {
    let labels: [LabelledPair]
    switch try TruthFile.read(path, of: linker) {
    case .labels(let given): labels = given
    case .entities(let truth, _):
      var pairs: [LabelledPair] = []
      truth.forEachMatch { pairs.append(LabelledPair(left: $0, right: $1, score: 1)) }
      labels = pairs
    }
    let matches = labels.count { $0.score >= 0.5 }
    console.say("Counted m from \(matches) labelled pairs that match.")
    return linker.trained(model, on: labels)
  }

  private static func lines(_ model: LinkageModel, _ inForce: LinkageModel?) -> [String] {
    let heading =
      "'\(model.name)', version \(model.version): two records in "
      + "\(Numbers.grouped(Int((1 / model.prior).rounded()))) are one person."
    guard let inForce else {
      return [heading]
        + model.comparisons.flatMap { comparison in
          ["  \(comparison.name)"]
            + comparison.levels.map {
              "    \(PairLinesForPeople.bits($0.weight))  \($0.label)"
            }
        }
    }
    let changes = ModelComparison(of: model, with: inForce).lines()
    return [heading, "Compared with version \(inForce.version):"] + changes.map { "  \($0)" }
  }
}
