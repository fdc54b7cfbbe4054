import Store
import Vocabulary

/// The programme on one page: how far it has come, against what was agreed, where, by whom, and what it brings.
struct ProgrammeBook {
  let run: RunPicture
  let programme: ProgrammeSummary
  let income: [IncomePicture]

  var book: ReportBook {
    let targets = ProgrammeTargets(programme: programme, asOf: Day(iso: run.asOf))
    let money = ProgrammeMoney(programme: programme, income: income)
    return ReportBook(
      name: "programme", title: "Programme", short: "Programme",
      question: "How far have we come, against what was agreed, and what will it bring?",
      lead: lead, figures: figures(targets),
      sections: [steps, targets.section, places, agencies, money.claims, money.forecast, changes],
      reach: .programme)
  }

  private var all: [ProgrammeSummary.Step] { programme.steps.filter { $0.area.isEmpty } }

  private func sum(_ path: KeyPath<ProgrammeSummary.Step, Int>) -> Int {
    all.reduce(0) { $0 + $1[keyPath: path] }
  }

  private var lead: String {
    let untold = programme.members.count { $0.standing == "cannot-tell" }
    return """
      \(Numbers.counted(sum(\.identified), "family", "families")) put forward, \(Numbers.grouped(sum(\.attached))) attached. Of \
      \(Numbers.grouped(untold)) more, data is missing that decides. The program proposes; people confirm who belongs in.
      """
  }

  private func figures(_ targets: ProgrammeTargets) -> [ReportBook.Figure] {
    var figures = [
      ReportBook.Figure("Put forward", Numbers.grouped(sum(\.identified))),
      .init("Confirmed", Numbers.grouped(sum(\.confirmed))),
    ]
    if let current = targets.current {
      figures.append(
        .init(
          "Attached in \(current.year)", Numbers.grouped(current.attached),
          note: current.target.map {
            "of \($0) agreed: \(targets.rating(of: current).words.lowercased())"
          }
        ))
    }
    figures.append(.init("Results reached", Numbers.grouped(sum(\.achieved))))
    let claimed = programme.claims.filter(\.counts)
    figures.append(
      .init(
        "Claimed", Numbers.roundPounds(claimed.reduce(0) { $0 + $1.pence }),
        note: Numbers.counted(claimed.count, "claim")))
    figures.append(
      .init("Paid", Numbers.roundPounds(programme.claims.reduce(0) { $0 + $1.paid })))
    return figures
  }

  // MARK: Steps

  private func claims(of year: String) -> [ProgrammeSummary.Claim] {
    programme.claims.filter { $0.year == year && $0.counts }
  }

  private var steps: ReportBook.Section {
    ReportBook.Section(
      heading: "The way through the programme",
      paragraphs: [
        """
        A family counts in the year of its attachment, before that in the year in which it was put forward. Each step counts \
        those of the step before it. The families behind the numbers are in cohort/cohort.csv of the run.
        """
      ], pictures: [picture].compactMap(\.self),
      tables: [
        ReportTable(
          name: "programme-steps", title: "Families at each step, by year",
          columns: [
            .text("Year", width: 12), .number("Put forward"), .number("Confirmed"),
            .number("Waiting"), .number("Attached"), .number("With a plan"),
            .number("Worked with"), .number("Result"), .number("Claimed"), .number("Paid"),
            .number("Declined or moved"),
          ],
          rows: all.map { row($0.year, [$0], claims(of: $0.year)) },
          totals: all.isEmpty ? nil : row("All years", all, programme.claims.filter(\.counts)))
      ])
  }

  private func row(
    _ words: String, _ steps: [ProgrammeSummary.Step], _ claims: [ProgrammeSummary.Claim]
  ) -> [ReportTable.Value] {
    func number(_ path: KeyPath<ProgrammeSummary.Step, Int>) -> ReportTable.Value {
      .number(steps.reduce(0) { $0 + $1[keyPath: path] })
    }
    return [
      .text(words), number(\.identified), number(\.confirmed), number(\.waiting),
      number(\.attached), number(\.planned), number(\.worked), number(\.achieved),
      .number(claims.count), .number(claims.count { $0.status == "paid" }), number(\.lost),
    ]
  }

