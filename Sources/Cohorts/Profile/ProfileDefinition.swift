/// What is asked of a cohort's families as a whole, and what others have published of theirs.
public struct ProfileDefinition: Hashable, Sendable {
  /// What it is called.
  public var title: String
  /// Where the published figures stand.
  public var source: String
  /// So many percent of the families are looked for in as few wards as hold them.
  public var wardPercent: Int
  /// From how many children on a family has many.
  public var manyChildren: Int
  /// Below which age they are counted for it.
  public var childAge: Int
  /// What a family may need help with.
  public var needs: [Need]
  /// What others have published, in percent or numbers.
  public var published: Published

  /// Something that a family has where a fact of one of some kinds is told of it.
  public struct Need: Hashable, Sendable {
    /// The word for it.
    public var name: String
    /// What people call it.
    public var title: String
    /// The kinds of fact, by their places in the vocabulary.
    public var kinds: [UInt16]
    /// Those of them that last until they end.
    public var episodes: [UInt16]
    /// How many months back a fact counts; nil where it has to hold on the day.
    public var months: Int?
    /// The percentage that others have published.
    public var published: Int?
  }

  /// Figures that others have published.
  public struct Published: Hashable, Sendable {
    /// The percentage of wards.
    public var wards: Int?
    /// The members of a typical family.
    public var size: Int?
    /// The children of a typical family.
    public var children: Int?
    /// The percentage of families led by one parent.
    public var loneParents: Int?
    /// The percentage of families with many children.
    public var manyChildren: Int?
  }
}
