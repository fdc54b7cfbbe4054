/// Tiers of need with what is offered at each, from the highest to the one that everybody is in.
public struct TierRules: Hashable, Sendable {
  /// The pack's name.
  public var name: String
  /// Its version.
  public var version: String
  /// What it is called.
  public var title: String
  /// Where it comes from.
  public var source: String
  /// How sure we are of it.
  public var confidence: Confidence
  /// The tiers, the highest first.
  public var tiers: [Tier]
}

/// One tier of need.
public struct Tier: Hashable, Sendable {
  /// Its short name.
  public var id: String
  /// What it is called.
  public var title: String
  /// What need it is about.
  public var need: String
  /// What is offered.
  public var offer: String
  /// What puts a family into it, any one of which is enough; empty for the tier of everybody else.
  public var lines: [Line]

  /// One thing that puts a family into a tier.
  public enum Line: Hashable, Sendable {
    /// An episode of one of the kinds is open on the day.
    case open([Int])
    /// A fact of one of the kinds lies within the time before it.
    case lately([Int], Window)
    /// A sign of the weight does.
    case sign(weight: Int, Window)
    /// Signs that come to the sum do.
    case sum(Int, Window)
  }
}

/// The tier in which a family stands on a day, and why.
public struct TierJudgement: Hashable, Sendable {
  /// The tier's place in the rules.
  public var tier: Int
  /// The lines that hold for certain, by their places in the tier.
  public var lines: [Int]
  /// A higher tier in which it may stand, where a vague date or detail leaves it open.
  public var mayBe: Int?
  /// The kinds that no source delivered and that could put it higher.
  public var undelivered: [Int]
}
