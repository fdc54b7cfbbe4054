/// When terms start and end, for a local authority and for schools that keep dates of their own.
public struct TermCalendar: Sendable, Hashable {
  /// A school as a calendar names it.
  public enum School: Sendable, Hashable {
    /// By its unique reference number.
    case urn(URN)
    /// By its authority and number.
    case laEstab(LAEstab)
  }

  /// One line of a calendar file.
  public struct Row: Sendable, Hashable {
    /// The local authority whose schools keep the dates.
    public let authority: LocalAuthorityCode
    /// The one school that does, or nothing for all that have no row of their own.
    public let school: School?
    /// Which term it is.
    public let term: AcademicTerm
    /// Its first and last day.
    public let days: DayInterval

    /// One line of a calendar file.
    public init(
      authority: LocalAuthorityCode, school: School?, term: AcademicTerm, days: DayInterval
    ) {
      self.authority = authority
      self.school = school
      self.term = term
      self.days = days
    }
  }

  /// What is wrong with a calendar, by the places of its rows from 0.
  public enum Problem: Error, Sendable, Hashable {
    /// The row states a term that an earlier row of the same school or authority states.
    case repeated(row: Int)
    /// The row's days do not come after those of the term before it.
    case outOfOrder(row: Int)
  }

  /// Whose dates they are: all schools of an authority, or one of them.
  private struct Keeper: Sendable, Hashable {
    let authority: LocalAuthorityCode
    let school: School?
  }

  private let rows: [Keeper: [AcademicTerm: DayInterval]]

  /// A calendar of rows in any order.
  public init(_ rows: [Row]) throws(Problem) {
    var byKeeper: [Keeper: [AcademicTerm: DayInterval]] = [:]
    for (index, row) in rows.enumerated() {
      let keeper = Keeper(authority: row.authority, school: row.school)
      if byKeeper[keeper, default: [:]].updateValue(row.days, forKey: row.term) != nil {
        throw .repeated(row: index)
      }
    }
    for (index, row) in rows.enumerated() {
      let own = byKeeper[Keeper(authority: row.authority, school: row.school)] ?? [:]
      let isAfterAll = own.allSatisfy { $0.key >= row.term || $0.value.last < row.days.first }
      guard isAfterAll else { throw .outOfOrder(row: index) }
    }
    self.rows = byKeeper
  }

  /// Whether there is any term of an authority.
  public func knows(_ authority: LocalAuthorityCode) -> Bool {
    rows.keys.contains { $0.authority == authority }
  }

  /// The days of the term: the school's own, else those of its local authority.
  public func days(
    of term: AcademicTerm, authority: LocalAuthorityCode, school: School? = nil
  ) -> DayInterval? {
    if let school, let own = rows[Keeper(authority: authority, school: school)]?[term] {
      return own
    }
    return rows[Keeper(authority: authority, school: nil)]?[term]
  }
}
