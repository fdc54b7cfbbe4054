import Store
import Vocabulary

/// What was missed on the way, and which signs were seen.
struct ConcernMissed {
  let concern: ConcernSummary

  var opportunities: ReportBook.Section {
    ReportBook.Section(
      heading: "Missed opportunities",
      paragraphs: [
        """
        Between the earliest concern and the threshold: a contact that came to nothing, or a sign after which there was no \
        plan within 28 days and nobody in the lead. Several children in one contact are one opportunity. It counts what \
        was in the records, and says nothing about what anybody could have known on the day.
        """
      ],
      tables: [
        ReportTable(
          name: "missed-by-agency", title: "Missed opportunities by agency",
          emptyCells: "An empty cell: no family of the row has reached the threshold.",
          columns: [
            .text("Agency", width: 56), .number("Contacts that came to nothing"),
            .number("Signs without a plan"), .number("All"), .number("Families"),
            .number("Days before the threshold, in the middle", width: 22),
          ],
          rows: concern.missed.map { missed in
            [
              .text(missed.agency), .number(missed.turnedAway), .number(missed.noPlan),
              .number(missed.turnedAway + missed.noPlan), .number(missed.families),
              .count(Middle.lower(missed.lost)),
            ]
          })
      ])
  }

  var revolvingDoor: ReportBook.Section {
    let counts = Dictionary(grouping: concern.families.filter { $0.missed > 0 }) {
      min($0.turnedAway, 4)
    }.mapValues(\.count)
    let words = ["Never", "Once", "Twice", "Three times", "Four times or more"]
    let families = counts.values.reduce(0, +)
    return ReportBook.Section(
      heading: "The revolving door",
      paragraphs: [
        "How often families came or were referred, and nothing came of it. Among families with a missed opportunity."
      ],
      tables: [
        ReportTable(
          name: "turned-away", title: "Families by contacts that came to nothing",
          columns: [.text("Turned away", width: 20), .number("Families"), .number("Share")],
          rows: families == 0
            ? []
            : words.enumerated().map { number, words in
              [
                .text(words), .number(counts[number] ?? 0),
                .share(Share(counts[number] ?? 0, of: families)),
              ]
            })
      ])
  }

  var signs: ReportBook.Section {
    let seen = concern.signs.filter { !$0.isUnfed }
    let unfed = concern.signs.filter(\.isUnfed)
    var paragraphs = [
      "What Portsmouth called wobbles: signs of need in what agencies keep anyway, in the order of the pack."
    ]
    if !unfed.isEmpty {
      paragraphs.append(
        """
        No source of this run could show \(Numbers.counted(unfed.count, "sign")): \
        \(Words.list(unfed.map { "\($0.name) \($0.title)" })). That they are not listed does not mean that there were none.
        """)
    }
    return ReportBook.Section(
      heading: "Wobbles by kind", paragraphs: paragraphs,
      tables: [
        ReportTable(
          name: "wobbles-by-kind", title: "Signs of need",
          lines: ["Cannot tell: families of which a source is missing or a date too vague to say."],
          columns: [
            .text("Sign", width: 8), .text("What it is", width: 44), .number("Times"),
            .number("Families"), .number("Families of which one cannot tell"),
          ],
          rows: seen.map { sign in
            [
              .text(sign.name), .text(sign.title), .number(sign.certain), .number(sign.families),
              .number(sign.untold),
            ]
          })
      ])
  }
}
