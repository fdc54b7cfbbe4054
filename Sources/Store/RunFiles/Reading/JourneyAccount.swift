/// A family's journey with everything that explains it, as the run file tells it.
public struct JourneyAccount: Sendable {
  /// A date as the first and the last day that it may be.
  public struct Span: Hashable, Sendable {
    /// The first day.
    public var from: String
    /// The last day.
    public var to: String
  }

  /// A sign of need.
  public struct Sign: Hashable, Sendable {
    /// Its short name.
    public var name: String
    /// What it is called.
    public var title: String
    /// Whom it is about.
    public var person: Int64?
    /// When it was.
    public var date: Span
    /// What it weighs.
    public var weight: Int
    /// Whether it is certain.
    public var isCertain: Bool
    /// How carefully the rows that show it are to be handled, as `FactKind` has it, each word once; empty where no row does,
    /// or where an older program did not note which.
    public var sensitivities: [String]
  }

  /// An opportunity that was missed.
  public struct Missed: Hashable, Sendable {
    /// When it was.
    public var date: Span
    /// What the agency is called.
    public var agency: String
    /// `outcome` or `no-plan`.
    public var reason: String
    /// The signs that the agency knew.
    public var known: String
    /// The signs that only others knew.
    public var elsewhere: String
    /// From it to the threshold, in days.
    public var lost: (least: Int, most: Int)? {
      lostLeast.flatMap { least in lostMost.map { (least, $0) } }
    }
    var lostLeast: Int?
    var lostMost: Int?
    /// What was spent afterwards, in pence.
    public var penceAfter: Int?
  }

  /// A line of the timeline.
  public struct Entry: Hashable, Sendable {
    /// Whom it is about.
    public var person: Int64?
    /// What the agency is called.
    public var agency: String
    /// What it is.
    public var title: String
    /// When it was or began, as exact as it was told.
    public var starts: String
    /// When it ended.
    public var ends: String?
    /// The signs that it shows.
    public var signs: String
    /// What it cost, in pence.
    public var pence: Int?
    /// The agency's word.
    public var agencyName: String
    /// How carefully it is to be handled, as `FactKind` has it.
    public var sensitivity: String
    /// The file of the row, and its line.
    public var place: String
  }

  /// What an agency had to do with the family.
  public struct Service: Hashable, Sendable {
    /// What the agency is called.
    public var agency: String
    /// Counts: contacts, missed, assessments, plans, open days, professionals, services.
    public var counts: [Int]
  }

  /// A line of the costs.
  public struct Cost: Hashable, Sendable {
    /// What the agency is called.
    public var agency: String
    /// `reactive` or `preventive`.
    public var stance: String
    /// In which part of the journey.
    public var stage: String
    /// How much, in pence.
    public var pence: Int
    /// For how many events.
    public var events: Int
  }

  /// The columns of the table `journey`, by name; dates and words as text.
  public var values: [String: String]
  /// The signs in the order of their dates.
  public var signs: [Sign]
  /// Dates that were reached: title and date.
  public var thresholds: [(title: String, date: Span)]
  /// What was missed.
  public var missed: [Missed]
  /// The timeline.
  public var entries: [Entry]
  /// The agencies.
  public var services: [Service]
  /// The costs.
  public var costs: [Cost]
  /// What was not costed: what it is called, and how many there are.
  public var notCosted: [(title: String, facts: Int)]
  /// Signs of which nobody can tell, and why: names by reason.
  public var untold: [(name: String, reason: String)]
  /// Visits that are due: arrival, due, made, missing.
  public var visits: [(arrival: Span, due: String, made: String, missing: String)]
  /// From which day agencies' data tell anything.
  public var observed: [(agency: String, since: String?)]
  /// By what the journey was followed.
  public var basis: [String: String]
}

extension JourneyAccount {
  /// Whether every row that shows a sign up to a day is ordinary, and there is one: a date that rests on others tells of
  /// them.
  public func isOrdinary(until day: String) -> Bool {
    let shown = entries.filter { !$0.signs.isEmpty && $0.starts <= day }
    return !shown.isEmpty && shown.allSatisfy { $0.sensitivity == "ordinary" }
  }

  /// Whether every row of the timeline is ordinary, so that what sums it up may be told to everybody.
  public var hasOrdinaryRowsAlone: Bool {
    entries.allSatisfy { $0.sensitivity == "ordinary" }
  }
}
