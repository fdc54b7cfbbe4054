public import Vocabulary

/// A column that is read, and what a good value of it looks like.
public struct ColumnContract: Hashable, Sendable {
  /// The name by which the rest of the contract speaks of it, and the first heading looked for.
  public var name: String
  /// Other headings it has been seen under.
  public var aliases: [String] = []
  /// What its values are.
  public var type: ColumnType
  /// Whether a row without it is rejected.
  public var isRequired = false
  /// The least and the greatest number allowed.
  public var range: ClosedRange<Int>?
  /// The shape allowed: `A` a letter, `9` a digit, `*` anything, all else itself.
  public var pattern: String?
  /// Whether no two rows of an extract should share a value; those that do are counted, and not rejected.
  ///
  /// Half a million values are remembered: in a longer extract the same value far apart may go unnoticed.
  public var isUnique = false
  /// Whether the values must be masked even in shape.
  public var isSensitive = false
  /// Values that mean «not said», besides the usual ones.
  public var nullWords: [String] = []
  /// The width to which lost leading zeros may be put back, where a check digit proves it.
  public var padding: Int?
  /// What a value that is not good does to its row.
  public var onInvalid: InvalidValue = .reject
  /// Whether a date after the run's as-of date is not good; nil where the contract does not say.
  ///
  /// What happened has happened, so for the day of an event a contract reader fills in that it must.
  public var mustBePast: Bool?

  /// What a value that is not good does to its row.
  public enum InvalidValue: String, Hashable, Sendable, CaseIterable {
    /// The row is quarantined.
    case reject
    /// The value is left out, and counted.
    case blank
  }

  /// Declares a column with everything else at its usual setting.
  public init(name: String, type: ColumnType) {
    self.name = name
    self.type = type
    self.onInvalid = type.usualInvalidValue
  }
}

/// What the values of a column are.
public enum ColumnType: Hashable, Sendable {
  /// Words kept as given.
  case text
  /// A person's name or a part of one.
  case name
  /// An agency's own number, kept as given.
  case reference
  /// One of a list of codes, each with the word it stands for.
  case code([CodeMeaning])
  /// Yes, no, or not said.
  case flag
  /// A whole number.
  case integer
  /// Half-day sessions: a whole number that is not negative.
  case sessions
  /// An amount in pence; inverted where the system shows debts as negative.
  case money(isInverted: Bool)
  /// A date in one of these patterns; a birth date is in the past and has no default value.
  case date([DatePattern], isBirth: Bool)
  /// A school term, such as «Autumn 2012/13».
  case term
  /// Male, female, or not said.
  case sex
  /// An identifier with a shape and often a check character.
  case identifier(IdentifierKind)
  /// A property's number in the national gazetteer.
  case uprn
  /// A school's number, seven digits or six.
  case school
  /// A postcode.
  case postcode
  /// A general practice's code.
  case practice
  /// A string of attendance marks, two a day.
  case marks

  /// What becomes of a bad value where the contract does not say: what helps to recognise people is left out, what would be counted is not.
  var usualInvalidValue: ColumnContract.InvalidValue {
    switch self {
    case .identifier, .uprn, .school, .postcode, .practice, .text, .name, .reference, .sex: .blank
    case .date(_, let isBirth): isBirth ? .blank : .reject
    case .code, .flag, .integer, .sessions, .money, .term, .marks: .reject
    }
  }
}

/// A code and the word it stands for.
public struct CodeMeaning: Hashable, Sendable {
  /// The code as it comes.
  public var code: String
  /// The word that facts carry.
  public var meaning: String

  /// Pairs a code with its word.
  public init(code: String, meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}
