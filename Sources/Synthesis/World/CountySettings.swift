public import Vocabulary

/// What a county is made from: two runs with equal settings make equal counties.
public struct CountySettings: Sendable {
  /// How many residents on the last day, about.
  public var people: Int
  /// The seed of everything.
  public var seed: UInt64
  /// The last day of the time line.
  public var asOf: Day
  /// The first day of the time line; events before it are not recorded.
  public var from: Day
  /// One in how many families with children is troubled.
  public var familiesPerTroubledFamily: Int

  /// A county of a size; five and a half years to 22 July 2013, one family in sixty troubled.
  public init(
    people: Int, seed: UInt64, asOf: Day? = nil, from: Day? = nil,
    familiesPerTroubledFamily: Int = 60
  ) {
    precondition(people > 0 && familiesPerTroubledFamily > 0, "sizes are positive")
    self.people = people
    self.seed = seed
    let last = asOf ?? Day.of(2013, 7, 22)
    self.asOf = last
    self.from = from ?? last.adding(months: -66)
    self.familiesPerTroubledFamily = familiesPerTroubledFamily
  }
}
