import Vocabulary

/// How families are formed: what weighs how much, and what is never done.
///
/// Weights are whole numbers; two people of one home belong together from ``tie`` on.
public struct FamilySettings: Sendable, Equatable {
  /// What a relation says about two people.
  public enum Meaning: String, Sendable, CaseIterable {
    /// The first is a parent of the other.
    case parent
    /// The first cares for the other as a parent.
    case carer
    /// The two are a couple.
    case couple
    /// The two live in one household.
    case household
    /// The two are of one family, as somebody who met it says.
    case family
    /// One is somebody to call for the other.
    case contact
  }

  /// A kind of relation that counts.
  public struct Relation: Sendable, Equatable {
    /// The kind, as the vocabulary calls it.
    public var name: String
    /// What it says.
    public var meaning: Meaning
    /// What it weighs.
    public var weight: Int
  }

  /// What living together weighs.
  public struct Home: Sendable, Equatable {
    /// One home over the same time.
    public var together: Int
    /// Each further home that they shared.
    public var another: Int
    /// Having come within some days of each other.
    public var sameArrival: Int
    /// A child with a grown-up of an age to be the parent.
    public var childWithAdult: Int
    /// Two grown-ups of one generation who are the only ones.
    public var onlyTwo: Int
    /// The same surname.
    public var surname: Int
    /// How many days one home has to be shared to count.
    public var leastDays: Int
    /// How many days apart people come who come together.
    public var arrivalDays: Int
  }

  /// What ages say.
  public struct Ages: Sendable, Equatable {
    /// The birthday on which a child is grown up.
    public var grownUp: Int
    /// How many years there are at least between a parent and a child.
    public var parentLeast: Int
    /// How many years there are at most between a parent and a child.
    public var parentMost: Int
    /// How many years there are at most between two of one generation.
    public var generation: Int

    /// The first day on which somebody is certainly grown up: while it is possible that it is a child, it counts as one.
    func grownUp(_ born: PartialDate) -> Day { born.latest.adding(months: 12 * grownUp) }
  }

  /// What is never done.
  public struct Limits: Sendable, Equatable {
    /// The most people who live together as one family.
    public var largest: Int
    /// From how many people on a home is an institution.
    public var crowd: Int
    /// From how many unrelated grown-ups on a house is shared.
    public var unrelatedAdults: Int
  }

  /// What the settings are called.
  public var name: String
  /// Their version.
  public var version: Int
  /// From what weight on two people of one home belong together.
  public var tie: Int
  /// Below what weight a membership is worth a second look.
  public var weak: Int
  /// The relations that count, in the order of the file.
  public var relations: [Relation]
  /// The kinds of fact whose rows stand in each delivery with the address of today.
  public var keptUp: [String]
  /// What living together weighs.
  public var home: Home
  /// What ages say.
  public var ages: Ages
  /// What is never done.
  public var limits: Limits
}
