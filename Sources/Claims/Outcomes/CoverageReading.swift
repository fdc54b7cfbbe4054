import Vocabulary

extension ClaimCase {
  /// What is missing before silence about a kind may mean that nothing happened: a hole for each source that left one.
  ///
  /// Each source that tells of the kind has to cover all the days by itself, since what one tells another may know nothing
  /// of. A source that tells of single schools counts for the schools asked about, each of which has to be covered.
  func holes(in kind: UInt16, over days: DayInterval, units: [Int32] = []) -> [String] {
    let told = file.coverage.filter { $0.kind == kind && $0.days.intersects(days) }
    let general = told.filter { $0.unit == nil }
    let what = "\(name(ofKind: kind)) from \(days.first.iso) to \(days.last.iso)"
    let sources = sources(of: kind)
    let silent = sources.whole.filter { source in
      !Self.fill(general.filter { $0.source == source }.map(\.days), days)
    }
    var holes = silent.map { source in
      name(ofSource: source).map { "\(what), by '\($0)'" } ?? what
    }
    let isWhole = Self.fill(general.map(\.days), days)
    let isNobody = sources.whole.isEmpty && sources.byUnit.isEmpty
    if isNobody || !sources.byUnit.isEmpty && !isWhole && !isCovered(units, told, days) {
      holes.append(what)
    }
    return holes
  }

  /// The holes of several kinds.
  func holes(in kinds: [UInt16], over days: DayInterval, units: [Int32] = []) -> [String] {
    kinds.flatMap { holes(in: $0, over: days, units: units) }
  }

  /// The last day up to the claim's up to which every source of a kind has told of it.
  func lastTold(_ kind: UInt16) -> Day {
    let told = file.coverage.filter {
      $0.kind == kind && $0.unit == nil && $0.days.first <= asOf
    }
    let sources = sources(of: kind)
    let telling = sources.whole.isEmpty ? sources.byUnit : sources.whole
    let days = telling.map { source in
      told.filter { $0.source == source }.map(\.days.last).max() ?? .earliest
    }
    return min(asOf, days.min() ?? .earliest)
  }

  private func isCovered(
    _ units: [Int32], _ told: [CaseCoverage], _ days: DayInterval
  ) -> Bool {
    !units.isEmpty
      && units.allSatisfy { unit in
        Self.fill(told.filter { $0.unit == nil || $0.unit == unit }.map(\.days), days)
      }
  }

  /// Who tells of a kind, delivered or not: of all of it, and of single schools.
  private func sources(of kind: UInt16) -> (whole: [UInt16], byUnit: [UInt16]) {
    let suppliers = file.suppliers.filter { $0.kind == kind }
    var byUnit = Set(suppliers.filter(\.isByUnit).map(\.source))
    var whole = Set(suppliers.filter { !$0.isByUnit }.map(\.source))
    // Who has told of something tells of it, though nobody said so.
    let told = file.coverage.filter { $0.kind == kind }
    byUnit.formUnion(told.filter { $0.unit != nil }.map(\.source).filter { !whole.contains($0) })
    whole.formUnion(told.map(\.source).filter { !byUnit.contains($0) })
    return (whole.sorted(), byUnit.sorted())
  }

  private func name(ofSource source: UInt16) -> String? {
    context.sources.indices.contains(Int(source)) ? context.sources[Int(source)] : nil
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
