import Linkage
import Vocabulary

/// The report of a linkage: what was read, compared, learned and joined, and what needs a look.
struct LinkagePage {
  let picture: LinkagePicture

  /// How many rows a list of things to look at has at most.
  static let most = 40
  /// How many warnings are shown at once.
  private static let mostShown = 5

  var markup: Markup {
    LonePage(
      title: picture.linker.settings.name,
      lead: """
        \(count: picture.linker.table.count) records are \
        \(count: picture.clustering.clusterCount) people.
        """,
      content: [
        figures, warnings, LinkageFilesSection(picture: picture).markup, rules,
        LinkageModelSection(model: picture.model).markup, weights,
        LinkagePeopleSection(picture: picture).markup, settings,
      ],
      origin: """
        Made by Kindred \(picture.program). This page names records by their ids, and the values that large blocks share: it \
        holds personal data and belongs where the data belong.
        """
    ).markup
  }

  private var figures: Markup {
    let clustering = picture.clustering
    let figures: [(String, Int)] = [
      ("Records", picture.linker.table.count), ("People", clustering.clusterCount),
      ("People with one record", clustering.statistics.alone),
      ("Records of the largest", clustering.statistics.largest),
      ("Pairs compared", picture.scored.compared), ("Pairs kept", picture.scored.pairs.count),
    ]
    return BigFigure.list(
      figures.map { BigFigure(name: $0.0, figure: Numbers.grouped($0.1)) })
  }

  private var warnings: Markup {
    let sentences = picture.fileWarnings + picture.modelWarnings
    guard !sentences.isEmpty else { return .nothing }
    let items: [Markup] = sentences.map { "<p>\($0.prefix(1).uppercased() + $0.dropFirst()).</p>" }
    let first = Array(items.prefix(Self.mostShown)), rest = Array(items.dropFirst(Self.mostShown))
    let more: Markup =
      rest.isEmpty
      ? .nothing : "<details><summary>\(count: rest.count) more</summary>\(rest)</details>"
    return "<h2>To look at</h2>\n<div class=\"warning-box\">\(first)\n\(more)</div>"
  }

  // MARK: Rules

  private var rules: Markup {
    let estimates = picture.linker.estimates
    let new = picture.scored.comparedByRule
    let table = DataTable(
      id: "rules", caption: "What each blocking rule brings together",
      columns: [
        .text("Rule"), .number("Records in blocks"), .number("Blocks"), .number("Largest block"),
        .number("Pairs"), .number("New pairs"), .number("New in all"),
      ],
      rows: estimates.enumerated().map { place, estimate in
        let found = place < new.count ? new[place] : 0
        return [
          "<code>\(estimate.rule)</code>", "\(count: estimate.records)",
          "\(count: estimate.blocks)", "\(count: estimate.largest)", "\(count: estimate.pairs)",
          "\(count: found)", "\(Share(found, of: picture.scored.compared).text)",
        ]
      },
      footer: [
        "All", "", "", "", "\(count: estimates.reduce(0) { $0 + $1.pairs })",
        "\(count: picture.scored.compared)", "",
      ])
    return """
      <h2>Pairs</h2>
      <p>Of \(count: picture.linker.totalPairs) pairs of records, \(count: picture.scored.compared) were compared. A pair \
      counts as new for the first rule that makes it.</p>
      \(table.markup)
      \(largeBlocks)
      """
  }

  private var largeBlocks: Markup {
    let blocks = picture.linker.largeBlocks.sorted { $0.records > $1.records }
    guard !blocks.isEmpty else { return .nothing }
    let table = DataTable(
      id: "large", caption: "Blocks too large to be compared whole",
      columns: [.text("Shared value"), .text("Rule"), .number("Records"), .text("What was done")],
      rows: blocks.prefix(Self.most).map { block in
        let fate: Markup =
          switch block.fate {
          case .cut(let part): "compared where they also agree on <code>\(part)</code>"
          case .leftOut: "left to the other rules"
          }
        return ["\(block.value)", "<code>\(block.rule)</code>", "\(count: block.records)", fate]
      })
    return Markup([table.markup, more(blocks.count)])
  }

  private func more(_ all: Int) -> Markup {
    all > Self.most ? "<p class=\"note\">The \(Self.most) largest of \(count: all).</p>" : .nothing
  }

  // MARK: Weights

  private var weights: Markup {
    let histogram = WeightHistogram(of: picture.scored.pairs)
    guard !histogram.bins.isEmpty else { return .nothing }
    let join = LinkageNumbers.decimal(picture.linker.joinWeight, places: 1)
    let table = DataTable(
      id: "weights", caption: "Pairs by weight",
      columns: [.text("Weight in bits, from"), .number("Probability from"), .number("Pairs")],
      rows: histogram.bins.map { bin in
        [
          "\(LinkageNumbers.bits(bin.from))",
          "\(ProbabilityText.words(Evidence.probability(ofWeight: bin.from)))",
          "\(count: bin.unknown)",
        ]
      })
    return """
      <h2>Weights</h2>
      <p>Pairs of \(join) bits or more join their records. A gap between a hill on the right and the rest on the left is \
      what a good model looks like.</p>
      \(Plot(.weights(histogram)).figure)
      <details><summary>The figures</summary>
      \(table.markup)
      </details>
      """
  }

  private var settings: Markup {
    """
    <h2>Settings</h2>
    <details><summary>The settings as they were used</summary>
    <pre><code>\(picture.settingsText)</code></pre>
    </details>
    """
  }
}