  private var picture: Markup? {
    guard sum(\.identified) > 0 else { return nil }
    let claimed = programme.claims.filter(\.counts)
    let bars: [(String, Int)] = [
      ("Put forward", sum(\.identified)), ("Confirmed", sum(\.confirmed)),
      ("Attached", sum(\.attached)), ("With a plan", sum(\.planned)),
      ("Result reached", sum(\.achieved)), ("Claimed", claimed.count),
      ("Paid", claimed.count { $0.status == "paid" }),
    ]
    let plot = Plot(
      title: "Families at each step, all years", shape: .bars, horizontal: "Families",
      vertical: "Step",
      series: [
        .init(name: "Families", points: bars.map { .init(x: 0, y: Double($0.1), label: $0.0) })
      ])
    return "<figure class=\"plot\">\(plot.markup)</figure>"
  }

  // MARK: Places and agencies

  /// Where families live, whatever group looks after them.
  private var places: ReportBook.Section {
    let cohort = programme.members.filter(\.isCohort)
    let wards = Dictionary(grouping: cohort) { [$0.district ?? "", $0.ward ?? ""] }
    return ReportBook.Section(
      heading: "Where they live",
      tables: [
        ReportTable(
          name: "programme-wards", title: "Families put forward or in the programme, by ward",
          columns: [.text("District", width: 28), .text("Ward", width: 28)] + Self.standings,
          rows: wards.keys.sorted {
            ($0[0].isEmpty ? 1 : 0, $0[0], $0[1]) < ($1[0].isEmpty ? 1 : 0, $1[0], $1[1])
          }
          .map { place in
            [
              .text(place[0].isEmpty ? "Not known" : place[0]),
              .text(place[1].isEmpty ? "Not known" : place[1]),
            ] + counts(wards[place] ?? [])
          })
      ])
  }

  private var agencies: ReportBook.Section {
    let attached = programme.members.filter { $0.attached != nil }
    let groups = Dictionary(grouping: attached) { $0.leadAgency ?? "" }
    return ReportBook.Section(
      heading: "Who leads",
      tables: [
        ReportTable(
          name: "programme-agencies", title: "Attached families by the agency that leads",
          columns: [.text("Agency", width: 36)] + Self.standings + [.number("Claimed")],
          rows: groups.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
            .map { agency in
              [.text(agency.isEmpty ? "Nobody" : run.shortTitle(ofAgency: agency))]
                + counts(groups[agency] ?? [])
                + [.number(programme.claims.count { $0.agency == agency && $0.counts })]
            })
      ])
  }

  private static let standings: [ReportTable.Column] = [
    .number("Families"), .number("Attached"), .number("With a plan"), .number("Result"),
  ]

  private func counts(_ members: [ProgrammeSummary.Member]) -> [ReportTable.Value] {
    [
      .number(members.count), .number(members.count { $0.attached != nil }),
      .number(members.count { $0.attached != nil && $0.planned != nil }),
      .number(members.count { $0.hasResult }),
    ]
  }

  // MARK: Changes

  private var changes: ReportBook.Section {
    ReportBook.Section(
      heading: "What is different since the run before",
      tables: [
        ReportTable(
          name: "programme-changes", title: "Families that stand elsewhere than in the run before",
          emptyCells: "An empty cell: the family was not there, or is not there any more.",
          columns: [
            .text("What", width: 24), .text("Stood at", width: 20), .text("Stands at", width: 20),
            .number("Families"),
          ],
          rows: programme.changes.map { change in
            [
              .text(Words.sentence(change.what)),
              change.before.map { .text(Words.sentence($0)) } ?? .none,
              change.after.map { .text(Words.sentence($0)) } ?? .none, .number(change.families),
            ]
          })
      ])
  }
}

extension ProgrammeSummary.Claim {
  /// Whether it was handed in and stands.
  var counts: Bool { status == "submitted" || status == "paid" }
}
