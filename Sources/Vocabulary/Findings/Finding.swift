/// What one criterion of a pack comes to for one family at a date, with how far it is from its threshold.
public struct Finding: Hashable, Sendable {
  /// The criterion, by its place in the pack.
  public var criterion: Int32
  /// The family, by its place in ``CaseFile/families``.
  public var family: Int32
  /// The date for which it was asked.
  public var date: Day
  /// What came out.
  public var state: FindingState
  /// How many there are of what the criterion counts: events, sessions, criteria.
  public var part: Int32
  /// Of how many, where it is a share; else 0.
  public var whole: Int32
  /// How many it takes; for a share, of this whole.
  public var needed: Int32
  /// The person about whom it is, by the place in ``CaseFile/people``, where it is about one.
  public var person: Int32?
  /// The facts that decided it or leave it open, by their places in ``Findings/evidence``.
  public var evidence: Range<Int32>
  /// What was missing, by the places in ``Findings/gaps``.
  public var gaps: Range<Int32>

  /// States a finding.
  public init(
    criterion: Int32, family: Int32, date: Day, state: FindingState, part: Int32 = 0,
    whole: Int32 = 0, needed: Int32 = 0, person: Int32? = nil, evidence: Range<Int32> = 0..<0,
    gaps: Range<Int32> = 0..<0
  ) {
    self.criterion = criterion
    self.family = family
    self.date = date
    self.state = state
    self.part = part
    self.whole = whole
    self.needed = needed
    self.person = person
    self.evidence = evidence
    self.gaps = gaps
  }
}

/// A fact that a finding rests on.
public struct FindingEvidence: Hashable, Sendable {
  /// The fact, by its place in ``CaseFile/facts``.
  public var fact: Int32
  /// Whether it certainly counts; else it may count, and that leaves the finding open.
  public var isCertain: Bool

  /// Points at a fact.
  public init(fact: Int32, isCertain: Bool) {
    self.fact = fact
    self.isCertain = isCertain
  }
}

/// The findings of one pack for the families of one case file.
public struct Findings: Hashable, Sendable {
  /// The findings, in the order of families and, within each, of the pack's criteria.
  public var findings: [Finding] = []
  /// The facts they rest on.
  public var evidence: [FindingEvidence] = []
  /// What was missing.
  public var gaps: [FindingGap] = []

  /// No findings yet.
  public init() {}

  /// The findings about the family at the place in the case file.
  public func findings(ofFamily family: Int) -> ArraySlice<Finding> {
    let start = findings.partitioningIndex { Int($0.family) >= family }
    return findings[start...].prefix { Int($0.family) == family }
  }

  /// The facts that the finding rests on.
  public func evidence(of finding: Finding) -> ArraySlice<FindingEvidence> {
    evidence[Int(finding.evidence.lowerBound)..<Int(finding.evidence.upperBound)]
  }

  /// What the finding lacks.
  public func gaps(of finding: Finding) -> ArraySlice<FindingGap> {
    gaps[Int(finding.gaps.lowerBound)..<Int(finding.gaps.upperBound)]
  }
}
