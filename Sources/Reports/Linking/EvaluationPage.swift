import Linkage
import Vocabulary

/// How well a linkage agrees with what is known.
struct EvaluationPage {
  let picture: EvaluationPicture

  var markup: Markup {
    LonePage(
      title: "\(picture.name): evaluation",
      lead: """
        \(count: picture.curve.matches) matching pairs and \(count: picture.curve.others) others are known.
        """,
      content: [figures, advice, blocking, people, sources, groups]
        + ["<h2>Charts</h2>"] + picture.charts.map { Plot($0).figure },
      origin: """
        Made by Kindred \(picture.program). This page holds counts and shares and no detail of any person. The data of each \
        chart lie beside it as CSV.
        """
    ).markup
  }

  private var figures: Markup {
    let counts = picture.curve.counts(at: picture.joinWeight)
    var figures = [
      BigFigure(name: "Precision of pairs", figure: LinkageNumbers.share(counts.precision)),
      BigFigure(name: "Recall of pairs", figure: LinkageNumbers.share(counts.recall)),
      BigFigure(name: "F1 of pairs", figure: LinkageNumbers.share(counts.f1)),
      BigFigure(
        name: "Best F1 of pairs", figure: LinkageNumbers.share(picture.curve.best?.counts.f1)),
    ]
    if let clusters = picture.clusters {
      figures.append(
        BigFigure(name: "F1 of people", figure: LinkageNumbers.share(clusters.pairs.f1)))
    }
    if let blocking = picture.blocking {
      figures.append(
        BigFigure(name: "Compared at all", figure: LinkageNumbers.share(blocking.recall)))
    }
    return BigFigure.list(figures)
  }

  /// How well weights tell matches from others, whatever the threshold.
  private var areas: Markup {
    """
    <p>Over all thresholds: average precision \(LinkageNumbers.share(picture.curve.averagePrecision)), area under the ROC \
    curve \(LinkageNumbers.share(picture.curve.rocArea)).</p>
    """
  }

  private var advice: Markup {
    let items: [Markup] = picture.advice.sentences.map { "<p>\($0)</p>" }
    return "<h2>Thresholds</h2>\n\(items + [areas])"
  }

  private var blocking: Markup {
    guard let blocking = picture.blocking else { return .nothing }
    let table = DataTable(
      id: "blocking", caption: "Matching pairs by the first rule that brings them together",
      columns: [.text("Rule"), .number("Matching pairs"), .number("Share")],
      rows: zip(picture.rules, blocking.foundByRule).map { rule, found in
        [
          "<code>\(rule)</code>", "\(count: found)", "\(Share(found, of: blocking.matches).text)",
        ]
      },
      footer: [
        "Never compared", "\(count: blocking.neverCompared)",
        "\(Share(blocking.neverCompared, of: blocking.matches).text)",
      ])
    return "<h2>Blocking</h2>\n<div class=\"narrow\">\(table.markup)</div>"
  }

  private var people: Markup {
    guard let figures = picture.clusters else { return .nothing }
    let rows: [(String, String)] = [
      ("Precision of pairs within people", LinkageNumbers.share(figures.pairs.precision)),
      ("Recall of pairs within people", LinkageNumbers.share(figures.pairs.recall)),
      ("F1 of pairs within people", LinkageNumbers.share(figures.pairs.f1)),
      ("People in truth", Numbers.grouped(figures.entities)),
      ("People found", Numbers.grouped(figures.clusters)),
      ("Found whole and alone", Numbers.grouped(figures.exact)),
      ("Found people that are several", Numbers.grouped(figures.mixed)),
      ("People who are split", Numbers.grouped(figures.split)),
      ("Records of the largest found", Numbers.grouped(figures.largest)),
      ("Records of the largest wrong one", Numbers.grouped(figures.largestMixed)),
      ("B-cubed precision", LinkageNumbers.share(figures.bCubedPrecision)),
      ("B-cubed recall", LinkageNumbers.share(figures.bCubedRecall)),
    ]
    let table = DataTable(
      id: "people", caption: "How well the people found agree with the truth",
      columns: [.text("Figure"), .number("Value")], rows: rows.map { ["\($0.0)", "\($0.1)"] })
    return "<h2>People</h2>\n<div class=\"narrow\">\(table.markup)</div>"
  }

  private var sources: Markup {
    guard picture.sourcePairs.count > 1 else { return .nothing }
    let table = table(of: picture.sourcePairs, id: "sources", of: "Sources", in: "By source")
    return "<h2>Sources</h2>\n\(table.markup)"
  }

  /// Whether all kinds of people are served equally well.
  private var groups: Markup {
    guard !picture.groups.isEmpty else { return .nothing }
    let tables = picture.groups.enumerated().map { place, grouping in
      table(
        of: grouping.figures, id: "group-\(place)", of: grouping.name, in: "By \(grouping.name)"
      ).markup
    }
    return """
      <h2>Groups</h2>
      <p>A pair belongs to the group of either record. Where the intervals of two groups do not overlap, one is served \
      worse.</p>
      \(tables)
      """
  }

  private func table(
    of figures: [GroupFigures], id: String, of heading: String, in caption: String
  ) -> DataTable {
    DataTable(
      id: id, caption: "\(caption), at the threshold in force",
      columns: [
        .text("\(heading)"), .number("Matching pairs"), .number("Precision"), .number("Recall"),
      ],
      rows: figures.map { figures in
        [
          "\(figures.names.joined(separator: " and "))", "\(count: figures.counts.matches)",
          share(figures.counts.precision, figures.precision),
          share(figures.counts.recall, figures.recall),
        ]
      })
  }

  private func share(_ share: Double?, _ interval: ShareInterval?) -> Markup {
    guard let interval else { return "\(LinkageNumbers.share(share))" }
    return """
      \(LinkageNumbers.share(share))<small>\(LinkageNumbers.share(interval.low)) to \
      \(LinkageNumbers.share(interval.high))</small>
      """
  }
}
