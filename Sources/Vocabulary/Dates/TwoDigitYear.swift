/// Which century a year of two digits is in: always stated, never assumed.
public enum TwoDigitYear: Sendable, Hashable {
  /// The last such year up to the day's: right for birth dates.
  case past(asOf: Day)
  /// The one such year among the hundred years from the given one.
  case window(from: Int)

  /// The year that ends in the two digits.
  public func year(ending digits: Int) -> Int {
    precondition((0..<100).contains(digits), "a year of two digits is 0 to 99")
    let first =
      switch self {
      case .past(let day): day.year - 99
      case .window(let from): from
      }
    return first + ((digits - first) % 100 + 100) % 100
  }
}
