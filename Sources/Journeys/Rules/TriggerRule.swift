/// What has to be seen for a step of a trigger to occur.
public enum TriggerRule: Hashable, Sendable {
  /// Whose events are counted together.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case person, family
  }

  /// So many events within a window; each event alone, where it is one of one.
  public struct Events: Hashable, Sendable {
    /// Which events.
    public var selector: FactSelector
    /// How many.
    public var atLeast = 1
    /// Within which time; nil for ever.
    public var within: Window?
    /// Whether a person's or a family's are counted.
    public var scope = Scope.person
    /// The detail whose different values are counted, such as the number of an incident.
    public var distinct: String?
    /// Whether the first time alone counts.
    public var isOnce = false
  }

  /// A proportion of counted sessions, or of an amount.
  public struct Rate: Hashable, Sendable {
    /// The measures that are summed.
    public var selector: FactSelector
    /// The least share, in percent.
    public var percent: Int
    /// How far back measures are summed; nil for each by itself.
    public var within: Window?
    /// The fewest sessions that say something.
    public var leastWhole = 1
    /// By how many points it has to have risen since the span before.
    public var risingBy: Int?
  }

  /// So many of those counted within a window that may be shorter than what was delivered.
  public struct Amount: Hashable, Sendable {
    /// The measures.
    public var selector: FactSelector
    /// How many.
    public var atLeast: Int
    /// Within how many days.
    public var days: Int
  }

  /// Something that grows from one period to the next, and so on.
  public struct Growth: Hashable, Sendable {
    /// The measures.
    public var selector: FactSelector
    /// How many periods in a row are each more than the one before.
    public var periods: Int
  }

  /// Something due that was not done in time.
  public struct Overdue: Hashable, Sendable {
    /// The kind that says it is due.
    public var due: Int
    /// The kind that says it is done.
    public var done: Int
    /// The detail that both share, such as the vaccine.
    public var matching: String
    /// How many days later it is overdue.
    public var grace: Int
  }

  /// What starts the time within which people have to be registered.
  public enum Start: Hashable, Sendable {
    /// A fact of one of these kinds begins, such as a tenancy.
    case kinds([Int])
    /// A birthday.
    case birthday(Int)
  }

  /// People who are on no list some time after they came.
  public struct Unregistered: Hashable, Sendable {
    /// What starts the time.
    public var start: Start
    /// The list on which they should be.
    public var listed: [Int]
    /// Lists that explain why they need not be on it.
    public var unless: [Int] = []
    /// How many days they have.
    public var days: Int
    /// Who should be on it.
    public var ages: AgeBounds
    /// Whether one member on the list is enough for the family.
    public var isAnyMember = false
  }

  /// A family that comes to a new home.
  public struct Arrival: Hashable, Sendable {
    /// The kinds that begin with it.
    public var kinds: [Int]
    /// Whose presence makes it count: a child, or a young parent.
    public var childUnder: Int
    /// The age under which a parent's presence counts too.
    public var parentUnder: Int
    /// The kinds that are a visit.
    public var visits: [Int]
    /// Within how many days it is due.
    public var visitWithin: Int
  }

  /// An age reached while a service for children is open, or was lately.
  public struct Coming: Hashable, Sendable {
    /// The age.
    public var age: Int
    /// The services.
    public var selector: FactSelector
    /// How lately.
    public var within: Window
  }

  /// Referred, assessed, refused, and again.
  public struct Cycles: Hashable, Sendable {
    /// What counts as being turned away.
    public var refusals: [FactSelector]
    /// How many within which time.
    public var atLeast: Int
    /// The time.
    public var within: Window
    /// The kind of a referral, of which two within a time are as telling.
    public var referral: Int
    /// How many referrals.
    public var referrals: Int
    /// Within which time, for referrals and for refusals by different agencies.
    public var referralsWithin: Window
    /// How many agencies.
    public var agencies: Int
  }

  /// So many professionals, or so many agencies, within a window.
  public struct Load: Hashable, Sendable {
    /// Different professionals.
    public var professionals: Int
    /// Different agencies, those that everybody meets left out.
    public var agencies: Int
    /// Within which time.
    public var within: Window
  }

  /// A share of what was booked that was missed.
  public struct Missed: Hashable, Sendable {
    /// In percent.
    public var percent: Int
    /// How many have to have been booked.
    public var booked: Int
  }

  /// Events.
  case events(Events)
  /// A share of sessions, or of the rent.
  case rate(Rate)
  /// So many sessions in a short time.
  case amount(Amount)
  /// Arrears that grow.
  case growth(Growth)
  /// Something due.
  case overdue(Overdue)
  /// A list on which someone is not.
  case unregistered(Unregistered)
  /// A new home.
  case arrival(Arrival)
  /// An age reached.
  case coming(Coming)
  /// A birth to a mother under the age.
  case birth(motherUnder: Int)
  /// A revolving door.
  case cycles(Cycles)
  /// Too many.
  case load(Load)
  /// So many agencies active and no lead professional.
  case uncoordinated(agencies: Int)
  /// Appointments that are not kept.
  case missed(Missed)
  /// A parent or partner leaves or dies.
  case departure
  /// Nothing delivered could tell, for the reason given.
  case untold(String)
}
