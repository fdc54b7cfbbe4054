/// Whether a family met a pack on the day when it was attached, kept as it was seen then.
///
/// What is learnt later changes later findings and never this, since auditors ask what was known when the family came in.
public struct EligibilitySnapshot: Hashable, Sendable {
  /// The day that the findings are of.
  public var on: Day
  /// The criteria pack: `tf1-2012`.
  public var pack: String
  /// The pack's version.
  public var packVersion: String
  /// The run in which the findings stand.
  public var run: String
  /// Whether the pack as a whole is met.
  public var isEligible: Bool
  /// Whether somebody used the local discretion that the pack asks for, or why none is asked for.
  public var discretion: Discretion
  /// Each criterion's finding.
  public var findings: [FrozenFinding]

  /// What the local part of a pack came to.
  public enum Discretion: Hashable, Sendable {
    /// All national criteria are met, so nothing local is asked.
    case notAsked
    /// A local concern was found, by the name of its criterion.
    case found(String)
    /// A named person decided it.
    case decided(by: String)
    /// It is asked for and not recorded.
    case missing
  }

  /// Freezes findings.
  public init(
    on: Day, pack: String, packVersion: String, run: String, isEligible: Bool,
    discretion: Discretion = .notAsked, findings: [FrozenFinding]
  ) {
    self.on = on
    self.pack = pack
    self.packVersion = packVersion
    self.run = run
    self.isEligible = isEligible
    self.discretion = discretion
    self.findings = findings
  }

  /// The criteria that were met, in their order.
  public var met: [String] { findings.filter { $0.answer == .met }.map(\.criterion) }
}

/// A criterion's finding as it stood on the day.
public struct FrozenFinding: Hashable, Sendable {
  /// The criterion's name in its pack.
  public var criterion: String
  /// What was found.
  public var answer: FindingState
  /// The rows that decided it.
  public var evidence: [EvidenceRow]

  /// Freezes a finding.
  public init(criterion: String, answer: FindingState, evidence: [EvidenceRow] = []) {
    self.criterion = criterion
    self.answer = answer
    self.evidence = evidence
  }
}
