public import Vocabulary

/// What a scheme pays, in whole pence.
public struct Rates: Hashable, Sendable {
  /// The fee for attaching a family, by the year of attachment; under nil where it is the same in all.
  public var fees: [YearAmount]
  /// What each result pays, by the year of attachment.
  public var results: [String: [YearAmount]]
  /// The share of families that money is paid for.
  public var fundable: Share
  /// How much of a year's fees is released by the share of last year's families that were worked with.
  public var releases: [Release]
  /// What a family comes to with its fee and a whole path of results; nil where the scheme does not say.
  public var wholeFamily: Pence?

  /// An amount for families attached in a year.
  public struct YearAmount: Hashable, Sendable {
    /// The year; nil for every year.
    public var year: FinancialYear?
    /// The amount.
    public var amount: Pence
  }

  /// One group of the fee's release.
  public struct Release: Hashable, Sendable {
    /// From how many percent of the families on.
    public var percent: Int
    /// The share of the fees that is released.
    public var share: Share
  }

  /// The fee for a family attached in a year, or nil where the scheme pays none.
  public func fee(in year: FinancialYear) -> Pence? {
    Self.amount(fees, in: year)
  }

  /// What a result pays for a family attached in a year, or nil where it pays nothing.
  public func amount(of result: String, in year: FinancialYear) -> Pence? {
    results[result].flatMap { Self.amount($0, in: year) }
  }

  /// The share of the fees that is released once so many of so many families were worked with.
  ///
  /// Groups are compared in whole numbers: 75% is reached where 100 times the families worked with are at least 75
  /// times those agreed.
  public func release(worked: Int, of agreed: Int) -> Share? {
    guard agreed > 0 else { return nil }
    return releases.first { worked * 100 >= agreed * $0.percent }?.share
  }

  private static func amount(_ amounts: [YearAmount], in year: FinancialYear) -> Pence? {
    (amounts.first { $0.year == year } ?? amounts.first { $0.year == nil })?.amount
  }
}
