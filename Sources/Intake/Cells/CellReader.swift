import Vocabulary

/// Reads cells into their canonical form, or says what is wrong with them.
///
/// A reader is made for one column of one run; it holds whatever would be slow to find out again for each row. It is an
/// object, since a row asks some dozens of them and to copy what they hold cost more than to read the cell.
final class CellReader: Sendable {
  /// The ways of reading, without what belongs to each: to take that out of a `ColumnType` for each cell would copy it.
  enum Kind: UInt8 {
    case text, reference, code, flag, sex, integer, money, date, identifier, school, postcode, marks
  }

  let kind: Kind
  let isRequired: Bool
  let isUnique: Bool
  let isSensitive: Bool
  let rejectsInvalid: Bool
  let mustBePast: Bool
  let isBirth: Bool
  /// Whether debts come as negative amounts.
  let isInverted: Bool
  /// Whether a number may be negative.
  let isSessions: Bool
  let range: ClosedRange<Int>?
  let patterns: [DatePattern]
  let plainDate: PlainDate?
  /// The day for which the run is made: no birth is after it, and it settles years of two digits.
  let asOf: Day
  /// The day before which nobody alive was born, or before which no system has anything to tell: a year that a spreadsheet
  /// took for the number of a day is a day of 1905.
  let earliestDay: Day
  /// The days that a date may be, those aside that stand for none.
  var plausibleDays: ClosedRange<Int32> {
    let last = isBirth || mustBePast ? asOf : Day.latest
    return earliestDay.daysSince1970...last.daysSince1970
  }
  /// Postcodes that stand for «not known».
  let pseudoPostcodes: PseudoPostcodes
  private let identifier: IdentifierKind
  private let restoresZero: Bool
  private let codes: CodeTable?
  private let nullWords: [[UInt8]]
  private let pattern: [UInt8]?

  init(column: ColumnContract, asOf: Day, pseudoPostcodes: PseudoPostcodes = .standard) {
    self.pseudoPostcodes = pseudoPostcodes
    self.asOf = asOf
    isRequired = column.isRequired
    isUnique = column.isUnique
    isSensitive = column.isSensitive
    rejectsInvalid = column.onInvalid == .reject
    mustBePast = column.mustBePast ?? false
    range = column.range
    isSessions = column.type == .sessions
    isInverted = column.type == .money(isInverted: true)
    restoresZero = column.padding != nil && column.type == .identifier(.nhsNumber)
    kind = Kind(column.type)
    identifier =
      switch column.type {
      case .identifier(let kind): kind
      case .practice: .gpPractice
      case .uprn: .uprn
      default: .laEstab
      }
    if case .code(let codes) = column.type { self.codes = CodeTable(codes) } else { codes = nil }
    if case .date(let patterns, let isBirth) = column.type {
      self.patterns = patterns
      self.isBirth = isBirth
      // Of several patterns more than one may fit.
      plainDate = patterns.count == 1 ? PlainDate(patterns[0]) : nil
    } else {
      patterns = []
      isBirth = false
      plainDate = nil
    }
    earliestDay = asOf.adding(months: -12 * (isBirth ? 120 : 100))
    nullWords = column.nullWords.map { CodeTable.folded(Array($0.utf8)) }
    pattern = column.pattern.map { Array($0.utf8) }
  }

  /// Reads one cell; its canonical text is appended to `text`.
  ///
  /// A value that was repaired is present, and the repair is told all the same.
  func read(
    _ field: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    cell = Cell()
    if field.count == 0 { return nil }
    let value = field.extracting(field.trimmedRange())
    if isNullWord(value) || NullWord.matches(value) && !isCode(value) { return nil }
    if kind == .sex, let word = SexWord.read(value), word.utf8CodeUnitCount == 0 { return nil }
    let start = text.count
    var problem = readValue(value, into: &text, &cell)
    if problem == nil || problem == .repairedEncoding, let pattern,
      !CellPattern.matches(value, pattern)
    {
      problem = .patternMismatch
    }
    if let problem, !problem.isRepair {
      text.removeLast(text.count - start)
      cell.state = problem.meansAbsent ? .absent : .invalid
      return problem
    }
    cell.text = TextRange(start: UInt32(start), count: UInt32(text.count - start))
    cell.state = .present
    return problem
  }

