import Store
import Vocabulary

/// What a scheme may still bring, for the families attached or for those that were agreed.
public struct IncomePicture: Sendable {
  /// One year of attachment.
  public struct Line: Hashable, Sendable {
    /// The year.
    public var year: String
    /// The families that are counted.
    public var families: Int
    /// Claims that were handed in.
    public var claimed: Int
    /// Fees, in pence.
    public var fees: Int
    /// What results bring with what was claimed: low, central, high, in pence.
    public var results: [Int]

    /// States a year.
    public init(year: String, families: Int, claimed: Int, fees: Int, results: [Int]) {
      (self.year, self.families, self.claimed) = (year, families, claimed)
      (self.fees, self.results) = (fees, results)
    }
  }

  /// The scheme.
  public var scheme: String
  /// Whose income it is: `attached families` or `families as agreed`.
  public var basis: String
  /// How many of a hundred families reach a result: low, central, high.
  public var percents: [Int]
  /// Of how many families money is paid for how many.
  public var fundable: (part: Int, whole: Int)
  /// The years.
  public var lines: [Line]

  /// Puts a forecast together.
  public init(
    scheme: String, basis: String, percents: [Int], fundable: (part: Int, whole: Int),
    lines: [Line]
  ) {
    (self.scheme, self.basis, self.percents) = (scheme, basis, percents)
    (self.fundable, self.lines) = (fundable, lines)
  }
}

/// Claims, what could be claimed next, and what may come in.
struct ProgrammeMoney {
  let programme: ProgrammeSummary
  let income: [IncomePicture]

  var claims: ReportBook.Section {
    let statuses = Dictionary(grouping: programme.claims, by: \.status)
    let changed = programme.claims.count { $0.isChanged }
    return ReportBook.Section(
      heading: "Claims",
      paragraphs: [
        "A claim that was handed in is locked. Of \(Numbers.counted(changed, "claim")) later data says something else than when it was: claims/evidence-changed.csv of the run has them."
      ],
      tables: [
        ReportTable(
          name: "programme-claims", title: "Claims by status",
          columns: [
            .text("Status", width: 22), .number("Claims"), .number("Claimed", width: 16),
            .number("Paid", width: 16),
          ],
          rows: statuses.keys.sorted().map { status in
            let own = statuses[status] ?? []
            return [
              .text(Words.sentence(status)), .number(own.count),
              .money(Pence(Int64(own.reduce(0) { $0 + $1.pence }))),
              .money(Pence(Int64(own.reduce(0) { $0 + $1.paid }))),
            ]
          }),
        ReportTable(
          name: "programme-prospects", title: "What could be claimed next",
          columns: [
            .text("Scheme", width: 20), .text("Window", width: 14), .number("Families"),
            .number("Nothing missing"), .number("Together", width: 16),
          ],
          rows: programme.prospects.map {
            [
              .text($0.scheme), .text($0.window), .number($0.families), .number($0.complete),
              .money(Pence(Int64($0.pence))),
            ]
          }),
        ReportTable(
          name: "programme-missing", title: "What keeps families from being claimed",
          columns: [
            .text("What is missing", width: 34), .text("Who can help", width: 34),
            .number("Families"),
          ],
          rows: programme.gaps.map {
            [
              .text(Words.sentence($0.code)),
              .text($0.chase.isEmpty ? "The programme" : Words.sentence($0.chase)),
              .number($0.families),
            ]
          }),
      ])
  }

  var forecast: ReportBook.Section {
    guard let first = income.first else {
      return ReportBook.Section(
        heading: "Income",
        paragraphs: [
          """
          There is nothing to forecast: no family is attached or agreed, or the programme does not state how many reach a result.
          """
        ])
    }
    let shares = Words.list(first.percents.map { "\($0)%" })
    return ReportBook.Section(
      heading: "Income",
      paragraphs: [
        """
        Fees come with attachment, results when families reach them. Low, central and high assume that \(shares) of the families \
        reach the scheme’s main result; they are assumptions to plan with and no estimate from data.\(fundable(first))
        """
      ], tables: income.enumerated().map(table))
  }

  private func fundable(_ income: IncomePicture) -> String {
    let (part, whole) = income.fundable
    guard part < whole else { return "" }
    return
      " Money is paid for \(part) of every \(whole) families, so no forecast expects more results than that."
  }

  private func table(_ place: Int, _ income: IncomePicture) -> ReportTable {
    func row(_ words: String, _ lines: [IncomePicture.Line]) -> [ReportTable.Value] {
      let fees = lines.reduce(0) { $0 + $1.fees }
      return [
        .text(words), .number(lines.reduce(0) { $0 + $1.families }),
        .number(lines.reduce(0) { $0 + $1.claimed }), .money(Pence(Int64(fees))),
      ]
        + income.percents.indices.map { index in
          .money(Pence(Int64(fees + lines.reduce(0) { $0 + $1.results[index] })))
        }
    }
    return ReportTable(
      name: "programme-income-\(place + 1)",
      title: "Income by \(income.scheme), \(income.basis)",
      columns: [
        .text("Year of attachment", width: 20), .number("Families"), .number("Claimed"),
        .number("Fees", width: 16), .number("Fees and results, low", width: 18),
        .number("Fees and results, central", width: 18),
        .number("Fees and results, high", width: 18),
      ], rows: income.lines.map { row($0.year, [$0]) }, totals: row("All years", income.lines))
  }
}
