/// What is wrong with the words of a date pattern.
public enum DatePatternProblem: Error, Sendable, Hashable {
  /// Letters that no date has: `DD` and `YYYY` are written `dd` and `yyyy`.
  case unknownLetters(String)
  /// Something is read twice.
  case repeated(String)
  /// No year is read, or a day without a month.
  case incomplete
  /// A time of day without a day, or minutes without hours; `mm` is minutes and `MM` a month.
  case timeOutOfPlace
}

extension DatePattern {
  /// Compiles a contract's words.
  public init(_ words: String) throws(DatePatternProblem) {
    self.words = words
    switch words {
    case "excel-serial": (form, precision) = (.serial(withTime: false), .day)
    case "excel-serial-time": (form, precision) = (.serial(withTime: true), .day)
    case "term": (form, precision) = (.term, .day)
    default:
      let steps = try Self.steps(of: Array(words.utf8))
      precision = try Self.precision(of: steps)
      form = .steps(steps)
    }
  }

  private static func steps(of words: [UInt8]) throws(DatePatternProblem) -> [Step] {
    var steps: [Step] = []
    var index = 0
    while index < words.count {
      let letter = words[index]
      var end = index + 1
      while end < words.count, words[end] == letter, ASCII.isLetter(letter) { end += 1 }
      let run = String(decoding: words[index..<end], as: UTF8.self)
      guard let step = step(for: run, letter) else { throw .unknownLetters(run) }
      if let part = step.part, steps.contains(where: { $0.part == part }) { throw .repeated(run) }
      steps.append(step)
      index = end
    }
    return steps
  }

  private static func step(for run: String, _ letter: UInt8) -> Step? {
    switch run {
    case "yyyy": .number(.year, digits: 4...4)
    case "yy": .number(.twoDigitYear, digits: 2...2)
    case "MM": .number(.month, digits: 2...2)
    case "M": .number(.month, digits: 1...2)
    case "MMM", "MMMM": .monthName
    case "dd": .number(.day, digits: 2...2)
    case "d": .number(.day, digits: 1...2)
    case "q": .number(.quarter, digits: 1...1)
    case "HH": .number(.hour, digits: 2...2)
    case "H": .number(.hour, digits: 1...2)
    case "mm": .number(.minute, digits: 2...2)
    case "ss": .number(.second, digits: 2...2)
    case "T", "Q": .literal(letter)
    default: ASCII.isLetter(letter) ? nil : .literal(letter)
    }
  }

  private static func precision(of steps: [Step]) throws(DatePatternProblem) -> DatePrecision {
    let parts = Set(steps.compactMap(\.part))
    guard parts.contains(.year) != parts.contains(.twoDigitYear) else { throw .incomplete }
    if parts.contains(.minute) || parts.contains(.second) || parts.contains(.hour) {
      let isWhole = parts.contains(.hour) && parts.contains(.minute)
      guard isWhole, parts.contains(.day) else { throw .timeOutOfPlace }
    }
    switch (parts.contains(.quarter), parts.contains(.month), parts.contains(.day)) {
    case (false, true, true): return .day
    case (false, true, false): return .month
    case (true, false, false): return .quarter
    case (false, false, false): return .year
    default: throw .incomplete
    }
  }
}
