/// The programme of a run in numbers, for reports.
public struct ProgrammeSummary: Hashable, Sendable {
  /// Families at each step, of a year or of an area in it.
  public struct Step: Hashable, Sendable {
    /// The year, as in `2013/14`.
    public var year: String
    /// The area; empty for all.
    public var area: String
    /// How many families were agreed; nil where nothing was.
    public var target: Int?
    /// Of them, how many should have been worked with within the year.
    public var aim: Int?
    /// Families put forward.
    public var identified: Int
    /// Of them, those that somebody confirmed.
    public var confirmed: Int
    /// Of them, those that wait for a place.
    public var waiting: Int
    /// Those that are attached.
    public var attached: Int
    /// Of them, those with a plan for the whole family.
    public var planned: Int
    /// Of them, those that are worked with.
    public var worked: Int
    /// Of them, those that reached a result.
    public var achieved: Int
    /// Families that declined or moved out.
    public var lost: Int
  }

  /// A family and where it stands.
  public struct Member: Hashable, Sendable {
    /// The family.
    public var family: Int64
    /// Where it stands.
    public var standing: String
    /// Its ward and district; nil where they are not known.
    public var ward: String?
    /// Its district.
    public var district: String?
    /// The agency that leads; nil where none does.
    public var leadAgency: String?
    /// Whether a professional is named.
    public var hasProfessional: Bool
    /// When it was attached.
    public var attached: String?
    /// When its plan was made.
    public var planned: String?
    /// Whether it reached a result.
    public var hasResult: Bool
    /// Whether it is in the programme or put forward for it.
    public var isCohort: Bool
  }

  /// Claims of one status, of a year, an area and an agency.
  public struct Claim: Hashable, Sendable {
    /// The status.
    public var status: String
    /// The year of attachment.
    public var year: String
    /// The area.
    public var area: String
    /// The agency that leads.
    public var agency: String
    /// The scheme.
    public var scheme: String
    /// What is claimed, in pence.
    public var pence: Int
    /// What was paid, in pence.
    public var paid: Int
    /// Whether later data says something else.
    public var isChanged: Bool
  }

  /// What could be claimed in a coming window of a scheme.
  public struct Prospect: Hashable, Sendable {
    /// The scheme.
    public var scheme: String
    /// The window.
    public var window: String
    /// Families.
    public var families: Int
    /// Those of them for which nothing is missing.
    public var complete: Int
    /// What all would bring, in pence.
    public var pence: Int
  }

  /// What keeps families from being claimed.
  public struct Gap: Hashable, Sendable {
    /// What is missing, by its code.
    public var code: String
    /// Who can help.
    public var chase: String
    /// Families.
    public var families: Int
  }

  /// What is different since the run before.
  public struct Change: Hashable, Sendable {
    /// What happened.
    public var what: String
    /// Where families stood.
    public var before: String?
    /// Where they stand.
    public var after: String?
    /// How many.
    public var families: Int
  }

  /// The steps: whole years, then areas.
  public var steps: [Step]
  /// The families.
  public var members: [Member]
  /// The claims.
  public var claims: [Claim]
  /// What could be claimed.
  public var prospects: [Prospect]
  /// What is missing.
  public var gaps: [Gap]
  /// What is different.
  public var changes: [Change]
}
