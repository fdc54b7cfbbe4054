/// A council's reading of families' journeys: what is a sign of need, from when it is a concern, what was missed.
///
/// It is the pack `earliest-concern`, read from YAML by ``read(_:vocabulary:collecting:)``.
public struct JourneyRules: Hashable, Sendable {
  /// The pack's name.
  public var name: String
  /// Its version.
  public var version: String
  /// What it is called.
  public var title: String
  /// Where it comes from.
  public var source: String
  /// The triggers, in their order.
  public var triggers: [Trigger]
  /// From when signs are a concern.
  public var concern: ConcernRules
  /// Dates that a journey is measured by.
  public var thresholds: [Threshold]
  /// The thresholds of which the first ends the time in which opportunities are missed.
  public var headline: [String]
  /// What counts as an opportunity that was missed.
  public var missed: MissedRules
  /// What counts as a contact.
  public var contacts: ContactRules
}

/// From when signs are a concern, by either of two definitions.
public struct ConcernRules: Hashable, Sendable {
  /// The weight that is a concern by itself.
  public var single: Int
  /// The sum of weights that is one, within ``within``.
  public var accumulated: Int
  /// The days within which weights are summed.
  public var within: Int
  /// Either so many agencies have to be among them.
  public var agencies: Int
  /// Or so many different triggers.
  public var triggers: Int
  /// Members who were there within so many days of the family's first day bring their history with them.
  public var founders: Int
}

/// A date that a journey is measured by, such as the first child protection plan.
public struct Threshold: Hashable, Sendable {
  /// Its short name.
  public var id: String
  /// What it is called.
  public var title: String
  /// The facts of which the first is the date.
  public var selector: FactSelector
}

/// What counts as an opportunity that was missed.
public struct MissedRules: Hashable, Sendable {
  /// Contacts that came to nothing.
  public var outcomes: [FactSelector]
  /// A trigger is one too, when no plan was opened within so many days of it.
  public var planWithin: Int
  /// The kinds that are plans.
  public var plans: [Int]
  /// Contacts within so many days with the same number count once.
  public var chain: Int
}

/// What counts as a contact.
public struct ContactRules: Hashable, Sendable {
  /// Someone was seen or spoken to.
  public var met: [Int]
  /// Someone was to be seen, and was not.
  public var missed: [Int]
  /// Someone was assessed.
  public var assessments: [Int]
  /// The kind that says who leads.
  public var lead: Int
  /// The details that tell one service of an agency from another.
  public var providers: [String]
}
