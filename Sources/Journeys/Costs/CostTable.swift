/// A table of unit costs in the prices of one year.
public struct CostTable: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var title: String
  /// Where it comes from.
  public var source: String
  /// Under which licence it is used, with the attribution that it asks for.
  public var licence: String
  /// The financial year of its prices.
  public var prices: String
  /// The deflator by which older prices were brought to that year.
  public var deflator: Deflator
  /// How costs are told to be of one matter.
  public var overlaps: [CostOverlap]
  /// The rows in the order of the file.
  public var costs: [UnitCost]

  /// The row of a key.
  public func cost(of key: String) -> UnitCost? {
    costs.first { $0.key == key }
  }
}
