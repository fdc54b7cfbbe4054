public import Vocabulary

/// The people who are one family in truth, each with the days and the part they had in it.
public struct Family: Sendable {
  /// Names a family in the whole county.
  public typealias ID = Identity<Family>

  /// The shape of the family when the time line ends.
  public enum Shape: String, Sendable, CaseIterable {
    case couple, coupleWithChildren, loneParent, separatedParents, stepFamily, threeGenerations
    case youngParent, kinshipCare, fosterCarers, refuge, informalFostering, emptyNest
    case single, pensionerCouple, pensioner, sharers, institution
  }

  /// The part a person has in a family.
  public enum Role: String, Sendable, CaseIterable {
    case child, parent, partner, adultChild, grandparent, grandchild
    case nonResidentParent, nonResidentChild, lookedAfterChild, fosterChild, otherRelative, single
  }

  /// The days one person had one role in the family.
  public struct Membership: Sendable {
    /// Who.
    public var person: Person.ID
    /// As what.
    public var role: Role
    /// The first day.
    public var from: Day
    /// The first day it no longer held; nil while it does.
    public var until: Day?

    /// Whether the membership held on a day.
    public func holds(on day: Day) -> Bool {
      guard from <= day else { return false }
      guard let until else { return true }
      return day < until
    }
  }

  /// Which family this is.
  public var id: ID
  /// Its shape.
  public var shape: Shape
  /// Whether it was made to meet two or three of the criteria of 2012.
  public var isTroubled: Bool
  /// What a known family is called (`Brown`, of the eight of Norwich); nil for the others.
  public var name: String?
  /// Its members over time, in order of joining.
  public var members: [Membership]
}

/// A tie between two people.
public struct Relation: Sendable {
  /// What the first person is to the second.
  public enum Kind: String, Sendable, CaseIterable {
    case parent, stepParent, grandparent, fosterCarer, spouse, partner, formerPartner, sibling
    case twin, protectedFrom
  }

  /// What the first is to the second.
  public var kind: Kind
  /// The one who is the parent, the partner ...
  public var first: Person.ID
  /// The other one.
  public var second: Person.ID
  /// The day it began; the later birth for ties of blood.
  public var from: Day
  /// The first day it no longer held; nil while it does.
  public var until: Day?
}
