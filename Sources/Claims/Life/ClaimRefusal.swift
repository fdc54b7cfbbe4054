/// Why something may not be done to a claim, in words for who tried.
public struct ClaimRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// A short name for counting and tests.
  public var code: Code
  /// What is wrong and what to do, naming no person.
  public var words: String

  /// The reasons.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no claim of the number.
    case unknown
    /// What was asked does not follow on where the claim stands.
    case order
    /// It is locked.
    case locked
    /// The family or somebody in it is claimed already.
    case claimedAlready = "claimed-already"
    /// Something is missing.
    case gaps
    /// Only another part may do that.
    case role
    /// Two different people are needed, or somebody independent.
    case samePerson = "same-person"
    /// The audit has not looked at it.
    case notAudited = "not-audited"
    /// The sample's errors are more than the scheme tolerates.
    case sampleFailed = "sample-failed"
    /// The window is not open, or is another scheme's.
    case window
    /// Evidence came after the day of submission.
    case lateEvidence = "late-evidence"
    /// The evidence is of a day after the submission, or of one too long before it.
    case evidenceDay = "evidence-day"
    /// There are more claims than usual and nobody explained it.
    case volume
    /// The amount is not what it should be.
    case amount
  }

  /// Refuses.
  public init(_ code: Code, _ words: String) {
    self.code = code
    self.words = words
  }

  /// The words.
  public var description: String { words }
}
