/// The values of one table, with what tests need of each worked out once.
struct ComparedValues: Sendable {
  private let bytes: [UInt8]
  private let ends: [UInt32]
  private let masks: [UInt64]
  private let dates: [Int32]
  /// Whether some dates lack a day or a month, which is seldom and has to be asked for each pair.
  let hasPartialDates: Bool
  private let numbers: [Double]
  private let groupEnds: [UInt32]
  private let groups: [Int32]

  init(_ table: ValueTable, for kind: TestKind) {
    bytes = table.texts.bytes
    ends = table.texts.ends
    dates = table.dates
    hasPartialDates = table.dates.dropFirst().contains { DateComparison.isPartial($0) }
    numbers = table.numbers
    switch kind {
    case .jaroWinkler, .levenshtein, .damerauLevenshtein:
      masks =
        [0]
        + (0..<table.count).map { index in
          CharacterMask.of(
            table.texts.bytes.span.extracting(table.texts.range(of: Int32(index + 1))))
        }
    default: masks = []
    }
    guard kind == .nickname else {
      (groupEnds, groups) = ([], [])
      return
    }
    let mapping = ValueMapping(function: .nicknames, number: 0)
    let (lists, codes) = mapping.apply(to: table, tables: [])
    var (ends, all): ([UInt32], [Int32]) = ([0], [])
    for code in codes.dropFirst() {
      if code != 0 { all += lists.elements[lists.list(code)] }
      ends.append(UInt32(all.count))
    }
    (groupEnds, groups) = (ends, all)
  }

  /// What a test says of two values that are there.
  @inline(__always)
  func truth(
    _ kind: TestKind, _ first: Int32, _ second: Int32, bound: Double, limit: Int
  ) -> Truth {
    if hasPartialDates {
      let (left, right) = (dates[Int(first)], dates[Int(second)])
      if DateComparison.isPartial(left) || DateComparison.isPartial(right) {
        return DateComparison.truth(of: kind, left, right, limit: limit)
      }
    }
    return Truth(holds(kind, first, second, bound: bound, limit: limit))
  }

  func holds(
    _ kind: TestKind, _ first: Int32, _ second: Int32, bound: Double, limit: Int
  ) -> Bool {
    switch kind {
    case .exact, .swapped, .crossed, .jaccard, .overlap, .shared: first == second
    case .jaroWinkler:
      JaroWinkler.reaches(
        bound, bytes.span.extracting(range(first)), bytes.span.extracting(range(second)),
        leftMask: masks[Int(first)],
        rightMask: masks[Int(second)])
    case .jaro:
      Jaro.similarity(bytes.span.extracting(range(first)), bytes.span.extracting(range(second)))
        >= bound
    case .levenshtein:
      Levenshtein.isWithin(
        limit, bytes.span.extracting(range(first)), bytes.span.extracting(range(second)),
        leftMask: masks[Int(first)],
        rightMask: masks[Int(second)])
    case .damerauLevenshtein:
      DamerauLevenshtein.isWithin(
        limit, bytes.span.extracting(range(first)), bytes.span.extracting(range(second)),
        leftMask: masks[Int(first)],
        rightMask: masks[Int(second)])
    case .bigrams:
      BigramOverlap.dice(bytes.span.extracting(range(first)), bytes.span.extracting(range(second)))
        >= bound
    case .nickname:
      TokenOverlap.isAnyShared(
        groups.span.extracting(groupRange(first)),
        groups.span.extracting(groupRange(second)))
    case .initial:
      InitialsComparison.isInitial(
        bytes.span.extracting(range(first)), bytes.span.extracting(range(second)))
    case .dayMonthSwapped:
      DateComparison.isDayMonthSwapped(dates[Int(first)], dates[Int(second)])
    case .oneDigit: DateComparison.differsByOneDigit(dates[Int(first)], dates[Int(second)])
    case .transposed:
      DateComparison.differsByTransposedDigits(dates[Int(first)], dates[Int(second)])
    case .onePart: DateComparison.differsInOnePart(dates[Int(first)], dates[Int(second)])
    case .daysApart: DateComparison.isWithinDays(limit, dates[Int(first)], dates[Int(second)])
    case .monthsApart: DateComparison.isWithinMonths(limit, dates[Int(first)], dates[Int(second)])
    case .yearsApart: DateComparison.isWithinYears(limit, dates[Int(first)], dates[Int(second)])
    case .difference:
      NumberComparison.absoluteDifference(numbers[Int(first)], numbers[Int(second)]) <= bound
    case .percentApart:
      NumberComparison.isWithin(percent: bound, numbers[Int(first)], numbers[Int(second)])
    case .kilometres: kilometres(first, second) <= bound
    }
  }

  private func range(_ code: Int32) -> Range<Int> {
    Int(ends[Int(code) - 1])..<Int(ends[Int(code)])
  }

  private func groupRange(_ code: Int32) -> Range<Int> {
    Int(groupEnds[Int(code) - 1])..<Int(groupEnds[Int(code)])
  }

  private func kilometres(_ first: Int32, _ second: Int32) -> Double {
    GeographicDistance.kilometres(point(first), point(second))
  }

  private func point(_ code: Int32) -> GeographicPoint {
    GeographicPoint(
      latitude: numbers[Int(code) * 2], longitude: numbers[Int(code) * 2 + 1])
  }
}
