/// How well families agree with the truth.
public struct FamilyFigures: Sendable, Equatable {
  /// Pairs of a child and who cares for it, found and true.
  public struct Pairs: Sendable, Equatable {
    /// How many were found.
    public var found = 0
    /// How many are true.
    public var actual = 0
    /// How many of those found are true.
    public var both = 0

    /// The share of those found that are true.
    public var precision: Double { found == 0 ? 1 : Double(both) / Double(found) }
    /// The share of those true that were found.
    public var recall: Double { actual == 0 ? 1 : Double(both) / Double(actual) }
    /// The harmonic mean of the two.
    public var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  /// The families of one shape.
  public struct Shape: Sendable, Equatable {
    /// What the truth calls it.
    public var name: String
    /// How many families with children there are.
    public var families = 0
    /// How many were found with all who live with them and nobody else.
    public var exact = 0
    /// How many pairs of a child and a carer there are.
    public var pairs = 0
    /// How many of those were found.
    public var pairsFound = 0
  }

  /// Pairs of people of whom one fled from the other.
  public struct Protection: Sendable, Equatable {
    /// How many there are.
    public var pairs = 0
    /// How many are shown in one family.
    public var joined = 0

    /// Adds the pairs of others.
    public static func += (these: inout Protection, others: Protection) {
      these.pairs += others.pairs
      these.joined += others.joined
    }
  }

  /// What another way of finding families comes to on the same people.
  public struct Recipe: Sendable, Equatable {
    /// What it is.
    public var name: String
    /// Its pairs.
    public var pairs: Pairs
    /// How many families it found whole and alone.
    public var exact: Int
  }

  /// The pairs.
  public var pairs = Pairs()
  /// The shapes, in the order of their names.
  public var shapes: [Shape] = []
  /// The recipes of those who know persons alone.
  public var recipes: [Recipe] = []
  /// Those who fled from somebody, as rows tell.
  public var protection = Protection()
  /// Those who fled, but no row tells of it yet; they are shown, and are no part of ``passes``.
  public var untoldFlights = Protection()
  /// How many families hold people of two flats of one building without a relation.
  public var acrossFlats = 0
  /// How many people of true families no row tells of.
  public var unseen = 0

  /// How many families with children there are.
  public var families: Int { shapes.reduce(0) { $0 + $1.families } }
  /// How many of those were found whole and alone.
  public var exact: Int { shapes.reduce(0) { $0 + $1.exact } }
  /// The share of families found whole and alone.
  public var composition: Double { families == 0 ? 1 : Double(exact) / Double(families) }

  /// What the figures have to reach.
  public enum Threshold {
    /// The least share of pairs found that are true.
    public static let precision = 0.98
    /// The least share of true pairs that are found.
    public static let recall = 0.95
    /// The least share of families found whole and alone.
    public static let composition = 0.85
  }

  /// Whether everything is reached.
  public var passes: Bool {
    pairs.precision >= Threshold.precision && pairs.recall >= Threshold.recall
      && composition >= Threshold.composition && protection.joined == 0 && acrossFlats == 0
  }
}
