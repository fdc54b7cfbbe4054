/// Which facts a rule is about.
public struct FactSelector: Hashable, Sendable {
  /// What a coded detail has to say, or must not say.
  public struct Condition: Hashable, Sendable {
    /// The detail's name.
    public var attribute: String
    /// The words that count.
    public var values: [String]
    /// Whether the words are those that must not be there.
    public var isExcluded: Bool
  }

  /// The kinds of fact, by their places in the vocabulary.
  public var kinds: [Int]
  /// What their details have to say.
  public var conditions: [Condition] = []
  /// Of what age the person has to be.
  public var ages = AgeBounds.any
}

/// From which age, and under which, a rule applies; nil where there is no bound.
public struct AgeBounds: Hashable, Sendable {
  /// The least age in whole years.
  public var from: Int?
  /// The age that is not reached yet.
  public var under: Int?

  /// People of any age, and facts about an address.
  public static let any = AgeBounds()
  /// Children: under eighteen.
  public static let child = AgeBounds(under: 18)
  /// Adults: eighteen and over.
  public static let adult = AgeBounds(from: 18)
}
