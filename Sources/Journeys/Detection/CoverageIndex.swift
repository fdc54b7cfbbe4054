import Vocabulary

/// For which days each kind of fact was delivered whole, over all sources.
struct CoverageIndex {
  /// What was delivered, for each kind by its place in the vocabulary; in the order of days, joined where they touch.
  private var days: [[DayInterval]]
  /// Whether anything of the kind was delivered, for some school or for all.
  private var isFed: [Bool]
  /// The first day for which anything was delivered.
  private(set) var firstDay: Day?

  init(_ coverage: [CaseCoverage], kinds: Int) {
    days = Array(repeating: [], count: kinds)
    isFed = Array(repeating: false, count: kinds)
    for cover in coverage where Int(cover.kind) < kinds {
      isFed[Int(cover.kind)] = true
      firstDay = min(firstDay ?? cover.days.first, cover.days.first)
      // One school's return says nothing of the children elsewhere.
      if cover.unit == nil { days[Int(cover.kind)].append(cover.days) }
    }
    for kind in days.indices { days[kind] = Self.joined(days[kind]) }
  }

  private static func joined(_ days: [DayInterval]) -> [DayInterval] {
    var joined: [DayInterval] = []
    let ordered = days.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    for next in ordered {
      guard let last = joined.last, last.touches(next) else {
        joined.append(next)
        continue
      }
      let both = DayInterval(first: last.first, last: max(last.last, next.last))
      if let both { joined[joined.count - 1] = both }
    }
    return joined
  }

  /// Whether any source delivered the kind at all.
  func hasFeed(of kind: Int) -> Bool { isFed[kind] }

  /// Whether the kind was delivered whole for all of the days.
  func covers(_ kind: Int, _ wanted: DayInterval) -> Bool {
    days[kind].contains { $0.contains(wanted) }
  }

  /// The days on which what was delivered of the kind begins, or is over.
  func turns(of kind: Int) -> [Int32] {
    days[kind].flatMap { [$0.first.daysSince1970, $0.last.daysSince1970 &+ 1] }
  }

  /// The first day for which the kind was delivered.
  func start(of kind: Int) -> Day? { days[kind].first?.first }
}
