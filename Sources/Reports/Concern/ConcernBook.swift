import Store
import Vocabulary

/// The report on the earliest point of concern: how long before the crisis it was seen, what was missed, what it cost.
struct ConcernBook {
  let run: RunPicture
  let concern: ConcernSummary
  let context: ReportContext

  var book: ReportBook {
    let lead = ConcernLead(concern: concern, areas: context.areas, asOf: Day(iso: run.asOf))
    let missed = ConcernMissed(concern: concern)
    let costs = ConcernCosts(
      run: run, concern: concern, areas: context.areas, avoided: context.avoided)
    return ReportBook(
      name: "earliest-concern", title: "Earliest concern", short: "Concern",
      question: "When could help have begun, what was missed, and what did it cost?",
      lead: """
        Concern is seen of \(Numbers.grouped(lead.concerned.count)) of \
        \(Numbers.counted(concern.families.count, "family", "families")). For each it is told when the first sign \
        stood in somebody’s records, and how long it took from there to statutory action.
        """, figures: figures(lead, costs),
      sections: [
        lead.section, lead.censoring, missed.opportunities, missed.revolvingDoor, missed.signs,
      ]
        + costs.sections, reach: .programme)
  }

  private func figures(_ lead: ConcernLead, _ costs: ConcernCosts) -> [ReportBook.Figure] {
    var figures: [ReportBook.Figure] = [
      .init(
        "Families of concern", Numbers.grouped(lead.concerned.count),
        note: "of \(Numbers.grouped(concern.families.count))")
    ]
    if let median = lead.median {
      figures.append(
        .init(
          "Lead time, half had at least", Numbers.counted(median, "day"),
          note:
            "from the concern to the threshold, of \(Numbers.counted(lead.timed.count, "family", "families"))"
        ))
    }
    figures.append(
      .init(
        "Missed opportunities",
        Numbers.grouped(concern.missed.reduce(0) { $0 + $1.turnedAway + $1.noPlan })))
    if let spent = costs.reactiveSinceConcern {
      figures.append(
        .init(
          "Reactive cost since concern", Numbers.roundPounds(spent),
          note: "at the least; what is not costed is not in it"))
    }
    return figures
  }
}
