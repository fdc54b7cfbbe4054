public import Vocabulary

/// What the reading of every extract of a run shares.
public struct IntakeContext: Sendable {
  /// The day for which the run is made.
  public var asOf: Day
  /// The council whose school terms hold where a school has none of its own.
  public var authority: LocalAuthorityCode?
  /// The school terms.
  public var calendar: TermCalendar
  /// Postcodes that stand for «not known», the council's own offices among them.
  public var pseudoPostcodes: PseudoPostcodes
  /// Whom nothing may be kept about.
  public var suppressed: SuppressionList
  /// Which addresses are withheld.
  public var protected: ProtectedAddresses
  /// The key for hashes of professionals' names.
  public var professionalKey: UInt64

  /// Gathers what a run's intake needs.
  public init(
    asOf: Day, authority: LocalAuthorityCode? = nil, calendar: TermCalendar,
    pseudoPostcodes: PseudoPostcodes = .standard,
    suppressed: SuppressionList = SuppressionList(),
    protected: ProtectedAddresses = ProtectedAddresses(), professionalKey: UInt64 = 0
  ) {
    self.asOf = asOf
    self.authority = authority
    self.calendar = calendar
    self.pseudoPostcodes = pseudoPostcodes
    self.suppressed = suppressed
    self.protected = protected
    self.professionalKey = professionalKey
  }

  /// The days of a term as a cell names it, by the school's own calendar where it has one.
  func days(ofTerm name: Span<UInt8>, school: Span<UInt8>?) -> DayInterval? {
    guard let term = AcademicTerm(name), let authority else { return nil }
    guard let school else { return calendar.days(of: term, authority: authority) }
    return calendar.days(of: term, authority: authority, school: Self.school(school))
  }

  private static func school(_ number: Span<UInt8>) -> TermCalendar.School? {
    if let estab = try? LAEstab(number) { return .laEstab(estab) }
    return (try? URN(number)).map { .urn($0) }
  }

  /// A hash by which the same professional is known again, and nobody is named.
  func keyed(_ name: Span<UInt8>) -> UInt64 {
    var bytes: [UInt8] = []
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: professionalKey >> UInt64(shift)))
    }
    for index in 0..<name.count { bytes.append(ASCII.lowercased(name[index])) }
    let hash = StableHash.sipHash(bytes.span)
    return hash == 0 ? 1 : hash
  }
}
