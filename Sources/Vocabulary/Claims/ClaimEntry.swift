/// Names one claim for good: numbers are given in turn and never again.
public struct ClaimID: Hashable, Sendable, Comparable {
  /// The number, from 1.
  public let number: Int

  /// Wraps a number from the ledger.
  public init(_ number: Int) {
    self.number = number
  }

  /// The claim as in `C00042`.
  public var text: String {
    let digits = String(number)
    return "C" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// Reads `C00042`, or the number alone.
  public init?(_ text: String) {
    let digits = text.utf8.first == 0x43 || text.utf8.first == 0x63 ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number > 0
    else { return nil }
    self.number = number
  }

  /// Orders claims by when they were begun.
  public static func < (left: ClaimID, right: ClaimID) -> Bool { left.number < right.number }
}

/// The part in which somebody acts on a claim.
public enum ClaimRole: String, Hashable, Sendable, CaseIterable {
  /// Prepares claims and decides links.
  case analyst
  /// Answers for the programme.
  case manager
  /// Checks claims for internal audit.
  case auditor
  /// The nightly run, which can only note that evidence changed.
  case run
}

/// Something that was done to a claim, as it stands in the ledger.
public struct ClaimEntry: Hashable, Sendable {
  /// The claim.
  public var claim: ClaimID
  /// When.
  public var on: Day
  /// Who did it.
  public var by: String
  /// In which part.
  public var role: ClaimRole
  /// What was done.
  public var event: ClaimEvent

  /// States an entry.
  public init(claim: ClaimID, on: Day, by: String, role: ClaimRole, event: ClaimEvent) {
    self.claim = claim
    self.on = on
    self.by = by
    self.role = role
    self.event = event
  }
}

/// What can be done to a claim.
public enum ClaimEvent: Hashable, Sendable {
  /// It was begun, or prepared again from newer data before it was locked.
  case prepared(FrozenClaim, window: String)
  /// It was judged complete by someone of the team.
  case completed
  /// It was drawn into a sample of its window.
  case sampled(sample: String)
  /// Internal audit looked at it, or accepted it with the sample of its window.
  case audited(isPassed: Bool, basis: AuditBasis, reason: String)
  /// One of the two signatures.
  case signed
  /// It was submitted, and is locked from here on.
  case submitted
  /// It was paid.
  case paid(Pence)
  /// It was turned down.
  case rejected(reason: String)
  /// A new version takes the place of the submitted one once it is submitted itself.
  case amended(FrozenClaim, window: String, reason: String)
  /// It was taken back, with the amount to be given back.
  case withdrawn(reason: String, Pence)
  /// A run found that today's evidence differs from what was frozen.
  case evidenceChanged(run: String, words: [String])
  /// It was made elsewhere or before: another authority, an earlier phase.
  case imported(FrozenClaim, origin: String)
}

/// By what a claim counts as audited.
public enum AuditBasis: Hashable, Sendable {
  /// Somebody looked at this claim.
  case itself
  /// It was not drawn, and its window's sample held.
  case sample(String)
}
