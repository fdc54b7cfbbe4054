/// A school year, named by the calendar year in which it starts: 2012/13 is 2012.
public struct AcademicYear: Sendable, Hashable, Comparable {
  /// The calendar year in which it starts.
  public let start: Int

  /// The school year that starts in the calendar year.
  public init(start: Int) {
    self.start = start
  }

  /// The school year that the day is in, the first day of each being 1 September.
  public init(containing day: Day) {
    let parts = day.parts
    start = parts.month >= 9 ? parts.year : parts.year - 1
  }

  /// Reads `2012/13`, `2012-13` or `2012/2013`; the second year has to be the one after the first.
  public init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 7 || bytes.count == 9, bytes[4] == 0x2F || bytes[4] == 0x2D,
      let first = bytes.number(in: 0..<4), let second = bytes.number(in: 5..<bytes.count)
    else { return nil }
    guard second == (bytes.count == 9 ? first + 1 : (first + 1) % 100) else { return nil }
    start = first
  }

  /// Reads `2012/13`, `2012-13` or `2012/2013`; the second year has to be the one after the first.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }

  /// The year as in `2012/13`.
  public var text: String {
    String(appending: { bytes in
      bytes.append(digitsOf: start, width: 4)
      bytes.append(0x2F)
      bytes.append(digitsOf: (start + 1) % 100, width: 2)
    })
  }

  /// Whether the first is earlier.
  public static func < (left: AcademicYear, right: AcademicYear) -> Bool {
    left.start < right.start
  }
}

/// A term of the school year, in the order in which they come.
public enum Term: Int, Sendable, Hashable, CaseIterable {
  case autumn, spring, summer

  /// The term's name as in `Autumn`.
  public var name: String {
    switch self {
    case .autumn: "Autumn"
    case .spring: "Spring"
    case .summer: "Summer"
    }
  }

  /// Reads `autumn` or `AUT` in any letter case.
  public init?(_ bytes: Span<UInt8>) {
    if bytes.equalsIgnoringCase("autumn") || bytes.equalsIgnoringCase("aut") {
      self = .autumn
    } else if bytes.equalsIgnoringCase("spring") || bytes.equalsIgnoringCase("spr") {
      self = .spring
    } else if bytes.equalsIgnoringCase("summer") || bytes.equalsIgnoringCase("sum") {
      self = .summer
    } else {
      return nil
    }
  }

  /// Reads `autumn` or `AUT` in any letter case.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }
}

/// A term of one school year, as in `Autumn 2012/13`.
public struct AcademicTerm: Sendable, Hashable, Comparable {
  /// The school year.
  public let year: AcademicYear

  /// The term in it.
  public let term: Term

  /// The term of the school year.
  public init(_ term: Term, of year: AcademicYear) {
    self.year = year
    self.term = term
  }

  /// The term after it, which may be in the next school year.
  public var next: AcademicTerm {
    switch term {
    case .autumn: AcademicTerm(.spring, of: year)
    case .spring: AcademicTerm(.summer, of: year)
    case .summer: AcademicTerm(.autumn, of: AcademicYear(start: year.start + 1))
    }
  }

  /// The term as in `Autumn 2012/13`.
  public var text: String { "\(term.name) \(year.text)" }

  /// Whether the first is earlier.
  public static func < (left: AcademicTerm, right: AcademicTerm) -> Bool {
    (left.year, left.term.rawValue) < (right.year, right.term.rawValue)
  }
}

extension AcademicTerm {
  /// Reads `Autumn 2012/13`, `AUT 2012-13`, `2012/13 Autumn` or `Autumn Term 2012/13`.
  ///
  /// `Spring 2012` is refused: it may be of 2011/12 or of 2012/13.
  public init?(_ bytes: Span<UInt8>) {
    var year: AcademicYear?
    var term: Term?
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes.blankWidth(at: end, before: bytes.count) == 0 { end += 1 }
      let word = bytes.extracting(index..<end)
      index = end
      if index < bytes.count { index += bytes.blankWidth(at: index, before: bytes.count) }
      if word.isEmpty || word.equalsIgnoringCase("term") { continue }
      if let read = Term(word), term == nil {
        term = read
      } else if let read = AcademicYear(word), year == nil {
        year = read
      } else {
        return nil
      }
    }
    guard let year, let term else { return nil }
    self.init(term, of: year)
  }

  /// Reads `Autumn 2012/13`, `AUT 2012-13`, `2012/13 Autumn` or `Autumn Term 2012/13`.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }
}
