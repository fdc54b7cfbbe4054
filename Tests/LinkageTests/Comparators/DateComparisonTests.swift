import TestSupport
import Testing
import Vocabulary

@testable import Linkage

@Suite struct `comparison of dates` {
  struct Case: CustomTestStringConvertible, Sendable {
    let left: Int32
    let right: Int32
    var swapped = false
    var oneDigit = false
    var transposed = false
    var onePart = false
    var testDescription: String { "\(left) and \(right)" }
  }

  static let cases = [
    Case(left: 1985_03_12, right: 1985_03_12),
    Case(left: 1985_03_12, right: 1985_12_03, swapped: true),
    Case(left: 1985_03_03, right: 1985_03_03),
    Case(left: 1985_03_12, right: 1986_12_03),
    Case(left: 1985_01_02, right: 1985_02_01, swapped: true),
    Case(left: 1985_03_12, right: 1985_03_13, oneDigit: true, onePart: true),
    Case(left: 1985_03_12, right: 1995_03_12, oneDigit: true, onePart: true),
    Case(left: 1985_03_12, right: 1985_03_21, transposed: true, onePart: true),
    Case(left: 1985_03_12, right: 1958_03_12, transposed: true, onePart: true),
    Case(left: 1985_03_12, right: 1895_03_12, transposed: true, onePart: true),
    Case(left: 1985_10_12, right: 1985_01_12, transposed: true, onePart: true),
    Case(left: 1985_03_12, right: 1589_03_12, onePart: true),
    Case(left: 1985_03_12, right: 1985_03_23, onePart: true),
    Case(left: 1985_11_12, right: 1985_10_22),
    // The last digit of the month and the first of the day are no neighbours in a date.
    Case(left: 1985_03_12, right: 1985_01_32),
    Case(left: 1985_03_12, right: 1986_03_13),
    Case(left: 0, right: 0),
    Case(left: 0, right: 1985_03_12),
    Case(left: 1985_03_12, right: 0),
  ]

  @Test(arguments: cases)
  func `sees these slips and no others`(item: Case) {
    for (left, right) in [(item.left, item.right), (item.right, item.left)] {
      #expect(DateComparison.isDayMonthSwapped(left, right) == item.swapped)
      #expect(DateComparison.differsByOneDigit(left, right) == item.oneDigit)
      #expect(DateComparison.differsByTransposedDigits(left, right) == item.transposed)
      #expect(DateComparison.differsInOnePart(left, right) == item.onePart)
    }
  }

  @Test func `finds in every pair of days of a month and a half what its digits say`() {
    let days = (0..<45).map { Self.packed(Self.start.adding(days: $0)) }
    withEvery("left", days) { left in
      for right in days {
        let (one, other) = (Array("\(left)"), Array("\(right)"))
        let places = one.indices.filter { one[$0] != other[$0] }
        checkEqual(DateComparison.differsByOneDigit(left, right), places.count == 1)
        // All of these days are of one year, so that places 4 to 7 alone differ.
        let transposed = places == [4, 5] || places == [6, 7]
        checkEqual(
          DateComparison.differsByTransposedDigits(left, right),
          transposed && one[places[0]] == other[places[1]] && one[places[1]] == other[places[0]])
        checkEqual(
          DateComparison.isDayMonthSwapped(left, right),
          one[4...5] == other[6...7] && one[6...7] == other[4...5] && left != right)
      }
    }
  }

  @Test func `counts days as the calendar does`() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<2_000 {
      let left = Self.start.adding(days: random.below(150_000) - 75_000)
      let right = left.adding(days: random.below(2_000) - 1_000)
      let between = abs(left.days(until: right))
      #expect(DateComparison.days(between: Self.packed(left), Self.packed(right)) == between)
      for limit in [between - 1, between] {
        #expect(
          DateComparison.isWithinDays(limit, Self.packed(left), Self.packed(right))
            == (between <= limit))
      }
    }
  }

  @Test func `counts months and years as the calendar does`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let earlier = Self.start.adding(days: random.below(10_000))
      let later = earlier.adding(days: random.below(1_000))
      let (one, other) = (Self.packed(earlier), Self.packed(later))
      for limit in [0, 1, 2, 12, 24] {
        let isWithin = later <= earlier.adding(months: limit)
        #expect(DateComparison.isWithinMonths(limit, one, other) == isWithin)
        #expect(DateComparison.isWithinMonths(limit, other, one) == isWithin)
      }
      #expect(
        DateComparison.isWithinYears(1, one, other) == (later <= earlier.adding(months: 12)))
    }
  }

  @Test func `says nothing of a missing date`() {
    #expect(DateComparison.days(between: 0, 1985_03_12) == nil)
    #expect(!DateComparison.isWithinDays(1_000_000, 1985_03_12, 0))
    #expect(!DateComparison.isWithinMonths(1_000_000, 0, 0))
    #expect(!DateComparison.isWithinYears(10_000, 0, 1985_03_12))
  }

  /// 18 December 1985, from which days on go into another year.
  private static let start = Day(daysSince1970: 5_830) ?? .earliest

  private static func packed(_ day: Day) -> Int32 {
    let parts = day.parts
    return Int32(parts.year * 10_000 + parts.month * 100 + parts.day)
  }
}
