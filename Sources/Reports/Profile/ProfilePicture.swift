public import Vocabulary

/// What the families of a cohort are like, as a report needs it: counts, and what others have published of theirs.
public struct ProfilePicture: Sendable {
  /// One thing that is asked of families.
  public struct Statistic: Hashable, Sendable {
    /// What is asked, in words.
    public var title: String
    /// The families of which it is certain.
    public var families: Int
    /// The families that were asked.
    public var asked: Int
    /// Those of which it cannot be told.
    public var open: Int
    /// The percentage that others have published.
    public var published: Int?

    /// States what came of a question.
    public init(title: String, families: Int, asked: Int, open: Int = 0, published: Int? = nil) {
      (self.title, self.families, self.asked) = (title, families, asked)
      (self.open, self.published) = (open, published)
    }
  }

  /// A number that is usual, beside what others have published.
  public struct Typical: Hashable, Sendable {
    /// What is counted, in words.
    public var title: String
    /// How many families have so many, by the number.
    public var counts: [Int: Int]
    /// What others have published.
    public var published: Int?

    /// States how a number is spread.
    public init(title: String, counts: [Int: Int], published: Int?) {
      (self.title, self.counts, self.published) = (title, counts, published)
    }
  }

  /// What the profile is called.
  public var title: String
  /// Where the published figures stand.
  public var source: String
  /// Who the families are, as in `families that meet the criteria of …`.
  public var who: String
  /// How many there are.
  public var families: Int
  /// How many more there were, to which nobody belongs any more.
  public var gone = 0
  /// In how few wards so many percent of them live; nil where no family has a ward.
  public var concentration: Concentration?
  /// The families of each ward.
  public var wards: [Area: Int]
  /// Families whose ward is not known.
  public var withoutWard: Int
  /// The size and the children of a typical family.
  public var typical: [Typical]
  /// Everything else that is asked.
  public var statistics: [Statistic]

  /// So many percent of families live in so many of the wards.
  public struct Concentration: Hashable, Sendable {
    /// The percentage of families.
    public var percent: Int
    /// The fewest wards that hold them.
    public var wards: Int
    /// All wards.
    public var allWards: Int
    /// The percentage of wards that others have published.
    public var published: Int?

    /// States how close together families live.
    public init(percent: Int, wards: Int, allWards: Int, published: Int?) {
      (self.percent, self.wards) = (percent, wards)
      (self.allWards, self.published) = (allWards, published)
    }
  }

  /// Puts a profile together.
  public init(
    title: String, source: String, who: String, families: Int, concentration: Concentration?,
    wards: [Area: Int], withoutWard: Int, typical: [Typical], statistics: [Statistic]
  ) {
    (self.title, self.source, self.who) = (title, source, who)
    (self.families, self.concentration, self.wards) = (families, concentration, wards)
    (self.withoutWard, self.typical, self.statistics) = (withoutWard, typical, statistics)
  }
}
