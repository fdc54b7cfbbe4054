import Vocabulary

extension ClaimCase {
  /// Whether sources told everything of a kind for all the days, so that silence means that nothing happened.
  ///
  /// A source that tells of single schools counts for the schools asked about, each of which has to be covered.
  func isCovered(_ kind: UInt16, over days: DayInterval, units: [Int32] = []) -> Bool {
    let told = file.coverage.filter { $0.kind == kind && $0.days.intersects(days) }
    let general = told.filter { $0.unit == nil }.map(\.days)
    if Self.fill(general, days) { return true }
    guard !units.isEmpty else { return false }
    return units.allSatisfy { unit in
      Self.fill(general + told.filter { $0.unit == unit }.map(\.days), days)
    }
  }

  /// The kinds that are not covered, by name.
  func uncovered(_ kinds: [UInt16], over days: DayInterval, units: [Int32] = []) -> [String] {
    kinds.filter { !isCovered($0, over: days, units: units) }.map(name(ofKind:))
  }

  /// Whether intervals together leave no day out.
  static func fill(_ intervals: [DayInterval], _ days: DayInterval) -> Bool {
    var next = days.first
    for interval in intervals.sorted(by: { $0.first < $1.first }) {
      guard interval.first <= next else { return false }
      if interval.last >= days.last { return true }
      next = max(next, interval.last.adding(days: 1))
    }
    return false
  }
}
