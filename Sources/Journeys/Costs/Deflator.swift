public import Vocabulary

/// Prices of one year in those of another, exactly: an index in thousandths for each financial year.
public struct Deflator: Hashable, Sendable {
  /// The years with their indices, in the order of years.
  public let indices: [Index]

  /// A year's index.
  public struct Index: Hashable, Sendable {
    /// The financial year, such as `2010/11`.
    public var year: String
    /// The index in thousandths: 179.907 is 179907.
    public var thousandths: Int
  }

  /// A deflator of some years.
  public init(_ indices: [Index]) {
    self.indices = indices.sorted { $0.year < $1.year }
  }

  /// An amount in the prices of another year, rounded to the nearest penny, halves up; nil where a year is not there.
  public func uprate(_ amount: Pence, from year: String, to other: String) -> Pence? {
    if year == other { return amount }
    guard let from = index(of: year), let to = index(of: other) else { return nil }
    return amount.times(to, over: from)
  }

  private func index(of year: String) -> Int? {
    indices.first { $0.year == year }?.thousandths
  }
}

extension Pence {
  /// The amount times one number over another, rounded once to the nearest penny, halves up.
  func times(_ numerator: Int, over denominator: Int) -> Pence {
    precondition(denominator > 0, "an amount is divided by something")
    let doubled = count * Int64(numerator) * 2 + Int64(denominator)
    let divisor = Int64(denominator) * 2
    let quotient = doubled / divisor
    return Pence(doubled % divisor < 0 ? quotient - 1 : quotient)
  }
}
