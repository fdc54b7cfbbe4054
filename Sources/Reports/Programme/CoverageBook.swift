import Store
import Vocabulary

/// Who knows which family: agencies and their overlaps, who leads, plans and their age, and what single families cost.
struct CoverageBook {
  private let run: RunPicture
  private let concern: ConcernSummary
  private let coverage: [CoverageRow]
  private let led: Set<Int64>
  private let programme: ProgrammeSummary?
  private let context: ReportContext
  /// What each agency has, by family; looked up for every family, so put together once.
  private let known: [Int64: [CoverageRow]]
  /// Where each family stands in the programme.
  private let members: [Int64: ProgrammeSummary.Member]

  /// `led` are the families for which a source names a lead professional.
  init(
    run: RunPicture, concern: ConcernSummary, coverage: [CoverageRow], led: Set<Int64>,
    programme: ProgrammeSummary?, context: ReportContext
  ) {
    (self.run, self.concern, self.coverage) = (run, concern, coverage)
    (self.led, self.programme, self.context) = (led, programme, context)
    known = Dictionary(grouping: coverage, by: \.family)
    members = Dictionary(
      (programme?.members ?? []).map { ($0.family, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var book: ReportBook {
    let families = concern.families.filter { $0.concern != nil }
    let leads = families.count { lead(of: $0.id) != nil }
    return ReportBook(
      name: "agency-coverage", title: "Agency coverage", short: "Agencies",
      question: "Which agencies know each family, and who leads?",
      lead: """
        \(Numbers.counted(families.count, "family", "families")) of concern, with the agencies that have something of \
        them. Nobody leads for \(Numbers.grouped(families.count - leads)).
        """,
      figures: [
        .init("Families", Numbers.grouped(families.count)),
        .init("Nobody leads", Numbers.grouped(families.count - leads)),
        .init("Known to", middle(families), note: "agencies, the family in the middle"),
      ], sections: [agencies(families), overlaps, list(families)], reach: .families)
  }

  private var names: [String] { Set(coverage.map(\.agency)).sorted() }
  private func middle(_ families: [ConcernSummary.Family]) -> String {
    Middle.lower(families.map { known[$0.id]?.count ?? 0 }).map(Numbers.grouped) ?? "–"
  }

  /// Who leads: what the programme entered, else what a source names.
  private func lead(of family: Int64) -> String? {
    if let agency = members[family]?.leadAgency { return run.shortTitle(ofAgency: agency) }
    return led.contains(family) ? "Lead professional named" : nil
  }

  // MARK: Agencies

  private func agencies(_ families: [ConcernSummary.Family]) -> ReportBook.Section {
    let groups = Dictionary(grouping: coverage, by: \.agency)
    let counts = Dictionary(grouping: coverage, by: \.family).mapValues(\.count)
    return ReportBook.Section(
      heading: "Agencies",
      paragraphs: [
        "Known alone: families that no other agency has anything of. Open: something that has begun and not ended."
      ],
      tables: [
        ReportTable(
          name: "coverage-agencies", title: "Families of concern that each agency knows",
          columns: [
            .text("Agency", width: 36), .number("Families"), .number("Share"), .number("Open"),
            .number("Known alone"), .number("Contacts"), .number("Leads"),
          ],
          rows: names.map { name in
            let rows = groups[name] ?? []
            return [
              .text(run.shortTitle(ofAgency: name)), .number(rows.count),
              .share(Share(rows.count, of: families.count)), .number(rows.count { $0.isOpen }),
              .number(rows.count { counts[$0.family] == 1 }),
              .number(rows.reduce(0) { $0 + $1.contacts }),
              .number((programme?.members ?? []).count { $0.leadAgency == name }),
            ]
          })
      ])
  }

  /// How many families each two agencies both know.
  private var overlaps: ReportBook.Section {
    let names = names
    let places = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var both = names.map { _ in names.map { _ in 0 } }
    for rows in known.values {
      let own = rows.compactMap { places[$0.agency] }
      for one in own { for other in own { both[one][other] += 1 } }
    }
    return ReportBook.Section(
      heading: "Overlaps",
      tables: [
        ReportTable(
          name: "coverage-overlaps", title: "Families of concern that two agencies both know",
          columns: [.text("Agency", width: 30)]
            + names.map { .number(Words.sentence($0), width: 16) },
          rows: names.enumerated().map { place, name in
            [.text(run.shortTitle(ofAgency: name))] + both[place].map { .number($0) }
          })
      ])
  }

  // MARK: Families

  private func list(_ families: [ConcernSummary.Family]) -> ReportBook.Section {
    let costs = Dictionary(grouping: concern.costs, by: \.family)
    return ReportBook.Section(
      heading: "Families",
      paragraphs: [
        """
        Those for whom nobody leads come first, then those with the earliest concern. Costs are the least that was spent: \
        what has no unit cost is not in them.
        """
      ],
      tables: [
        ReportTable(
          name: "coverage-families", title: "Families of concern, with who knows them",
          emptyCells:
            "An empty cell: not known, or nobody leads, or no plan is entered, or nothing is costed.",
          columns: [
            .text("Family", width: 20), .text("Ward", width: 22), .text("Concern since", width: 24),
            .text("Standing", width: 16), .text("Lead", width: 26), .text("Known to", width: 48),
            .text("Last heard of", width: 16), .text("Plan", width: 14), .number("Plan, days old"),
            .number("Missed"), .number("Before concern", width: 16),
            .number("Since concern", width: 16),
          ],
          rows: sorted(families).map {
            row($0, known[$0.id] ?? [], members[$0.id], costs[$0.id] ?? [])
          })
      ])
  }

  private func sorted(_ families: [ConcernSummary.Family]) -> [ConcernSummary.Family] {
    let leads = Set(families.filter { lead(of: $0.id) != nil }.map(\.id))
    return families.sorted {
      let (one, other) = (leads.contains($0.id) ? 1 : 0, leads.contains($1.id) ? 1 : 0)
      return (one, $0.concern?.from ?? "", $0.id) < (other, $1.concern?.from ?? "", $1.id)
    }
  }

  private func row(
    _ family: ConcernSummary.Family, _ known: [CoverageRow], _ member: ProgrammeSummary.Member?,
    _ costs: [ConcernSummary.Cost]
  ) -> [ReportTable.Value] {
    let ward = context.areas?.area(ofPostcode: family.postcode)?.ward
    let plan = member?.planned.flatMap { Day(iso: $0) }
    let age = plan.flatMap { day in Day(iso: run.asOf).map { day.days(until: $0) } }
    let agencies = known.map { Words.sentence($0.agency) }
    let last = known.compactMap(\.last).max().map { DayWording.long($0) }
    return [
      .text(FamilyID(family.id).text), ward.map { .text($0) } ?? .none,
      family.concern.map { .text(DayWording.span($0.from, $0.to)) } ?? .none,
      member.map { .text(Words.sentence($0.standing)) } ?? .none,
      lead(of: family.id).map { .text($0) } ?? .none, .text(Words.list(agencies)),
      last.map { .text($0) } ?? .none, plan.map { .day($0) } ?? .none, .count(age),
      .number(family.missed), money(costs) { $0 == "before" },
      money(costs) { $0 == "between" || $0 == "after" },
    ]
  }

  private func money(
    _ costs: [ConcernSummary.Cost], _ isWanted: (String) -> Bool
  ) -> ReportTable.Value {
    let own = costs.filter { isWanted($0.stage) }
    return own.isEmpty ? .none : .money(Pence(Int64(own.reduce(0) { $0 + $1.pence })))
  }
}
