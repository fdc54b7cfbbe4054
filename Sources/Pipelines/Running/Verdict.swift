public import Store

/// What the findings about extracts mean for publishing.
public enum Verdict: Equatable, Sendable {
  /// Nothing forbids it.
  case sound
  /// A contract or a check was broken.
  case refused
  /// A required extract is missing or too old, and nothing else is wrong.
  case extractMissing

  /// Judges findings; only errors count.
  public init(_ findings: [FindingRow]) {
    let errors = findings.filter { $0.severity == "error" }
    if errors.isEmpty {
      self = .sound
    } else if errors.allSatisfy({ $0.code == "stale" || $0.code == "missing-extract" }) {
      self = .extractMissing
    } else {
      self = .refused
    }
  }
}
