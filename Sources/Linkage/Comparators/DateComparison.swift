/// What two dates have in common though they differ: the slips of those who write dates down.
///
/// A date is packed as `yyyymmdd` in decimal, and 0 is a missing date, of which nothing is true.
enum DateComparison {
  /// Whether day and month stand in each other's place: 1985-03-12 and 1985-12-03.
  ///
  /// Where day and month are the same number there is no swap to see.
  static func isDayMonthSwapped(_ left: Int32, _ right: Int32) -> Bool {
    guard isKnown(left, right), left != right else { return false }
    let (one, other) = (Parts(left), Parts(right))
    return one.year == other.year && one.day == other.month && one.month == other.day
  }

  /// Whether exactly one of the eight digits differs.
  static func differsByOneDigit(_ left: Int32, _ right: Int32) -> Bool {
    guard isKnown(left, right) else { return false }
    return differingDigits(left, right) == 1
  }

  /// Whether two neighbouring digits of the year, the month or the day are exchanged, and nothing
  /// else differs: 1985 and 1958, 12 and 21.
  static func differsByTransposedDigits(_ left: Int32, _ right: Int32) -> Bool {
    guard isKnown(left, right), differsInOnePart(left, right),
      differingDigits(left, right) == 2
    else { return false }
    // The places of the two neighbours: within a part the difference is nine times the lower place
    // times the difference of the digits.
    var scale: Int32 = 1
    while left / scale % 10 == right / scale % 10 { scale *= 10 }
    return left / scale % 10 == right / (scale * 10) % 10
      && right / scale % 10 == left / (scale * 10) % 10
  }

  /// Whether exactly one of year, month and day differs.
  static func differsInOnePart(_ left: Int32, _ right: Int32) -> Bool {
    guard isKnown(left, right) else { return false }
    let (one, other) = (Parts(left), Parts(right))
    let year = one.year == other.year ? 0 : 1
    let month = one.month == other.month ? 0 : 1
    let day = one.day == other.day ? 0 : 1
    return year + month + day == 1
  }

  static func differingDigits(_ left: Int32, _ right: Int32) -> Int {
    var (left, right) = (left, right)
    var count = 0
    while left != 0 || right != 0 {
      count &+= left % 10 == right % 10 ? 0 : 1
      left /= 10
      right /= 10
    }
    return count
  }

  @inline(__always)
  static func isKnown(_ left: Int32, _ right: Int32) -> Bool {
    left != 0 && right != 0
  }

  /// Year, month and day of a packed date.
  struct Parts {
    let year: Int32
    let month: Int32
    let day: Int32

    @inline(__always)
    init(_ date: Int32) {
      year = date / 10_000
      month = date / 100 % 100
      day = date % 100
    }
  }
}
