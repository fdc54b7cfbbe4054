/// Finds which of several patterns a column is written in, from all its values.
///
/// `03/04/2012` is no evidence for days first or months first. Only a value that one of them cannot read
/// decides, and if no value does, the answer is that it is ambiguous.
public struct DatePatternInference: Sendable {
  /// What the values show.
  public enum Conclusion: Sendable, Hashable {
    /// There was no value.
    case noValues
    /// No pattern reads every value.
    case noPattern
    /// One pattern reads every value, or several do and never disagree, of which this is the first.
    case pattern(DatePattern)
    /// These patterns read every value, and disagree about what it means.
    case ambiguous([DatePattern])
  }

  private let patterns: [DatePattern]
  private let twoDigitYears: TwoDigitYear
  private var readsAll: [Bool]
  // Whether patterns i and j ever read a value differently, at i * count + j.
  private var disagrees: [Bool]
  private var valueCount = 0

  /// Starts with patterns in the order in which they are preferred.
  public init(among patterns: [DatePattern], twoDigitYears: TwoDigitYear) {
    self.patterns = patterns
    self.twoDigitYears = twoDigitYears
    readsAll = Array(repeating: true, count: patterns.count)
    disagrees = Array(repeating: false, count: patterns.count * patterns.count)
  }

  /// Takes one more value into account; a blank cell is no value.
  public mutating func observe(_ bytes: Span<UInt8>) {
    if bytes.isBlank { return }
    valueCount += 1
    var readings: [DateReading?] = []
    for pattern in patterns {
      readings.append(pattern.read(bytes, twoDigitYears: twoDigitYears))
    }
    for index in patterns.indices {
      if readings[index] == nil { readsAll[index] = false }
      for other in patterns.indices where readings[index] != readings[other] {
        disagrees[index * patterns.count + other] = true
      }
    }
  }

  /// Takes one more value into account; a blank cell is no value.
  public mutating func observe(_ text: String) {
    observe(text.utf8.span)
  }

  /// What the values so far show.
  public var conclusion: Conclusion {
    if valueCount == 0 { return .noValues }
    let left = patterns.indices.filter { readsAll[$0] }
    guard let first = left.first else { return .noPattern }
    let agree = left.allSatisfy { !disagrees[first * patterns.count + $0] }
    return agree ? .pattern(patterns[first]) : .ambiguous(left.map { patterns[$0] })
  }
}

extension DatePattern {
  /// The patterns that read the value, in the order given.
  public static func candidates(
    for text: String, among patterns: [DatePattern], twoDigitYears: TwoDigitYear
  ) -> [DatePattern] {
    patterns.filter { $0.read(text, twoDigitYears: twoDigitYears) != nil }
  }
}
