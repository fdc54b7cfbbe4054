public import Vocabulary

/// A sign that a family may need help: one of the wobbles W01 to W40.
public struct Trigger: Hashable, Sendable {
  /// Its short name, such as `W19`.
  public var id: String
  /// What it is called.
  public var title: String
  /// What it means, as one would say it.
  public var wording: String
  /// Where it comes from.
  public var source: String
  /// How sure we are of it.
  public var confidence: Confidence
  /// What can be wrong with it.
  public var caveat: String?
  /// The ways in which it can occur, each with a weight.
  public var steps: [TriggerStep]
  /// What makes every other weight of the person count more, in percent; nil for all others.
  public var modifier: Int?
  /// Cases that it occurs in, and cases that it does not.
  public var examples: [TriggerExample]
}

/// One way in which a trigger can occur.
public struct TriggerStep: Hashable, Sendable {
  /// Its short name: the trigger's, or one of its own such as `W01r`.
  public var id: String
  /// 0 for an opportunity, 1 for a wobble, 2 for a concern, 3 for targeted help, 4 for statutory action.
  public var weight: Int
  /// What has to be seen.
  public var rule: TriggerRule
  /// What makes it weigh more.
  public var together: Together?

  /// Other triggers of the family that make a step weigh more when they occur at about the same time.
  public struct Together: Hashable, Sendable {
    /// The other triggers' short names.
    public var with: [String]
    /// How many days may lie between them.
    public var days: Int
    /// What it weighs then.
    public var weight: Int
  }
}

/// An invented family, and whether a trigger occurs in it.
public struct TriggerExample: Hashable, Sendable {
  /// What is to come of it.
  public enum Outcome: Hashable, Sendable {
    /// The trigger occurs, first at the date as written, such as `2012-05`.
    case occurs(String)
    /// It does not.
    case doesNotOccur
    /// Nobody can tell.
    case cannotTell
  }

  /// Someone in it.
  public struct Member: Hashable, Sendable {
    /// What the example calls them.
    public var name: String
    /// The birth date; nil where it is not known.
    public var born: PartialDate?
    /// Whether it is a woman or girl.
    public var isFemale: Bool?
    /// The part in the family.
    public var role: FamilyRole
    /// When they belonged to it.
    public var days: DayInterval
    /// The day of death.
    public var died: PartialDate?
  }

  /// Something dated in it.
  public struct Fact: Hashable, Sendable {
    /// The kind's place in the vocabulary.
    public var kind: Int
    /// Whom it is about, by the place among the members; nil for the address.
    public var member: Int?
    /// When it was, or began.
    public var starts: PartialDate?
    /// When it ended.
    public var ends: PartialDate?
    /// Its part of ``whole``.
    public var part: Int
    /// Of how many.
    public var whole: Int
    /// Its details.
    public var attributes: [Attribute]
    /// Which professional, by any number but 0.
    public var professional: Int
    /// How many times it happened.
    public var times: Int
  }

  /// A coded detail of a fact.
  public struct Attribute: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What it says.
    public var value: String
  }

  /// What it shows.
  public var title: String
  /// The step it is about; nil for any step of the trigger.
  public var step: String?
  /// The day on which it is judged.
  public var asOf: Day
  /// The people.
  public var members: [Member]
  /// The facts.
  public var facts: [Fact]
  /// Kinds of fact that nobody delivered; all others were.
  public var undelivered: [Int]
  /// What is to come of it.
  public var outcome: Outcome
}
