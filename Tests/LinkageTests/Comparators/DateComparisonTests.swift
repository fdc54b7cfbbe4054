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

  /// A test on two dates, its limit, and what it says.
  static let partial: [(TestKind, Int, Int32, Int32, Truth)] = [
    (.exact, 0, 1979_00_00, 1979_05_06, .unknown), (.exact, 0, 1979_00_00, 1979_00_00, .unknown),
    (.exact, 0, 1979_00_00, 1980_05_06, .no), (.exact, 0, 1979_05_00, 1979_06_00, .no),
    (.oneDigit, 0, 2005_03_00, 2005_03_08, .unknown), (.oneDigit, 0, 1979_00_00, 1993_05_06, .no),
    (.oneDigit, 0, 1979_05_00, 1978_06_07, .no), (.onePart, 0, 1991_04_00, 1991_04_21, .unknown),
    (.onePart, 0, 1991_04_00, 1992_05_21, .no), (.onePart, 0, 1991_04_00, 1992_04_21, .unknown),
    (.transposed, 0, 1979_00_00, 1997_05_06, .unknown),
    (.transposed, 0, 1979_00_00, 1996_05_06, .no),
    (.dayMonthSwapped, 0, 1979_05_00, 1979_06_05, .unknown),
    (.dayMonthSwapped, 0, 1979_05_00, 1979_06_07, .no),
    (.dayMonthSwapped, 0, 1979_05_00, 1980_06_05, .no),
    (.yearsApart, 1, 1984_00_00, 1984_03_12, .yes), (.yearsApart, 1, 1985_00_00, 1985_12_31, .yes),
    (.yearsApart, 1, 1984_00_00, 1985_03_12, .unknown),
    (.yearsApart, 1, 1984_00_00, 1986_01_01, .no),
    (.monthsApart, 1, 2004_02_00, 2004_03_29, .unknown),
    (.monthsApart, 1, 2004_02_00, 2004_03_30, .no),
    (.monthsApart, 1, 2004_02_00, 2004_02_11, .yes), (.daysApart, 31, 2003_01_00, 2003_01_00, .yes),
    (.daysApart, 29, 2003_01_00, 2003_01_31, .unknown),
    (.daysApart, 3, 2003_01_00, 2003_02_05, .no),
  ]

  @Test(arguments: partial)
  func `what only some of the days that a date may be would pass is unknown`(
    _ kind: TestKind, _ limit: Int, _ left: Int32, _ right: Int32, _ truth: Truth
  ) {
    #expect(DateComparison.truth(of: kind, left, right, limit: limit) == truth)
    #expect(DateComparison.truth(of: kind, right, left, limit: limit) == truth)
  }

  @Test func `what is said of a partial date holds for every day that it may be`() {
    func all(_ date: Int32) -> [Int32] {
      let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
      return (Int32(1)...12).filter { month == 0 || $0 == month }.flatMap { month in
        (Int32(1)...31).filter { day == 0 || $0 == day }
          .map { year * 10_000 + month * 100 + $0 }
          .filter { Day(year: Int(year), month: Int(month), day: Int($0 % 100)) != nil }
      }
    }
    func passes(_ kind: TestKind, _ limit: Int, _ left: Int32, _ right: Int32) -> Bool {
      switch kind {
      case .exact: left == right
      case .oneDigit: DateComparison.differsByOneDigit(left, right)
      case .onePart: DateComparison.differsInOnePart(left, right)
      case .transposed: DateComparison.differsByTransposedDigits(left, right)
      case .dayMonthSwapped: DateComparison.isDayMonthSwapped(left, right)
      case .daysApart: DateComparison.isWithinDays(limit, left, right)
      case .monthsApart: DateComparison.isWithinMonths(limit, left, right)
      default: DateComparison.isWithinYears(limit, left, right)
      }
    }
    var random = SplitMix64(seed: 12)
    func date(_ isPartial: Bool) -> Int32 {
      let day = Self.packed(Self.start.adding(days: random.below(1_500)))
      guard isPartial else { return day }
      return random.next() % 2 == 0 ? day / 100 * 100 : day / 10_000 * 10_000
    }
    let kinds: [TestKind] = [
      .exact, .oneDigit, .onePart, .transposed, .dayMonthSwapped, .daysApart, .monthsApart,
      .yearsApart,
    ]
    for _ in 0..<150 {
      let (left, right) = (date(true), date(random.next() % 4 == 0))
      for kind in kinds {
        let limit = random.below(kind == .daysApart ? 800 : 15)
        let truth = DateComparison.truth(of: kind, left, right, limit: limit)
        var (some, every) = (false, true)
        for one in all(left) {
          for other in all(right) {
            if passes(kind, limit, one, other) { some = true } else { every = false }
          }
        }
        #expect(truth != .yes || every, "\(kind) \(left) \(right) \(limit)")
        #expect(truth != .no || !some, "\(kind) \(left) \(right) \(limit)")
        // Spans leave nothing unknown that could be told.
        let isSpan = [TestKind.daysApart, .monthsApart, .yearsApart].contains(kind)
        #expect(
          !isSpan || truth == (every ? .yes : some ? .unknown : .no),
          "\(kind) \(left) \(right) \(limit)")
      }
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
