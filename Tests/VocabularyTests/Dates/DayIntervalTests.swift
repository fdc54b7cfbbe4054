import Testing

@testable import Vocabulary

@Suite struct DayIntervalTests {
  /// Every interval within a few days, each beside the set of its days.
  private var all: [(interval: DayInterval, days: Set<Int>)] {
    var all: [(DayInterval, Set<Int>)] = []
    for first in 0..<6 {
      for last in first..<6 {
        let interval = DayInterval(
          unchecked: Day(unchecked: Int32(first)), Day(unchecked: Int32(last)))
        all.append((interval, Set(first...last)))
      }
    }
    return all
  }

  @Test func `agrees with sets of days`() {
    for left in all {
      #expect(left.interval.dayCount == left.days.count)
      for right in all {
        let shared = left.days.intersection(right.days)
        #expect(left.interval.intersects(right.interval) == !shared.isEmpty)
        #expect(left.interval.contains(right.interval) == left.days.isSuperset(of: right.days))
        let overlap = left.interval.overlap(with: right.interval)
        #expect(overlap?.dayCount ?? 0 == shared.count)
        #expect(overlap.map { Int($0.first.daysSince1970) } == shared.min())
        let grown = left.days.union(left.days.map { $0 + 1 }).union(left.days.map { $0 - 1 })
        #expect(left.interval.touches(right.interval) == !grown.isDisjoint(with: right.days))
      }
      for day in -1..<7 {
        #expect(left.interval.contains(Day(unchecked: Int32(day))) == left.days.contains(day))
      }
    }
  }

  @Test func `has no reversed interval, and may have no end`() throws {
    let day = try #require(Day(iso: "2013-07-22"))
    #expect(DayInterval(first: day, last: day.adding(days: -1)) == nil)
    #expect(DayInterval(first: day, last: day) == DayInterval(day))
    #expect(DayInterval(from: day).isOpen)
    #expect(!DayInterval(day).isOpen)
    #expect(DayInterval(day).description == "2013-07-22...2013-07-22")
  }
}
