/// What one comparison says of two records: the level they reach, and the bits it adds or takes.
public struct WeightStep: Sendable, Equatable {
  /// What the rarity of a value adds to its level.
  public struct Rarity: Sendable, Equatable {
    /// What is looked up, as the settings write it.
    public let expression: String
    /// How many records have the value; of two values, the one that comes more often.
    public let records: Int
    /// How many records have any value there.
    public let present: Int
    /// What it adds, in bits; less than nothing for a value that many share.
    public let weight: Double
  }

  /// A value of both records, as the comparison sees it after cleaning.
  public struct Values: Sendable, Equatable {
    /// What it is, as the settings write it.
    public let expression: String
    /// The first record's; empty where it has none.
    public let left: String
    /// The second record's.
    public let right: String
  }

  /// The comparison.
  public let comparison: String
  /// The level's number from 1, the strongest; 0 where a value is missing and nothing can be said.
  public let number: Int
  /// The level's label; nil for number 0.
  public let level: String?
  /// Whether it is the last level: none of the others.
  public let isElse: Bool
  /// The values that were compared.
  public let values: [Values]
  /// How likely the level is for one person; nil for number 0.
  public let m: Double?
  /// How likely it is for two; nil for number 0.
  public let u: Double?
  /// The level's weight in bits: log2 of m over u.
  public let levelWeight: Double
  /// What rarity adds, where the level looks at it.
  public let rarity: Rarity?

  /// What the comparison adds in all.
  public var weight: Double { levelWeight + (rarity?.weight ?? 0) }
}

/// What is taken off a weight because agreements come together in different people, too.
///
/// Brothers and sisters share surname and address; a sum over comparisons takes each of these for one more
/// coincidence, and this takes it back.
public struct LookAlikeStep: Sendable, Equatable {
  /// The training block in which such people were met.
  public let block: String
  /// What it adds: less than nothing.
  public let weight: Double
}
