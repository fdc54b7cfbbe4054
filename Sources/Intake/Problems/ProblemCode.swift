/// What can be wrong with an extract, a row or a cell.
///
/// Where the meaning is the same the words are those of Frictionless and csvlint, which data teams know.
public enum ProblemCode: String, Hashable, Sendable, CaseIterable {
  // Of a whole extract.
  case encodingError = "encoding-error"
  case mixedEncodings = "mixed-encodings"
  case archiveRefused = "archive-refused"
  case digestMismatch = "digest-mismatch"
  case notText = "not-text"
  case emptyFile = "empty-file"
  case headerNotFound = "header-not-found"
  case missingLabel = "missing-label"
  case duplicateLabel = "duplicate-label"
  case otherHeader = "other-header"
  case countMismatch = "count-mismatch"
  case rowCount = "row-count"
  case noTotal = "missing-total"
  case cutShort = "cut-short"

  // Of a record.
  case unclosedQuote = "unclosed-quote"
  case strayQuote = "stray-quote"
  case recordTooLong = "record-too-long"
  case invalidEncoding = "invalid-encoding"
  case forbiddenValue = "forbidden-value"
  case missingCell = "missing-cell"
  case extraCell = "extra-cell"
  case nobodyNamed = "nobody-named"

  // Of a cell.
  case requiredValue = "required-value"
  case typeError = "type-error"
  case unknownCode = "unknown-code"
  case outOfRange = "out-of-range"
  case patternMismatch = "pattern-mismatch"
  case unreadableDate = "unreadable-date"
  case ambiguousDate = "ambiguous-date"
  case dateInFuture = "date-in-future"
  case dateTooEarly = "date-too-early"
  case endBeforeStart = "end-before-start"
  case defaultDate = "default-date"
  case unknownTerm = "unknown-term"
  case spreadsheetDamage = "spreadsheet-damage"
  case upnCheckLetter = "upn-check-letter"
  case nhsChecksum = "nhs-checksum"
  case checkCharacter = "check-character"
  case identifierShape = "identifier-shape"
  case placeholderIdentifier = "placeholder-identifier"
  case postcodeShape = "postcode-shape"
  case placeholderPostcode = "placeholder-postcode"
  case placeholderName = "placeholder-name"
  case repairedZeros = "repaired-zeros"
  case repairedEncoding = "repaired-encoding"
  case notUnique = "unique-violation"

  /// What the problem is about.
  public enum Level: String, Hashable, Sendable {
    case file, row, cell
  }

  /// What the problem is about.
  public var level: Level {
    switch self {
    case .encodingError, .mixedEncodings, .archiveRefused, .digestMismatch, .notText,
      .emptyFile, .headerNotFound, .missingLabel, .duplicateLabel, .otherHeader, .countMismatch,
      .rowCount, .noTotal, .cutShort:
      .file
    case .unclosedQuote, .strayQuote, .recordTooLong, .invalidEncoding, .forbiddenValue,
      .missingCell, .extraCell, .nobodyNamed:
      .row
    default: .cell
    }
  }

  /// Whether the value was put right and is used.
  public var isRepair: Bool { self == .repairedZeros || self == .repairedEncoding }
}
