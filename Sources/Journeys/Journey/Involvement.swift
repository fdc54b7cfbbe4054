public import Vocabulary

/// What one agency had to do with a family.
public struct Involvement: Hashable, Sendable {
  /// The agency, by its place in the vocabulary.
  public var agency: Int
  /// How often someone was seen or spoken to.
  public var contacts = 0
  /// How often someone was to be seen and was not.
  public var missed = 0
  /// How many assessments there were.
  public var assessments = 0
  /// How many plans.
  public var plans = 0
  /// How many episodes.
  public var episodes = 0
  /// How many days episodes were open, as far as is certain.
  public var openDays = 0
  /// How many different professionals are named; those not named are not counted.
  public var professionals = 0
  /// How many different services of the agency are named.
  public var services = 0
  /// How many facts of any kind.
  public var facts = 0
}

/// Some days on which several agencies were active and nobody was in the lead.
public struct UncoordinatedSpell: Hashable, Sendable {
  /// The days.
  public var days: DayInterval
  /// The agencies, by their places in the vocabulary.
  public var agencies: [Int]
}
