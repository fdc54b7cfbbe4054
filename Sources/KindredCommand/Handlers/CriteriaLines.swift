import Criteria
import Pipelines
import Store
import Vocabulary

/// The lines of `kindred criteria --family`: each criterion in a sentence, its facts, and what would change it.
struct FamilyCriteriaLines {
  private let packs: [FamilyCriteria]

  init(_ packs: [FamilyCriteria]) {
    self.packs = packs
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: packs.flatMap { text($0, styling) }
    case .json: packs.flatMap(json)
    }
  }

  private func text(_ pack: FamilyCriteria, _ styling: Styling) -> [String] {
    var lines = [styling.apply(.heading, to: pack.pack)]
    for (place, explanation) in pack.explanations.enumerated()
    where explanation.state != .notApplicable {
      lines.append("  " + Printable.line(explanation.sentence))
      for fact in pack.evidence[place] {
        let words = [fact.title, fact.date, fact.place].compactMap(\.self)
        lines.append("    \(fact.isCertain ? "" : "perhaps ")\(words.joined(separator: ", "))")
      }
      if !explanation.changes.isEmpty {
        let heading = explanation.state == .met ? "it lasts" : "it would change"
        lines.append("    \(heading): \(explanation.changes.joined(separator: "; or "))")
      }
    }
    return lines
  }

  private func json(_ pack: FamilyCriteria) -> [String] {
    pack.explanations.enumerated().map { place, explanation in
      JSONValue.members([
        ("pack", .text(pack.pack)), ("criterion", .text(explanation.criterion)),
        ("state", .text(explanation.state.rawValue)), ("sentence", .text(explanation.sentence)),
        ("changes", .texts(explanation.changes)),
        (
          "evidence",
          .list(
            pack.evidence[place].map { fact in
              .members([
                ("title", .text(fact.title)), ("date", fact.date.map { .text($0) }),
                ("place", fact.place.map { .text($0) }), ("certain", .truth(fact.isCertain)),
              ])
            })
        ),
      ]).line
    }
  }
}

/// The lines of `kindred criteria --compare`.
struct ComparisonLines {
  private let comparison: PackComparison
  private let limit: Int

  init(_ comparison: PackComparison, limit: Int) {
    self.comparison = comparison
    self.limit = limit
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    switch format {
    case .text: text(styling)
    case .json: comparison.families.map(json)
    }
  }

  private func text(_ styling: Styling) -> [String] {
    let (first, second) = comparison.packs
    var table = TextTable(
      [("\(first) \\ \(second)", .left)] + FindingState.allCases.map { ($0.title, .right) })
    for state in FindingState.allCases {
      table.add(
        [.init(state.title)]
          + FindingState.allCases.map { .init(comparison.count(first: state, second: $0)) })
    }
    var lines = table.lines(styling, indent: "  ")
    lines += [
      "", "\(second) adds \(comparison.added) families to \(first), and loses \(comparison.lost).",
    ]
    let listed = comparison.families.prefix(limit)
    guard !listed.isEmpty else { return lines }
    var families = TextTable([
      ("FAMILY", .left), (first, .left), (second, .left), ("MEETS OF \(second)", .left),
      ("SHORT OF \(first)", .left),
    ])
    for family in listed {
      families.add([
        .init(family.id.text), .init(family.first.title), .init(family.second.title),
        .init(family.met.joined(separator: ", ")), .init(family.short.joined(separator: ", ")),
      ])
    }
    let isAll = listed.count == comparison.families.count
    let heading =
      isAll
      ? "Those that differ, or are just outside:"
      : "The first \(listed.count) of those that differ, or are just outside; --limit shows more:"
    return lines + ["", styling.apply(.heading, to: heading)]
      + families.lines(styling, indent: "  ")
  }

  private func json(_ family: PackComparison.Family) -> String {
    JSONValue.members([
      ("family", .text(family.id.text)), ("first", .text(family.first.rawValue)),
      ("second", .text(family.second.rawValue)),
      ("met", .texts(family.met)),
      ("short", .texts(family.short)),
    ]).line
  }
}

/// The lines of `kindred criteria --ask`.
struct TrialLines {
  private let trial: PackTrial

  init(_ trial: PackTrial) {
    self.trial = trial
  }

  func lines(_ format: OutputFormat, _ styling: Styling) -> [String] {
    if format == .json {
      return zip(trial.pack.criteria, trial.counts).map { criterion, counts in
        JSONValue.members(
          [("criterion", .text(criterion.name))]
            + counts.map {
              ($0.state.replacing("-", with: "_"), JSONValue?.some(.number($0.families)))
            }
        ).line
      } + [
        JSONValue.members([
          ("families", .number(trial.families)), ("facts", .number(trial.facts)),
          ("asking_ms", .number(Int(trial.asking / .milliseconds(1)))),
        ]).line
      ]
    }
    var table = TextTable(
      [("CRITERION", .left)] + FindingState.allCases.map { ($0.title.uppercased(), .right) })
    for (criterion, counts) in zip(trial.pack.criteria, trial.counts) {
      table.add([.init(criterion.name)] + counts.map { .init($0.families) })
    }
    return [
      styling.apply(.heading, to: trial.pack.name)
        + "  \(Numbers.counted(trial.families, "family", "families")), "
        + "\(Numbers.grouped(trial.facts)) facts"
    ] + table.lines(styling, indent: "  ")
  }
}
