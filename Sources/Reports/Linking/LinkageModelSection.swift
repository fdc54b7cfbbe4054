import Linkage
import Vocabulary

/// The model: what each level says for or against a match, and where its figures come from.
struct LinkageModelSection {
  let model: LinkageModel

  var markup: Markup {
    let prior = LinkageNumbers.likelihood(model.prior)
    return """
      <h2>Model</h2>
      <p>Two records chosen at random are one person with a probability of \(prior), which is a start of \
      \(LinkageNumbers.bits(model.priorWeight)) bits (\(Self.words(model.priorOrigin))). Each comparison adds the bits of the \
      level that the two records reach, and nothing where a value is missing. 0 bits in all are even odds, and each \
      further bit doubles them.</p>
      \(Plot(.matchWeights(model.levelFigures)).figure)
      <div class="narrow">\(table.markup)</div>
      \(blocks)
      """
  }

  private var table: DataTable {
    DataTable(
      id: "model", caption: "Levels and their parameters",
      columns: [
        .text("Level"), .number("Bits"), .number("m: matching pairs at it"),
        .number("u: other pairs at it"),
      ],
      groups: model.comparisons.map { comparison in
        DataTable.Group(
          heading: "\(comparison.name)<small>\(origins(of: comparison))</small>",
          rows: comparison.levels.map { level in
            [
              "\(level.label)", "\(LinkageNumbers.bits(level.weight))",
              "\(LinkageNumbers.likelihood(level.m))", "\(LinkageNumbers.likelihood(level.u))",
            ]
          })
      })
  }

  /// Where the figures of a comparison come from, each source once.
  private func origins(of comparison: ComparisonModel) -> Markup {
    func words(_ origins: [ParameterOrigin]) -> String {
      var all: [String] = []
      for origin in origins.map(Self.words) where !all.contains(origin) { all.append(origin) }
      return all.joined(separator: "; ")
    }
    return """
      m: \(words(comparison.levels.map(\.mOrigin))). u: \(words(comparison.levels.map(\.uOrigin))).
      """
  }

  private static func words(_ origin: ParameterOrigin) -> String {
    switch origin {
    case .blocks(let names) where names.count > 1: "learned from \(names.count) training blocks"
    case .randomPairs(let pairs): "counted among \(Numbers.counted(pairs, "random pair"))"
    default: origin.words
    }
  }

  /// The training blocks, each with what it taught.
  private var blocks: Markup {
    var names: [String] = []
    let origins = model.comparisons.flatMap { $0.levels.map(\.mOrigin) } + [model.priorOrigin]
    for case .blocks(let own) in origins {
      for name in own where !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return .nothing }
    let items: [Markup] = names.map { "<li><code>\($0)</code></li>" }
    return """
      <details><summary>The training blocks</summary>
      <p>Pairs of records that agree on:</p>
      <ul>\(items)</ul>
      </details>
      """
  }
}
