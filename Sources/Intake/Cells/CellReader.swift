import Vocabulary

/// Reads cells into their canonical form, or says what is wrong with them.
///
/// A reader is made for one column of one run; it holds whatever would be slow to find out again for each row.
struct CellReader: Sendable {
  let column: ColumnContract
  /// The day for which the run is made: no birth is after it, and it settles years of two digits.
  let asOf: Day
  private let codes: CodeTable?
  private let nullWords: [[UInt8]]
  private let pattern: [UInt8]?

  /// Postcodes that stand for «not known».
  let pseudoPostcodes: PseudoPostcodes

  init(column: ColumnContract, asOf: Day, pseudoPostcodes: PseudoPostcodes = .standard) {
    self.column = column
    self.pseudoPostcodes = pseudoPostcodes
    self.asOf = asOf
    if case .code(let codes) = column.type { self.codes = CodeTable(codes) } else { codes = nil }
    nullWords = column.nullWords.map { CodeTable.folded(Array($0.utf8)) }
    pattern = column.pattern.map { Array($0.utf8) }
  }

  /// Reads one cell; its canonical text is appended to `text`.
  ///
  /// A value that was repaired is present, and the repair is told all the same.
  func read(
    _ field: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    cell.state = .absent
    cell.text = .none
    if field.count == 0 { return nil }
    let value = field.extracting(field.trimmedRange())
    if NullWord.matches(value) || isNullWord(value) || saysNotKnown(value) { return nil }
    let start = text.count
    var problem = readValue(value, into: &text, &cell)
    if problem == nil, let pattern, !CellPattern.matches(value, pattern) {
      problem = .patternMismatch
    }
    if let problem, problem != .repairedZeros {
      text.removeLast(text.count - start)
      cell.state = problem.meansAbsent ? .absent : .invalid
      return problem
    }
    cell.text = TextRange(start: UInt32(start), count: UInt32(text.count - start))
    cell.state = .present
    return problem
  }

  /// Sexes have codes for «not known».
  private func saysNotKnown(_ value: Span<UInt8>) -> Bool {
    column.type == .sex && SexWord.read(value)?.utf8CodeUnitCount == 0
  }

  private func isNullWord(_ value: Span<UInt8>) -> Bool {
    guard !nullWords.isEmpty else { return false }
    let folded = CodeTable.folded(value)
    return nullWords.contains(folded)
  }

  private func readValue(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    // A run of `##` in marks is a planned closure, and no damage.
    if column.type != .marks, SpreadsheetDamage.isIn(value) { return .spreadsheetDamage }
    switch column.type {
    case .reference where SpreadsheetDamage.isExponent(value): return .spreadsheetDamage
    case .text, .name, .reference:
      TidyText.append(value, to: &text)
      return nil
    case .code: return readCode(value, into: &text, &cell)
    case .flag: return readFlag(value, into: &text, &cell)
    case .sex: return readSex(value, into: &text)
    case .integer, .sessions: return readInteger(value, into: &text, &cell)
    case .money(let isInverted):
      return readMoney(value, isInverted: isInverted, into: &text, &cell)
    case .date(let patterns, let isBirth):
      return readDate(value, patterns, isBirth: isBirth, into: &text, &cell)
    case .term:
      TidyText.append(value, to: &text)
      return nil
    case .identifier(let kind): return readIdentifier(value, kind, into: &text)
    case .uprn: return readIdentifier(value, .uprn, into: &text)
    case .school: return readSchool(value, into: &text)
    case .practice: return readIdentifier(value, .gpPractice, into: &text)
    case .postcode: return readPostcode(value, into: &text)
    case .marks:
      for index in 0..<value.count { text.append(value[index]) }
      return SessionMarks(value) == nil ? .unknownCode : nil
    }
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
      if column.padding != nil, kind == .nhsNumber {
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
