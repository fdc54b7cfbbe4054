import Foundation
import Linkage
import TestSupport
import Testing

@Suite struct ShareIntervalTests {
  @Test func `the exact interval ends where the tails of the binomial have a fortieth`() {
    withEvery("whole", 1...25) { whole in
      withEvery("part", 0...whole) { part in
        guard let interval = ShareInterval.exact(part, of: whole) else {
          return check(false, "there is an interval")
        }
        if part > 0 {
          check(
            isClose(Self.tail(from: part, to: whole, of: whole, interval.low), 0.025, by: 1e-10),
            "the low end \(interval.low)")
        } else {
          checkEqual(interval.low, 0)
        }
        if part < whole {
          check(
            isClose(Self.tail(from: 0, to: part, of: whole, interval.high), 0.025, by: 1e-10),
            "the high end \(interval.high)")
        } else {
          checkEqual(interval.high, 1)
        }
      }
    }
  }

  @Test func `the exact interval of many holds, too`() {
    // By the normal approximation, which is good to five digits here.
    for (part, whole) in [(500_000, 1_000_000), (5_000_000, 1_000_000_000)] {
      let share = Double(part) / Double(whole)
      let spread = 1.959964 * (share * (1 - share) / Double(whole)).squareRoot()
      let interval = ShareInterval.exact(part, of: whole)
      #expect(isClose(interval?.low, share - spread, by: spread / 100))
      #expect(isClose(interval?.high, share + spread, by: spread / 100))
    }
  }

  /// Wilson's interval is where the seen share is so many deviations from the true one.
  @Test func `Wilson's interval solves its equation`() {
    withEvery("whole", [1, 2, 7, 30, 1_000]) { whole in
      withEvery("part", [0, 1, whole / 2, whole]) { part in
        guard let interval = ShareInterval.wilson(part, of: whole, deviations: 2) else {
          return check(false, "there is an interval")
        }
        let seen = Double(part) / Double(whole)
        for end in [interval.low, interval.high] where end > 0 && end < 1 {
          let deviation = (end * (1 - end) / Double(whole)).squareRoot()
          check(isClose(abs(seen - end), 2 * deviation, by: 1e-9), "\(end)")
        }
        check(interval.low <= seen && seen <= interval.high, "\(interval)")
      }
    }
  }

  @Test func `of nothing nothing is known`() {
    #expect(ShareInterval.wilson(0, of: 0) == nil)
    #expect(ShareInterval.exact(0, of: 0) == nil)
  }

  @Test func `a part above the whole is a programmer's mistake`() async {
    await #expect(processExitsWith: .failure) { _ = ShareInterval.wilson(3, of: 2) }
  }

  private static func tail(from low: Int, to high: Int, of whole: Int, _ share: Double) -> Double {
    (low...high).reduce(0) { sum, part in
      var ways = 1.0
      for place in 0..<part { ways *= Double(whole - place) / Double(place + 1) }
      return sum + ways * pow(share, Double(part)) * pow(1 - share, Double(whole - part))
    }
  }
}
