public import Vocabulary

/// How fresh a series is on the day of the run.
public enum DeliveryFreshness: String, Hashable, Sendable, CaseIterable {
  /// The newest extract is as new as it should be.
  case fresh
  /// A person should ask for a newer one.
  case warn
  /// So old that nothing may be published from it.
  case stale
  /// There is none at all.
  case missing
  /// There is none, and none is required.
  case notDue = "not-due"

  /// Judges a series by its newest extract.
  public init(newest: Day?, contract: FileContract, asOf: Day) {
    guard let newest else {
      self = contract.isRequired ? .missing : .notDue
      return
    }
    if let errorAfter = contract.errorAfter, asOf > errorAfter.end(from: newest) {
      self = .stale
    } else if let warnAfter = contract.warnAfter, asOf > warnAfter.end(from: newest) {
      self = .warn
    } else {
      self = .fresh
    }
  }
}
