/// How a column writes its dates, compiled from a contract's words such as `dd/MM/yyyy`.
///
/// | letters | what they read |
/// |---|---|
/// | `yyyy`, `yy` | a year of four digits, of two |
/// | `MM`, `M`, `MMM`, `MMMM` | a month of two digits, of one or two, by its English name |
/// | `dd`, `d` | a day of two digits, of one or two |
/// | `q` | the number of a quarter |
/// | `HH`, `H`, `mm`, `ss` | the time of day, of which seconds are read and dropped |
/// | `T`, `Q` and all that is no letter | itself |
///
/// `excel-serial` is a spreadsheet's count of days, `excel-serial-time` one with a time of day, and
/// `term` the name of a school term.
public struct DatePattern: Sendable, Hashable {
  /// The contract's words.
  public let words: String

  /// How exactly a date in the column is known.
  public let precision: DatePrecision

  let form: Form

  /// The way in which the bytes are read.
  enum Form: Sendable, Hashable {
    case steps([Step])
    case serial(withTime: Bool)
    case term
  }

  /// One piece of a date as it is written.
  enum Step: Sendable, Hashable {
    case number(Part, digits: ClosedRange<Int>)
    case monthName
    case literal(UInt8)
  }

  /// What a number in a date counts.
  enum Part: Sendable, Hashable {
    case year, twoDigitYear, quarter, month, day, hour, minute, second
  }

  /// Whether the column has a time of day beside the day.
  public var hasTime: Bool {
    switch form {
    case .steps(let steps): steps.contains { $0.part == .hour }
    case .serial(let withTime): withTime
    case .term: false
    }
  }

  /// Whether the column names school terms, which only a calendar turns into days.
  public var namesTerms: Bool { form == .term }
}

extension DatePattern.Step {
  /// The part of a date that the step reads, if it reads one.
  var part: DatePattern.Part? {
    switch self {
    case .number(let part, _): part
    case .monthName: .month
    case .literal: nil
    }
  }
}
