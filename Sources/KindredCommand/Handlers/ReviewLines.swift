import Pipelines
import Store
import Vocabulary

/// The lines of `kindred review next`: what is asked, both records side by side, and what the evidence weighs.
struct ReviewLines {
  private let count: Int
  private let shown: [(item: ReviewItem, records: [SeenRecord], steps: [PairStep])]

  init(_ queue: ReviewQueue, limit: Int, _ desk: inout ReviewDesk) throws {
    count = queue.items.count
    let items = queue.items.prefix(limit)
    let records = try desk.opened.file.snapshots(
      of: items.flatMap { [$0.pair.left, $0.pair.right] })
    let byKey = Dictionary(records.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    var shown: [(item: ReviewItem, records: [SeenRecord], steps: [PairStep])] = []
    for item in items {
      let both = [item.pair.left, item.pair.right].compactMap { byKey[$0] }
      let steps = try desk.opened.file.pairSteps(
        Int64(bitPattern: item.pair.left.value), Int64(bitPattern: item.pair.right.value))
      shown.append((item, both, steps))
    }
    self.shown = shown
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .json: shown.map { Self.json($0.item, $0.records, $0.steps).line }
    case .text:
      ["\(Numbers.grouped(count)) to look at."]
        + shown.flatMap { Self.text($0.item, $0.records, $0.steps, styling) }
    }
  }

  // MARK: Text

  private static func text(
    _ item: ReviewItem, _ records: [SeenRecord], _ steps: [PairStep], _ styling: Styling
  ) -> [String] {
    let keys = "\(item.pair.left.text) \(item.pair.right.text)"
    var lines = ["", styling.apply(.heading, to: keys), question(item)]
    guard records.count == 2 else { return lines }
    var table = TextTable([("", .left), ("A", .left), ("B", .left), ("", .left)])
    table.add(["source", .init(records[0].source), .init(records[1].source), ""])
    for name in Set(records.flatMap { $0.values.map(\.name) }).sorted() {
      let values = records.map { record in record.values.first { $0.name == name }?.text }
      table.add([
        .init(name), .init(values[0] ?? "–"), .init(values[1] ?? "–"), .init(agreement(values)),
      ])
    }
    lines += table.lines(styling, indent: "  ")
    if !steps.isEmpty {
      var weights = TextTable([("COMPARISON", .left), ("LEVEL", .left), ("BITS", .right)])
      for step in steps {
        weights.add([
          .init(step.comparison), .init(step.label), .init(PairLinesForPeople.bits(step.weight)),
        ])
      }
      weights.add([
        "in all, with the start and rarity", "", .init(PairLinesForPeople.bits(item.weight)),
      ])
      lines += weights.lines(styling, indent: "  ")
    }
    return lines + ["  Decide: kindred review decide KIND \(keys) --reason REASON"]
  }

  /// A word, so that nothing is told by colour alone.
  private static func agreement(_ values: [String?]) -> String {
    guard let one = values[0], let other = values[1] else { return "missing" }
    return one == other ? "same" : "differs"
  }

  private static func question(_ item: ReviewItem) -> String {
    let percent = "\(Int((item.chanceOfError * 100).rounded()))%"
    return switch item.question {
    case .changed(let entry, let details, let isHeeded):
      "Decided in entry \(entry), and changed since: \(details.joined(separator: ", ")). "
        + (isHeeded ? "It is heeded still." : "It waits to be confirmed.")
    case .contradiction: "Decisions about these two contradict one another."
    case .weakestLink: "One person by this pair alone; \(percent) likely to be wrong."
    case .joined: "One person as it is; \(percent) likely to be wrong."
    case .apart: "Two people as it is; \(percent) likely to be wrong."
    case .numbersDiffer:
      "Two people because their numbers differ; \(percent) likely that one is mistyped."
    }
  }

  // MARK: JSON

  private static func json(
    _ item: ReviewItem, _ records: [SeenRecord], _ steps: [PairStep]
  ) -> JSONValue {
    .members([
      ("type", .text("question")), ("left", .text(item.pair.left.text)),
      ("right", .text(item.pair.right.text)), ("question", .text(question(item))),
      ("chance_of_error_percent", .number(Int((item.chanceOfError * 100).rounded()))),
      ("stakes", .number(item.stakes.weight)),
      ("weight_millibits", .number(Int((item.weight * 1_000).rounded()))),
      (
        "records",
        .list(
          records.map { record in
            .members(
              [("source", .text(record.source))]
                + record.values.map { ($0.name, .text($0.text)) })
          })
      ),
      (
        "comparisons",
        .list(
          steps.map {
            .members([("comparison", .text($0.comparison)), ("level", .text($0.label))])
          })
      ),
    ])
  }
}

/// The lines of `kindred review score`.
struct QualityLines {
  private let estimate: QualityEstimate

  init(_ estimate: QualityEstimate) { self.estimate = estimate }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: [json.line]
    }
  }

  private func text(_ styling: Styling) -> [String] {
    var table = TextTable([
      ("PAIRS", .left), ("SOURCES", .left), ("ALL", .right), ("JUDGED", .right), ("MATCH", .right),
      ("NOT", .right), ("UNCLEAR", .right), ("SHARE OF MATCHES, 95%", .left),
    ])
    for count in estimate.strata {
      table.add([
        .init(count.stratum.kind.rawValue), .init(count.stratum.isOfOneSource ? "one" : "two"),
        .init(count.size), .init(count.judged), .init(count.matches), .init(count.others),
        .init(count.unclear), .init(Self.words(count.share)),
      ])
    }
    return table.lines(styling) + [
      "", "Precision: \(Self.words(estimate.precision))",
      "Recall of the pairs that were compared: \(Self.words(estimate.recall))",
    ]
  }

  /// `95.0%`, or `95.0% to 97.0%` where some are unclear, and the interval.
  private static func words(_ share: QualityEstimate.Share?) -> String {
    guard let share else { return "cannot tell: a kind of pair was not judged" }
    let ends = [share.worst, share.best].map(percent)
    let middle = ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
    return "\(middle) (\(percent(share.low)) to \(percent(share.high)))"
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private var json: JSONValue {
    .members([
      ("type", .text("quality")), ("precision", Self.json(estimate.precision)),
      ("recall", Self.json(estimate.recall)),
      (
        "strata",
        .list(
          estimate.strata.map { count in
            .members([
              ("pairs", .text(count.stratum.kind.rawValue)),
              ("one_source", .truth(count.stratum.isOfOneSource)), ("all", .number(count.size)),
              ("match", .number(count.matches)), ("not_match", .number(count.others)),
              ("cannot_tell", .number(count.unclear)),
            ])
          })
      ),
    ])
  }

  /// Shares in millionths, so that they are whole numbers.
  private static func json(_ share: QualityEstimate.Share?) -> JSONValue? {
    share.map { share in
      func millionths(_ share: Double) -> JSONValue { .number(Int((share * 1e6).rounded())) }
      return .members([
        ("worst_millionths", millionths(share.worst)), ("best_millionths", millionths(share.best)),
        ("low_millionths", millionths(share.low)), ("high_millionths", millionths(share.high)),
      ])
    }
  }
}
