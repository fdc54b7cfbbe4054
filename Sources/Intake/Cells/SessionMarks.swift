import Vocabulary

/// The counts of a string of attendance marks, two a day.
///
/// The codes are those of the Department for Education over the years; domain knowledge, not a setting.
/// An unknown mark makes the string unreadable: it is never taken for «present».
struct SessionMarks: Equatable {
  var present = 0
  var authorised = 0
  var unauthorised = 0
  /// Marks `U`, arrived after the register closed; they are unauthorised too.
  var late = 0
  /// Marks `N` and `O`, for which no good reason was found; they are unauthorised too.
  var unexplained = 0

  /// The sessions that the pupil could have attended.
  var possible: Int { present + authorised + unauthorised }

  subscript(count: MarkCount) -> Int {
    switch count {
    case .possible: possible
    case .present: present
    case .authorised: authorised
    case .unauthorised: unauthorised
    case .late: late
    case .unexplained: unexplained
    }
  }

  /// Counts the marks, or gives nothing where one of them is no known code.
  init?(_ marks: Span<UInt8>) {
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      index += 1
      if mark == UInt8(ascii: " ") || mark == UInt8(ascii: ",") { continue }
      let digits = Self.digits(marks, at: &index)
      guard count(mark, digits) else { return nil }
    }
  }

  /// The digits of a sub-code, as in `C1`, `J1`, `Y7`, `I02` and `X09`: at most two.
  private static func digits(_ marks: Span<UInt8>, at index: inout Int) -> Int? {
    var number: Int?
    let start = index
    while index < marks.count, index < start + 2, let digit = ASCII.digit(marks[index]) {
      number = (number ?? 0) * 10 + digit
      index += 1
    }
    return number
  }

  private mutating func count(_ mark: UInt8, _ digits: Int?) -> Bool {
    guard let digits else { return count(mark) }
    switch (mark | 0x20, digits) {
    // Since August 2024 an interview is leave; before, it was the mark J and counted as present.
    case (UInt8(ascii: "j"), 1): authorised += 1
    case (UInt8(ascii: "c"), 1...2), (UInt8(ascii: "i"), 1...2), (UInt8(ascii: "y"), 1...7),
      (UInt8(ascii: "x"), 1...9):
      return count(mark)
    default: return false
    }
    return true
  }

  private mutating func count(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"): present += 1
    case UInt8(ascii: "#"), UInt8(ascii: "-"): break
    default: return countLetter(mark | 0x20)
    }
    return true
  }

  private mutating func countLetter(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: "l"), UInt8(ascii: "b"), UInt8(ascii: "j"), UInt8(ascii: "k"),
      UInt8(ascii: "p"), UInt8(ascii: "v"), UInt8(ascii: "w"):
      present += 1
    case UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "h"), UInt8(ascii: "i"),
      UInt8(ascii: "f"), UInt8(ascii: "m"), UInt8(ascii: "r"), UInt8(ascii: "s"),
      UInt8(ascii: "t"):
      authorised += 1
    case UInt8(ascii: "g"): unauthorised += 1
    case UInt8(ascii: "n"), UInt8(ascii: "o"):
      unauthorised += 1
      unexplained += 1
    case UInt8(ascii: "u"):
      unauthorised += 1
      late += 1
    case UInt8(ascii: "d"), UInt8(ascii: "q"), UInt8(ascii: "x"), UInt8(ascii: "y"),
      UInt8(ascii: "z"):
      break
    default: return false
    }
    return true
  }
}