  /// Whether the contract gives the value a meaning, as some do with `N/A`.
  private func isCode(_ value: Span<UInt8>) -> Bool { codes?.place(of: value) != nil }

  private func isNullWord(_ value: Span<UInt8>) -> Bool {
    guard !nullWords.isEmpty else { return false }
    let folded = CodeTable.folded(value)
    return nullWords.contains(folded)
  }

  private func readValue(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    // A run of `##` in marks is a planned closure, and no damage.
    if kind != .marks, SpreadsheetDamage.isIn(value) { return .spreadsheetDamage }
    switch kind {
    case .reference where SpreadsheetDamage.isExponent(value): return .spreadsheetDamage
    case .text, .reference: return readText(value, into: &text)
    case .code: return readCode(value, into: &text, &cell)
    case .flag: return readFlag(value, into: &text, &cell)
    case .sex: return readSex(value, into: &text)
    case .integer: return readInteger(value, into: &text, &cell)
    case .money: return readMoney(value, into: &text, &cell)
    case .date: return readDate(value, into: &text, &cell)
    case .identifier: return readIdentifier(value, identifier, into: &text)
    case .school: return readSchool(value, into: &text)
    case .postcode: return readPostcode(value, into: &text)
    case .marks:
      text.append(value)
      return SessionMarks(value) == nil ? .unknownCode : nil
    }
  }

  private func readText(_ value: Span<UInt8>, into text: inout [UInt8]) -> ProblemCode? {
    guard let meant = DoubledEncoding.meant(by: value) else {
      TidyText.append(value, to: &text)
      return nil
    }
    TidyText.append(meant.span, to: &text)
    return .repairedEncoding
  }

  private func readCode(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    guard let codes, let place = codes.place(of: value) else { return .unknownCode }
    cell.number = place
    text.append(contentsOf: codes.meanings[place])
    return nil
  }

  private func readFlag(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    guard let flag = FlagWord.read(value) else { return .typeError }
    cell.number = flag ? 1 : 0
    text.append(text: flag ? "yes" : "no")
    return nil
  }

  private func readSex(_ value: Span<UInt8>, into text: inout [UInt8]) -> ProblemCode? {
    guard let word = SexWord.read(value) else { return .unknownCode }
    text.append(text: word)
    return nil
  }

  private func readIdentifier(
    _ value: Span<UInt8>, _ kind: IdentifierKind, into text: inout [UInt8]
  ) -> ProblemCode? {
    do throws(IdentifierProblem) {
      if restoresZero {
        let number = try NHSNumber.restoringLeadingZero(value)
        number.value.appendText(to: &text)
        return number.repair == nil ? nil : .repairedZeros
      }
      try kind.appendCanonicalText(of: value, asOf: asOf, to: &text)
      return nil
    } catch {
      return ProblemCode(error, kind)
    }
  }

  private func readSchool(_ value: Span<UInt8>, into text: inout [UInt8]) -> ProblemCode? {
    let problem = readIdentifier(value, .laEstab, into: &text)
    if problem == nil { return nil }
    return readIdentifier(value, .urn, into: &text)
  }
}

extension CellReader.Kind {
  init(_ type: ColumnType) {
    self =
      switch type {
      case .text, .name, .term: .text
      case .reference: .reference
      case .code: .code
      case .flag: .flag
      case .integer, .sessions: .integer
      case .money: .money
      case .date: .date
      case .sex: .sex
      case .identifier, .uprn, .practice: .identifier
      case .school: .school
      case .postcode: .postcode
      case .marks: .marks
      }
  }
}

extension ProblemCode {
  /// Whether the value only says that there is none.
  var meansAbsent: Bool {
    switch self {
    case .placeholderIdentifier, .placeholderPostcode, .placeholderName, .defaultDate: true
    default: false
    }
  }

  /// The problem of an identifier in our words.
  init(_ problem: IdentifierProblem, _ kind: IdentifierKind) {
    switch problem {
    case .empty, .placeholder, .temporary, .administrative: self = .placeholderIdentifier
    case .checkCharacter:
      switch kind {
      case .upn, .formerUPN: self = .upnCheckLetter
      case .nhsNumber: self = .nhsChecksum
      default: self = .checkCharacter
      }
    case .damagedBySpreadsheet: self = .spreadsheetDamage
    case .wrongLength, .wrongShape, .notAllocated, .centuryUnknown: self = .identifierShape
    }
  }
}
