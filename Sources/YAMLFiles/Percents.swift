extension ValueReader {
  /// A percentage without decimals, as in `10%`.
  public mutating func percent(in range: ClosedRange<Int> = 0...100) -> Int? {
    guard let text = string() else { return nil }
    if text.hasSuffix("%"), let percent = Int(text.dropLast()), range.contains(percent) {
      return percent
    }
    return mistake("\(name) has to be a percentage", suggestion: "write it as in 40%")
  }
}

extension MappingReader {
  /// Three percentages that rise, as in `{low: 10%, central: 25%, high: 40%}`: what somebody expects, and how far it may be off.
  public mutating func risingPercents() -> [Int]? {
    let low = required("low") { $0.percent() }
    let central = required("central") { $0.percent() }
    let high = required("high") { $0.percent() }
    guard let low, let central, let high else { return nil }
    guard low <= central, central <= high else {
      return mistake("low, central and high have to rise", at: "high")
    }
    return [low, central, high]
  }
}
