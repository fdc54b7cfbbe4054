public import Vocabulary

/// What may still come in: fees of families attached, and results with a low, a central and a high share of them.
public struct IncomeForecast: Hashable, Sendable {
  /// The families of one year of attachment.
  public struct Year: Hashable, Sendable {
    /// The year.
    public var year: FinancialYear
    /// How many were attached.
    public var attached: Int
    /// How many of them are claimed.
    public var claimed: Int
    /// What was claimed for them.
    public var claimedAmount: Pence

    /// States a year.
    public init(year: FinancialYear, attached: Int, claimed: Int, claimedAmount: Pence) {
      self.year = year
      self.attached = attached
      self.claimed = claimed
      self.claimedAmount = claimedAmount
    }
  }

  /// A year's forecast.
  public struct Line: Hashable, Sendable {
    /// The year's counts.
    public var year: Year
    /// The fees of the families that money is paid for.
    public var fees: Pence
    /// How many results are expected in all: low, central, high.
    public var results: [Int]
    /// What those results pay with what was claimed already.
    public var income: [Pence]
  }

  /// A line for each year.
  public var lines: [Line]
  /// The percentages that were used: low, central, high.
  public var percents: [Int]

  /// All fees.
  public var fees: Pence { lines.reduce(.zero) { $0 + $1.fees } }
  /// All results: low, central, high.
  public var income: [Pence] {
    percents.indices.map { index in lines.reduce(.zero) { $0 + $1.income[index] } }
  }

  /// Forecasts from the years' counts, by three percentages of families that reach a result.
  ///
  /// Money comes for the fundable share of families only, so no forecast expects results beyond it, and none expects fewer
  /// than are claimed. Nil where a year has no rate.
  public init?(years: [Year], percents: [Int], result: [String], rates: Rates) {
    guard
      let funding = Funding(
        families: years.map { ($0.year, $0.attached) }, results: result, rates: rates)
    else { return nil }
    self.percents = percents
    lines = []
    for (year, funded) in zip(years, funding.lines) {
      let amounts = result.compactMap { rates.amount(of: $0, in: year.year) }
      let rate = amounts.reduce(Pence.zero, +)
      let cap = max(year.claimed, year.attached * rates.fundable.part / rates.fundable.whole)
      let counts = percents.map {
        min(cap, max(year.claimed, year.attached * $0 / 100))
      }
      lines.append(
        Line(
          year: year, fees: funded.fees, results: counts,
          income: counts.map { year.claimedAmount + rate * ($0 - year.claimed) }))
    }
  }
}
