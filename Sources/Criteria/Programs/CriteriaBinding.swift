import Vocabulary

/// A program for one date and one case file: windows as days, words as numbers, silence that means something.
struct CriteriaBinding: Sendable {
  /// Whom a group has, for the date.
  struct Group: Sendable {
    /// Whoever was born on this day or before has the least age.
    var leastAgeUntil: Day
    /// Whoever was born after this day is not yet too old.
    var tooOldUntil: Day
    var hasAges: Bool
    /// A bit for each role that counts.
    var roles: UInt16
    var isAtEvent: Bool
    var hasFormer: Bool
    var ages: ClosedRange<Int>
  }

  private(set) var date: Day
  let terms: CouncilTerms
  var windows: [DayInterval?]
  var groups: [Group]
  /// The number of each of the program's names in the file's words; -1 where it does not occur.
  var words: [Int32]
  var coverage: CoverageTable
  /// The number that each word of the file is; -1 where it is none.
  private var amounts: [Int32]

  init(_ program: CriteriaProgram, to date: Day, in file: CaseFile, terms: CouncilTerms) {
    self.date = date
    self.terms = terms
    windows = program.windows.map { $0.days(at: date, start: nil, terms: terms) }
    groups = program.pack.groups.map { Group($0, at: date) }
    words = program.names.map { file.words.known($0) ?? -1 }
    coverage = CoverageTable(program, file)
    amounts = file.words.words.map(Self.amount)
  }

  /// The same for another date.
  func rebound(_ program: CriteriaProgram, to date: Day) -> CriteriaBinding {
    var binding = self
    binding.date = date
    binding.windows = program.windows.map { $0.days(at: date, start: nil, terms: terms) }
    binding.groups = program.pack.groups.map { Group($0, at: date) }
    return binding
  }

  /// The same for a file that has the same sources, and the same words with others behind them.
  func rebound(_ program: CriteriaProgram, to file: CaseFile) -> CriteriaBinding {
    var binding = self
    binding.words = program.names.map { file.words.known($0) ?? -1 }
    binding.amounts += file.words.words.dropFirst(amounts.count).map(Self.amount)
    return binding
  }

  private static func amount(_ word: String) -> Int32 {
    // Nearly every word is told apart from a number by its first byte.
    guard let first = word.utf8.first, ASCII.isDigit(first) || first == UInt8(ascii: "+") else {
      return -1
    }
    return Int32(word).flatMap { $0 >= 0 ? $0 : nil } ?? -1
  }

  /// The number that a word is.
  func amount(ofWord word: Int32) -> Int32? {
    let amount = amounts[Int(word)]
    return amount < 0 ? nil : amount
  }
}

extension CriteriaBinding.Group {
  init(_ group: MemberGroup, at date: Day) {
    let ages = group.ages ?? 0...199
    self.ages = ages
    hasAges = group.ages != nil
    leastAgeUntil = Self.lastBirth(ofWhoIs: ages.lowerBound, on: date)
    tooOldUntil = Self.lastBirth(ofWhoIs: ages.upperBound + 1, on: date)
    roles = group.roles.isEmpty ? .max : group.roles.reduce(0) { $0 | $1.bit }
    isAtEvent = group.isAtEvent
    hasFormer = group.hasFormer
  }

  /// The last day on which someone can be born who has the age on the date.
  private static func lastBirth(ofWhoIs age: Int, on date: Day) -> Day {
    var birth = date.adding(months: -12 * age).adding(days: 1)
    while Age.day(ofReaching: age, born: birth) > date { birth = birth.adding(days: -1) }
    return birth
  }
}

extension FamilyRole {
  /// The role's bit in a set of roles.
  var bit: UInt16 {
    switch self {
    case .dependentChild: 1
    case .parent: 2
    case .adultChild: 4
    case .grandparent: 8
    case .partner: 16
    case .nonResidentParent: 32
    case .lookedAfterChild: 64
    case .nonResidentChild: 128
    case .other: 256
    }
  }
}
