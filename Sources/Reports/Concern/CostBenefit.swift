import Store
import Vocabulary

/// What help at the earliest concern might have been worth, with everything that is assumed written beside it.
struct CostBenefit {
  let concern: ConcernSummary

  /// The shares of reactive cost that help might have avoided.
  ///
  /// They are assumptions to think with: no study stands behind any of them, and the page says so.
  private static let avoided = [("Low", 10), ("Central", 25), ("High", 40)]

  /// Reactive cost from the earliest concern on, in pence.
  private var reactive: Int {
    concern.costs.reduce(0) {
      $0 + (!$1.isPreventive && ["between", "after"].contains($1.stage) ? $1.pence : 0)
    }
  }

  /// What preventive help from the concern until the threshold cost, family by family where there was some.
  private var helped: [Int64: Int] {
    concern.costs.reduce(into: [:]) { sums, line in
      if line.isPreventive && line.stage == "between" {
        sums[line.family, default: 0] += line.pence
      }
    }
  }

  private var concerned: Int { concern.families.count { $0.concern != nil } }

  var section: ReportBook.Section {
    let helped = helped
    let spent = helped.values.reduce(0, +)
    let mean = helped.isEmpty ? nil : spent / helped.count
    guard let mean, reactive > 0 else {
      return ReportBook.Section(
        heading: "What earlier help might have been worth",
        paragraphs: ["There is too little that is costed to say anything."])
    }
    return ReportBook.Section(
      heading: "What earlier help might have been worth",
      paragraphs: [
        """
        Assumed: that each of \(Numbers.counted(concerned, "family", "families")) of concern is helped at once, at what \
        preventive help cost those \(Numbers.grouped(helped.count)) that had some between concern and threshold: \
        \(Numbers.pounds(mean)) each. That a share of the \(Numbers.roundPounds(reactive)) of reactive cost since the concern \
        is avoided: low 10%, central 25%, high 40%.
        """,
        """
        The shares are for thinking with; no study stands behind them. Not in it: what is not costed, what families gain, what would \
        have come after the run’s day, and what was spent by agencies that deliver no data. So nothing here is a saving that \
        can be taken out of a budget.
        """, breakEven(mean),
      ],
      tables: [
        ReportTable(
          name: "cost-benefit", title: "Cost and benefit of helping at the earliest concern",
          columns: [
            .text("Assumption", width: 16), .number("Reactive cost avoided"),
            .number("Avoided", width: 18), .number("Help for all", width: 18),
            .number("Avoided less help", width: 18),
          ],
          rows: Self.avoided.map { words, percent in
            let avoided = reactive * percent / 100
            return [
              .text(words), .share(Share(percent, of: 100)), .money(Pence(Int64(avoided))),
              .money(Pence(Int64(mean * concerned))),
              .money(Pence(Int64(avoided - mean * concerned))),
            ]
          })
      ])
  }

  private func breakEven(_ mean: Int) -> String {
    let needed = Share(mean * concerned, of: reactive)
    guard mean * concerned <= reactive else {
      return
        "Help for all would cost more than the whole of that reactive cost, so it cannot pay for itself by what is costed."
    }
    return
      "Help for all would pay for itself if it avoided \(needed.text) of the reactive cost; that needs no assumption about what it avoids."
  }
}
