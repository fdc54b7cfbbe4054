public import Vocabulary

/// What a council has agreed to: how many families in which year and area, who looks after them, and what it can offer.
public struct Programme: Hashable, Sendable {
  /// What people call it.
  public var title: String
  /// How many families in all years.
  public var families: Int
  /// How many families in each year.
  public var targets: [Target]
  /// The areas with their coordination groups.
  public var areas: [Area]
  /// The agencies that can lead, and what each may be told.
  public var partners: [Partner]
  /// Intensive services with so many places.
  public var services: [Service]
  /// The reasons for which work is closed.
  public var closingReasons: [String]
  /// What counts how much when families wait for a place.
  public var priority: [PriorityWeight]
  /// The criteria packs by which a run puts families forward, while they are in force.
  public var identifiedBy: [String] = []
  /// How many families are expected to reach results; nil where nobody stated any.
  public var forecast: ForecastShares?
  /// Who may act as what, by role: where a role is not there, anybody may.
  public var roles: [String: [String]]

  /// How many families are to be worked with in a year.
  public struct Target: Hashable, Sendable {
    /// The year.
    public var year: FinancialYear
    /// How many; nil where only an aim is stated.
    public var families: Int?
    /// The percentage of them that is aimed at within the year.
    public var aimPercent: Int
    /// How many in each area, where that is agreed.
    public var byArea: [String: Int]
  }

  /// A part of the council with its local coordination group.
  public struct Area: Hashable, Sendable {
    /// Its name, which is its district's.
    public var name: String
    /// What its group is called.
    public var group: String
    /// Other names by which addresses say that they are in it.
    public var towns: [String]
  }

  /// An agency that leads families or is told of them.
  public struct Partner: Hashable, Sendable {
    /// The agency, as the vocabulary calls it.
    public var agency: String
    /// The purposes that its agreement allows.
    public var purposes: [String]
    /// The sensitivities of other agencies' facts that it may see; never benefit.
    public var sees: [Sensitivity]
  }

  /// A service for few families.
  public struct Service: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What people call it.
    public var title: String
    /// How many families it takes at a time.
    public var places: Int
    /// How many over its whole time, where that is agreed.
    public var total: Int?
  }

  /// How much one sign of need counts.
  public struct PriorityWeight: Hashable, Sendable {
    /// A criterion, or one of `days-waiting`, `days-since-concern`, `children`, `agencies`.
    public var sign: String
    /// The points for a criterion that is met, or for each so many.
    public var points: Int
    /// For how many one gets the points; 1 for a criterion.
    public var each: Int
  }

  /// A programme without targets, for councils that only keep lives.
  public static let open = Programme(
    title: "", families: 0, targets: [], areas: [], partners: [], services: [], closingReasons: [],
    priority: [], roles: [:])

  /// The agencies that can lead.
  public var agencies: [String] { partners.map(\.agency) }

  /// The target of a year.
  public func target(in year: FinancialYear) -> Target? { targets.first { $0.year == year } }

  /// How many families are aimed at in a year: the percentage of its number, rounded up.
  public func aim(in year: FinancialYear) -> Int? {
    target(in: year).flatMap { target in
      target.families.map { ($0 * target.aimPercent + 99) / 100 }
    }
  }
}
