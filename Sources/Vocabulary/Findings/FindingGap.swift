/// Something that would have to be known for a finding to be settled.
public struct FindingGap: Hashable, Sendable {
  /// Why something is not known.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A source has not delivered these days.
    case notDelivered = "not-delivered"
    /// No source of the council tells of this kind of fact.
    case noSource = "no-source"
    /// It is not known at which school, practice or other unit the person was, so silence says nothing.
    case unitUnknown = "unit-unknown"
    /// A fact's date is too vague to say whether it counts.
    case dateTooVague = "date-too-vague"
    /// The person's birth date is missing or too vague.
    case ageUnknown = "age-unknown"
    /// A fact lacks the detail that decides.
    case detailMissing = "detail-missing"
    /// There are fewer sessions or events than a share is worked out from.
    case tooFew = "too-few"
    /// The source answered that it could not say.
    case sourceCannotSay = "source-cannot-say"
    /// Something points to it, and nothing proves it.
    case notProven = "not-proven"
    /// The calendar lacks the terms.
    case noTerms = "no-terms"
    /// The date from which the family is worked with is not known.
    case startUnknown = "start-unknown"
    /// Nobody has ruled yet.
    case awaitsDecision = "awaits-decision"
    /// No kind of fact says it.
    case notComputable = "not-computable"
  }

  /// Why it is not known.
  public var reason: Reason
  /// The kind of fact, by its place in the vocabulary, where one is concerned.
  public var kind: UInt16?
  /// The source's number in the run, where one is concerned.
  public var source: UInt16?
  /// The school or other unit, by its number in ``CaseFile/words``.
  public var unit: Int32?
  /// The days that are missing, or that are asked about.
  public var days: DayInterval?
  /// The person, by the place in ``CaseFile/people``.
  public var person: Int32?
  /// The fact that is too vague, by its place in ``CaseFile/facts``.
  public var fact: Int32?

  /// States what is missing.
  public init(
    _ reason: Reason, kind: UInt16? = nil, source: UInt16? = nil, unit: Int32? = nil,
    days: DayInterval? = nil, person: Int32? = nil, fact: Int32? = nil
  ) {
    self.reason = reason
    self.kind = kind
    self.source = source
    self.unit = unit
    self.days = days
    self.person = person
    self.fact = fact
  }
}
