public import Vocabulary

/// What an authority can draw for its families: fees and results, for the share of families that is paid for.
public struct Funding: Hashable, Sendable {
  /// The families, the year's share and the money of one year of attachment.
  public struct Line: Hashable, Sendable {
    /// The year of attachment.
    public var year: FinancialYear
    /// How many families.
    public var families: Int
    /// Their fees.
    public var fees: Pence
    /// Their results.
    public var results: Pence

    /// Both together.
    public var total: Pence { fees + results }
  }

  /// A line for each year.
  public var lines: [Line]
  /// How many families money is paid for, rounded down once for the whole authority.
  public var fundable: Int

  /// All families.
  public var families: Int { lines.reduce(0) { $0 + $1.families } }
  /// All fees.
  public var fees: Pence { lines.reduce(.zero) { $0 + $1.fees } }
  /// All results.
  public var results: Pence { lines.reduce(.zero) { $0 + $1.results } }
  /// Everything.
  public var total: Pence { fees + results }

  /// The funding of families by year of attachment, when every one of them reaches the results.
  ///
  /// Each year's share may end in a part of a penny. The whole is rounded down once, and the pennies between it and
  /// the lines go to those that lost most, so that the lines add up to the penny. Nil where a year has no rate.
  public init?(
    families: [(year: FinancialYear, count: Int)], results: [String], rates: Rates
  ) {
    let share = rates.fundable
    var feeParts: [Int64] = []
    var resultParts: [Int64] = []
    for (year, count) in families {
      guard let fee = rates.fee(in: year) else { return nil }
      var result = Pence.zero
      for name in results {
        guard let amount = rates.amount(of: name, in: year) else { return nil }
        result += amount
      }
      feeParts.append((fee * count * share.part).count)
      resultParts.append((result * count * share.part).count)
    }
    let whole = Int64(share.whole)
    // First fees and results, then the years of each: both sums are as near to the exact ones as pennies allow.
    let sums = Apportioning.shares(
      of: [feeParts.reduce(0, +), resultParts.reduce(0, +)], over: whole)
    let fees = Apportioning.shares(of: feeParts, over: whole, total: sums[0])
    let paid = Apportioning.shares(of: resultParts, over: whole, total: sums[1])
    lines = families.enumerated().map { index, family in
      Line(
        year: family.year, families: family.count, fees: Pence(fees[index]),
        results: Pence(paid[index]))
    }
    fundable = families.reduce(0) { $0 + $1.count } * share.part / share.whole
  }
}

/// Rounds a list of fractions with one denominator so that the rounded ones add up to their rounded sum.
public enum Apportioning {
  /// Each part over the denominator, rounded; what is left over goes to the largest remainders, the first ones first.
  ///
  /// The total is the exact sum rounded down, unless one is given that is nearer to something else.
  public static func shares(of parts: [Int64], over denominator: Int64, total: Int64? = nil)
    -> [Int64]
  {
    precondition(denominator > 0 && parts.allSatisfy { $0 >= 0 }, "shares are of counts")
    var shares = parts.map { $0 / denominator }
    let total = total ?? parts.reduce(0, +) / denominator
    let left = Int(total - shares.reduce(0, +))
    precondition((0...parts.count).contains(left), "the total is that of the parts")
    let byRemainder = parts.indices.sorted {
      let (one, other) = (parts[$0] % denominator, parts[$1] % denominator)
      return one != other ? one > other : $0 < $1
    }
    for index in byRemainder.prefix(left) { shares[index] += 1 }
    return shares
  }
}
