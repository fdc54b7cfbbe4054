public import Vocabulary

extension CriteriaPack {
  /// Whether a family that meets some of the criteria is in by a local concern alone, and by which.
  ///
  /// A criterion that can be decided by name is local. Where the others that are met do not make a family eligible and one
  /// that is local would, a local concern is asked for.
  public func discretion(met: [String]) -> EligibilitySnapshot.Discretion {
    let local = Set(criteria.filter { Self.isDecided($0.rule) }.map(\.name))
    let national = Set(met).subtracting(local)
    guard !isEligible(national), isEligible(national.union(local)) else { return .notAsked }
    return met.first(where: local.contains).map { .found($0) } ?? .missing
  }

  private func isEligible(_ met: Set<String>) -> Bool {
    criteria.first { $0.name == eligibility }.map { holds($0.rule, met) } ?? false
  }

  /// Whether a rule holds by the criteria that are met and nothing else.
  private func holds(_ rule: Rule, _ met: Set<String>) -> Bool {
    switch rule {
    case .criterion(let name):
      met.contains(name) || criteria.first { $0.name == name }.map { holds($0.rule, met) } ?? false
    case .atLeast(let least, let rules): rules.count { holds($0, met) } >= least
    case .allRelevant(let rules): !rules.isEmpty && rules.allSatisfy { holds($0, met) }
    case .not, .perhaps, .some, .every, .facts, .latest, .measure, .share, .fall, .spell,
      .unanswered, .member, .covered, .decision, .notComputable:
      false
    }
  }

  private static func isDecided(_ rule: Rule) -> Bool {
    switch rule {
    case .decision: true
    case .atLeast(_, let rules), .allRelevant(let rules): rules.contains(where: isDecided)
    default: false
    }
  }
}
