import Store
import Vocabulary

/// How much of reactive costs help at the earliest concern is assumed to avoid: what a council states, with where it comes from.
public struct AvoidedShares: Hashable, Sendable {
  /// Where the shares come from.
  public var source: String
  /// Of a hundred pounds, how many are avoided: low, central, high.
  public var percents: [Int]

  /// States shares.
  public init(source: String, percents: [Int]) {
    (self.source, self.percents) = (source, percents)
  }
}

/// What help at the earliest concern might have been worth, with everything that is assumed written beside it.
struct CostBenefit {
  let concern: ConcernSummary
  /// Nil where the pipeline states none: then none are assumed.
  let avoided: AvoidedShares?

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
        \(Numbers.pounds(mean)) each. \(assumption)
        """,
        """
        Not in it: what is not costed, what families gain, what would have come after the run’s day, and what was spent by \
        agencies that deliver no data. So nothing here is a saving that can be taken out of a budget.
        """, breakEven(mean),
      ], tables: avoided.map { [table($0, mean)] } ?? [])
  }

  private var assumption: String {
    let cost = Numbers.roundPounds(reactive)
    guard let avoided else {
      return
        "Which share of the \(cost) of reactive cost since the concern that avoids, the pipeline does not state, and none is guessed."
    }
    let shares = zip(["low", "central", "high"], avoided.percents).map { "\($0) \($1)%" }
    return
      "That a share of the \(cost) of reactive cost since the concern is avoided: \(shares.joined(separator: ", ")). Source of the shares: \(avoided.source)."
  }

  private func table(_ avoided: AvoidedShares, _ mean: Int) -> ReportTable {
    ReportTable(
      name: "cost-benefit", title: "Cost and benefit of helping at the earliest concern",
      columns: [
        .text("Assumption", width: 16), .number("Reactive cost avoided"),
        .number("Avoided", width: 18), .number("Help for all", width: 18),
        .number("Avoided less help", width: 18),
      ],
      rows: zip(["Low", "Central", "High"], avoided.percents).map { words, percent in
        let avoided = reactive * percent / 100
        return [
          .text(words), .share(Share(percent, of: 100)), .money(Pence(Int64(avoided))),
          .money(Pence(Int64(mean * concerned))),
          .money(Pence(Int64(avoided - mean * concerned))),
        ]
      })
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
