import Store
import Vocabulary

/// What is different from the run before: figures, rows of sources, and what became of people and families.
struct ChangeBook {
  let run: RunPicture
  let before: NightFigures
  let now: NightFigures
  let lineage: [LineageCount]

  var book: ReportBook {
    let moved = figures.rows.count { $0[3] != .number(0) }
    return ReportBook(
      name: "changes", title: "What changed", short: "Changes",
      question: "What is different from the run before?",
      lead: """
        Compared with the run for \(DayWording.long(before.asOf)). What brought each difference about, \
        'kindred diff' says, by building what lies between.
        """,
      figures: [
        .init("Figures that moved", "\(moved)", note: "of \(now.figures.count)"),
        .init("Families", difference("Families")),
        .init("Families of concern", difference("Families of concern")),
      ],
      sections: [
        .init(heading: "Figures", tables: [figures]), .init(heading: "Sources", tables: [sources]),
        .init(
          heading: "People and families",
          paragraphs: [
            "Ids last from run to run. Born: nobody had the records before. Split and merged: one became several, or several one."
          ], tables: [fates]),
      ], reach: .programme)
  }

  private func old(_ words: String) -> Int? { before.figures.first { $0.words == words }?.count }

  private func difference(_ words: String) -> String {
    guard let old = old(words), let new = now.figures.first(where: { $0.words == words })?.count
    else { return "–" }
    return new > old ? "+\(Numbers.grouped(new - old))" : Numbers.grouped(new - old)
  }

  private var figures: ReportTable {
    ReportTable(
      name: "changes-figures", title: "Figures of both runs",
      emptyCells: "An empty cell: the run before did not count it.",
      columns: [
        .text("What", width: 56), .number("Before"), .number("Now"), .number("Difference"),
      ],
      rows: now.figures.map { figure in
        let old = old(figure.words)
        return [
          .text(figure.words), .count(old), .number(figure.count),
          .count(old.map { figure.count - $0 }),
        ]
      })
  }

  private var sources: ReportTable {
    ReportTable(
      name: "changes-sources", title: "Rows of each source’s newest extract",
      emptyCells: "An empty cell: the run had no extract of the source.",
      columns: [
        .text("Source", width: 56), .number("Before"), .number("Now"), .number("Difference"),
      ],
      rows: Set(before.sources.keys).union(now.sources.keys).sorted().map { title in
        let (old, new) = (before.sources[title], now.sources[title])
        return [
          .text(title), .count(old), .count(new),
          .count(old.flatMap { old in new.map { $0 - old } }),
        ]
      })
  }

  private var fates: ReportTable {
    ReportTable(
      name: "changes-lineage", title: "What became of people and families",
      columns: [.text("Who", width: 16), .text("What", width: 24), .number("How many")],
      rows: lineage.map {
        [
          .text($0.subject == "person" ? "People" : "Families"), .text(Words.sentence($0.event)),
          .number($0.count),
        ]
      })
  }
}
