public import Vocabulary

/// Where a claim stands.
public enum ClaimStatus: String, Hashable, Sendable, CaseIterable {
  /// It is prepared, and something may be missing.
  case draft
  /// Nothing is missing.
  case complete = "evidence-complete"
  /// It was drawn into the audit's sample.
  case inSample = "in-audit-sample"
  /// Internal audit accepts it.
  case audited
  /// Internal audit does not accept it.
  case failed = "audit-failed"
  /// A manager and an auditor signed it.
  case signedOff = "signed-off"
  /// It was submitted and waits for an answer; it is locked.
  case submitted
  /// It was paid.
  case paid
  /// It was turned down.
  case rejected
  /// It was taken back.
  case withdrawn
}

/// A claim with everything that was done to it.
public struct ClaimState: Hashable, Sendable {
  /// Which claim.
  public var id: ClaimID
  /// Where it stands.
  public var status: ClaimStatus
  /// The version in hand: what will be, or was last, submitted.
  public var current: FrozenClaim
  /// The window of the version in hand.
  public var window: String
  /// The versions that were submitted, the first one first; each is locked for good.
  public var submitted: [Submission] = []
  /// By what the version in hand was audited.
  public var basis: AuditBasis?
  /// Who audited the version in hand.
  public var auditor: String?
  /// When the version in hand was audited.
  public var auditedOn: Day?
  /// Who signed the version in hand.
  public var signatures: [Signature] = []
  /// The samples of its window that the version in hand was drawn into.
  public var samples: [String] = []
  /// Whether the version in hand takes the place of one that did not pass its audit: it has to be audited itself.
  public var hasFailed = false
  /// What audits found of its versions: nothing done later undoes what a sample has shown.
  public var findings: [Finding] = []
  /// What was paid so far, less what was given back.
  public var paid: Pence = .zero
  /// Why it was rejected, withdrawn or amended last.
  public var reason: String = ""
  /// What later runs found changed since it was locked.
  public var changes: [String] = []
  /// Where it was made, when elsewhere; empty where it is ours.
  public var origin: String = ""

  /// A version that was submitted.
  public struct Submission: Hashable, Sendable {
    /// What was claimed.
    public var claim: FrozenClaim
    /// In which window.
    public var window: String
    /// On which day.
    public var on: Day
    /// By what it was audited.
    public var basis: AuditBasis?
    /// Who audited it.
    public var auditor: String?
    /// When it was audited.
    public var auditedOn: Day?
    /// Who signed it.
    public var signatures: [Signature]
    /// The samples of its window that it was drawn into.
    public var samples: [String]
    /// Whether it took the place of one that did not pass its audit.
    public var hasFailed: Bool
    /// Whether it was turned down.
    public var isRejected = false
  }

  /// What an audit found of a version that somebody looked at.
  public struct Finding: Hashable, Sendable {
    /// In which window.
    public var window: String
    /// Under which scheme.
    public var scheme: String
    /// The window's samples that the version had been drawn into.
    public var samples: [String]
    /// Whether it passed; false for good where a version did not.
    public var isPassed: Bool
  }

  /// A signature.
  public struct Signature: Hashable, Sendable {
    /// Whose.
    public var by: String
    /// In which part.
    public var role: ClaimRole
    /// When.
    public var on: Day
  }

  init(id: ClaimID, status: ClaimStatus, current: FrozenClaim, window: String) {
    self.id = id
    self.status = status
    self.current = current
    self.window = window
  }

  /// Whether a version is submitted and neither rejected nor withdrawn: it takes its family's and people's place.
  public var occupies: Bool {
    status != .rejected && status != .withdrawn && (!submitted.isEmpty || !origin.isEmpty)
  }

  /// Whether it is being worked on, so that a second one for the same people would be a mistake.
  public var isLive: Bool { status != .rejected && status != .withdrawn }

  /// Whether a version was submitted that an amendment waits to take the place of.
  public var isAmending: Bool {
    !submitted.isEmpty && status != .submitted && status != .paid && isLive
  }

  /// The samples of a window under a scheme that it was drawn into, now or in a version that was looked at there.
  public func samples(of window: String, _ scheme: String) -> [String] {
    if self.window == window, current.scheme == scheme, !samples.isEmpty { return samples }
    return finding(in: window, scheme)?.samples ?? []
  }

  /// What the audit of a window under a scheme found of it.
  func finding(in window: String, _ scheme: String) -> Finding? {
    findings.first { $0.window == window && $0.scheme == scheme }
  }

  /// Forgets what was audited and signed of the version before the one in hand, and drawn into samples elsewhere.
  mutating func beginAudit(afterFailure: Bool) {
    (basis, auditor, auditedOn, signatures, hasFailed) = (nil, nil, nil, [], afterFailure)
    samples = afterFailure ? finding(in: window, current.scheme)?.samples ?? [] : []
  }

  /// Notes what somebody found who looked at the version in hand.
  mutating func note(isPassed: Bool) {
    if !isPassed { hasFailed = true }
    let before = finding(in: window, current.scheme)
    findings.removeAll { $0.window == window && $0.scheme == current.scheme }
    findings.append(
      Finding(
        window: window, scheme: current.scheme,
        samples: samples.isEmpty ? before?.samples ?? [] : samples,
        isPassed: isPassed && before?.isPassed != false))
  }

  /// The version that counts as claimed: the last one submitted that was not turned down.
  public var locked: FrozenClaim? {
    submitted.last { !$0.isRejected }?.claim ?? (origin.isEmpty ? nil : current)
  }

  /// The claim with the version in hand that counts as claimed, in its own window and with its own audit; nil where none
  /// counts, or none that was submitted here.
  public var standing: ClaimState? {
    guard occupies, let place = submitted.lastIndex(where: { !$0.isRejected }) else { return nil }
    var standing = self
    standing.takeUp(submitted[place])
    standing.submitted.removeSubrange((place + 1)...)
    if isAmending { standing.status = paid == .zero ? .submitted : .paid }
    return standing
  }

  /// Notes that the version in hand is submitted, with all that was done to it before.
  mutating func lock(on day: Day) {
    submitted.append(
      Submission(
        claim: current, window: window, on: day, basis: basis, auditor: auditor,
        auditedOn: auditedOn, signatures: signatures, samples: samples, hasFailed: hasFailed))
  }

  /// Puts a submitted version in hand again as it was when it was locked.
  mutating func takeUp(_ submission: Submission) {
    (current, window) = (submission.claim, submission.window)
    (basis, auditor, auditedOn) = (submission.basis, submission.auditor, submission.auditedOn)
    (signatures, samples) = (submission.signatures, submission.samples)
    hasFailed = submission.hasFailed
  }
}
