public import Vocabulary

extension CohortProfile {
  /// In how few areas so many percent of the families live, of all areas there are.
  ///
  /// Families whose area is not known are left out.
  public func concentration(percent: Int, of all: [Area]) -> (areas: Int, of: Int)? {
    let located = families - withoutArea
    guard located > 0 else { return nil }
    var (found, used) = (0, 0)
    for count in areas.values.sorted(by: >) {
      if found * 100 >= percent * located { break }
      found += count
      used += 1
    }
    return (used, Set(all).union(areas.keys).count)
  }

  /// The number that as many families are above as below: the lower one of two that both are.
  public static func typical(_ counts: [Int: Int]) -> Int? {
    let whole = counts.values.reduce(0, +)
    var before = 0
    for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
      before += count
      if before * 2 >= whole { return number }
    }
    return nil
  }

  /// The mean in tenths, rounded; nil of no families.
  public static func meanInTenths(_ counts: [Int: Int]) -> Int? {
    let whole = counts.values.reduce(0, +)
    guard whole > 0 else { return nil }
    let sum = counts.reduce(0) { $0 + $1.key * $1.value }
    return (sum * 20 + whole) / (whole * 2)
  }
}
