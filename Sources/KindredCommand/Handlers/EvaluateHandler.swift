import Disk
import Linkage
import LinkageFiles
import Reports

/// `kindred evaluate`: judges a linkage by what is known, in figures and charts.
enum EvaluateHandler {
  static func evaluate(_ request: EvaluateRequest, _ console: Console) async throws -> ExitCode {
    if let council = request.council {
      return try await EvaluateFamiliesHandler.evaluate(Path(council), request, console)
    }
    return try await LinkageFailures.told {
      guard let folder = request.folder.map({ Path($0) }), let known = request.truth else {
        throw CommandFailure(
          .usage,
          Problem(
            "nothing is named to be judged",
            advice: "Give --in and --truth for a linkage, or --families for a council."))
      }
      let threads = request.threads ?? Machine.cores
      let linked = try await LinkedFolder.open(folder, threads: threads)
      let truth = try TruthFile.read(Path(known), of: linked.linker)
      let scored = await linked.linker.score(with: linked.model)
      let clustering = linked.linker.cluster(scored, with: linked.model)
      let unlinkables = Unlinkables(selfWeights: await linked.linker.selfWeights(linked.model))
      let judgement = LinkageJudgement(linked, scored, clustering, truth, unlinkables)
      let picture = judgement.picture
      try write(picture, to: folder)
      for line in judgement.lines { console.print(line) }
      console.print("Charts and their data: \(folder.joining("evaluation.html").text)")
      return .done
    }
  }

  private static func write(_ picture: EvaluationPicture, to folder: Path) throws(DiskError) {
    try Files.writeAtomically(picture.page, to: folder.joining("evaluation.html"), mode: 0o644)
    for chart in picture.charts {
      let path = folder.joining("evaluation-\(chart.name).csv")
      try Files.writeAtomically(Array(chart.csv.utf8), to: path, mode: 0o644)
    }
  }
}

/// A linkage judged by truth or labels: the figures for the terminal and for the page.
struct LinkageJudgement {
  let picture: EvaluationPicture
  private let unlinkable: Int
  private let records: Int

  init(
    _ linked: LinkedFolder, _ scored: ScoredPairs, _ clustering: Clustering, _ truth: TruthFile,
    _ unlinkables: Unlinkables
  ) {
    let linker = linked.linker
    let pairs = PairColumns(scored.pairs)
    let join = linker.joinWeight
    var (blocking, clusters): (BlockingRecall?, ClusterFigures?)
    var sourcePairs: [GroupFigures] = []
    var groups: [EvaluationPicture.Grouping] = []
    let curve: ThresholdCurve
    let histogram: WeightHistogram
    switch truth {
    case .entities(let truth, let groupings):
      curve = ThresholdCurve(JudgedPairs(pairs, truth: truth))
      histogram = WeightHistogram(pairs, truth: truth)
      blocking = BlockingRecall(
        of: truth, rules: linker.settings.blocking.count, firstRule: linker.firstRule)
      clusters = ClusterFigures(clusters: clustering.clusters, truth: truth)
      sourcePairs = GroupFigures.ofSourcePairs(
        pairs, at: join, truth: truth, names: linker.table.sources)
      groups = groupings.map { grouping in
        EvaluationPicture.Grouping(
          name: grouping.name,
          figures: GroupFigures.ofGroups(pairs, at: join, truth: truth, groups: grouping.groups))
      }
    case .labels(let labels):
      curve = ThresholdCurve(JudgedPairs(pairs, labels: labels))
      histogram = WeightHistogram(pairs)
    }
    picture = EvaluationPicture(
      program: KindredProgram.version, name: linker.settings.name, curve: curve, joinWeight: join,
      advice: ThresholdAdvice(curve, inForce: join, neverCompared: blocking?.neverCompared),
      blocking: blocking, rules: linker.settings.blocking.map(\.text), clusters: clusters,
      sourcePairs: sourcePairs, groups: groups,
      charts: [
        .accuracy(curve), .precisionRecall(curve), .roc(curve), .weights(histogram),
        .unlinkables(unlinkables), .matchWeights(linked.model.levelFigures),
        .parameters(linked.model.levelFigures),
      ])
    unlinkable = unlinkables.count(below: join)
    records = unlinkables.records
  }

  /// The figures as lines for the terminal.
  var lines: [String] {
    var lines = picture.advice.sentences
    if let blocking = picture.blocking {
      lines.append(
        "Blocking brings \(blocking.compared) of \(blocking.matches) matching pairs together "
          + "(recall \(Self.share(blocking.recall))).")
    }
    if let people = picture.clusters {
      lines.append(
        "People: precision \(Self.share(people.pairs.precision)), "
          + "recall \(Self.share(people.pairs.recall)), F1 \(Self.share(people.pairs.f1)) of pairs; "
          + "\(people.exact) of \(people.entities) found whole and alone, \(people.split) split, "
          + "\(people.mixed) of \(people.clusters) found are several; the largest has "
          + "\(people.largest) records.")
    }
    if unlinkable > 0 {
      lines.append(
        "\(unlinkable) of \(records) records say too little to reach the threshold even against "
          + "themselves.")
    }
    return lines
  }

  private static func share(_ share: Double?) -> String {
    guard let share else { return "not known" }
    let digits = String(Int((share * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    if padded == "10000", share < 1 { return "over 0.9999" }
    return "\(padded.dropLast(4)).\(padded.suffix(4))"
  }
}
