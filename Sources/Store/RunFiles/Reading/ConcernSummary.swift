/// The journeys of a run in numbers, for reports: one line for each family, and counts of what was seen, missed and spent.
public struct ConcernSummary: Hashable, Sendable {
  /// A family's journey in numbers.
  public struct Family: Hashable, Sendable {
    /// The family.
    public var id: Int64
    /// How many live together.
    public var residents: Int
    /// How many of them are children.
    public var children: Int
    /// How many of them are grown up and care for the children or live with who does.
    public var adults: Int
    /// The first and the last day on which concern may have been seen first; nil where none was.
    public var concern: JourneyAccount.Span?
    /// Whether the agency that shows it had delivered for less than a year, so that it may have been earlier.
    public var mayBeEarlier: Bool
    /// The threshold that ends the time of early help, and its days; nil where it was not reached.
    public var threshold: JourneyAccount.Span?
    /// From the concern to it, in days; below nothing where the threshold came first.
    public var lead: Lead?
    /// The tier of need.
    public var tier: String?
    /// How many agencies that not everybody meets had to do with it.
    public var agencies: Int
    /// How many opportunities were missed.
    public var missed: Int
    /// How many of them were contacts that came to nothing.
    public var turnedAway: Int
    /// What it cost, in pence, as far as that is known; nil where no costs were asked for.
    public var pence: Int?
    /// For how many events a cost is known, of how many.
    public var costed: Int
    /// How many events there are.
    public var events: Int
    /// Whether vague dates make the sum a least one.
    public var isLeast: Bool
    /// Where it lives; nil where that is not known or protected.
    public var postcode: String?
  }

  /// Days from the concern to the threshold, as exact as both dates.
  public struct Lead: Hashable, Sendable {
    /// The fewest.
    public var least: Int
    /// The most.
    public var most: Int
  }

  /// What an agency missed.
  public struct Missed: Hashable, Sendable {
    /// What the agency is called.
    public var agency: String
    /// Contacts that came to nothing.
    public var turnedAway: Int
    /// Signs after which nobody made a plan or took the lead.
    public var noPlan: Int
    /// The families.
    public var families: Int
    /// The days that were lost until the threshold, by opportunity; those of which it is known.
    public var lost: [Int]
  }

  /// How often a sign was seen.
  public struct Sign: Hashable, Sendable {
    /// Its short name.
    public var name: String
    /// What it is called.
    public var title: String
    /// How often it is certain.
    public var certain: Int
    /// Families of which it is certain.
    public var families: Int
    /// Families of which nobody can tell.
    public var untold: Int
    /// Whether no source of the run could show it.
    public var isUnfed: Bool
  }

  /// What was spent by one agency, in one way, in one part of families' journeys.
  public struct Cost: Hashable, Sendable {
    /// The family.
    public var family: Int64
    /// The agency's name.
    public var agency: String
    /// Whether it went into help before there was trouble.
    public var isPreventive: Bool
    /// `before`, `between`, `after`, `straddling` or `no-concern`.
    public var stage: String
    /// How much, in pence.
    public var pence: Int
    /// For how many events.
    public var events: Int
  }

  /// A kind of fact that has no cost.
  public struct NotCosted: Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// What the agency is called.
    public var agency: String
    /// How many facts there are.
    public var facts: Int
    /// Of how many families.
    public var families: Int
  }

  /// The families, by id.
  public var families: [Family]
  /// What was missed, by agency.
  public var missed: [Missed]
  /// The signs, in the order of the pack.
  public var signs: [Sign]
  /// What was spent, by family.
  public var costs: [Cost]
  /// What has no cost.
  public var notCosted: [NotCosted]
  /// From which day agencies' data tell anything.
  public var observed: [(agency: String, since: String?)] {
    observations.map { ($0.agency, $0.since) }
  }
  var observations: [Observation]
  /// By what the journeys were followed.
  public var basis: [String: String]

  struct Observation: Hashable, Sendable {
    var agency: String
    var since: String?
  }
}
