/// The wording of problems, apart from where they are found.
extension ProblemCode {
  /// What is wrong, in one sentence.
  public var meaning: String {
    switch self {
    case .encodingError: "The file is not in the encoding that the contract names."
    case .mixedEncodings: "Some lines are UTF-8 and some Windows-1252; each was read as what it is."
    case .archiveRefused: "The archive holds something that is not read."
    case .digestMismatch: "The file is not the one whose digest the agency sent with it."
    case .notText: "The file is no table of text, whatever its name says."
    case .emptyFile: "There is nothing in the file, not even headings."
    case .headerNotFound: "No row has the headings of the contract."
    case .missingLabel: "A column of the contract is not in the header."
    case .otherHeader: "A row further down is a header of other columns; what follows is misread."
    case .duplicateLabel: "Two headings stand for the same column."
    case .countMismatch: "The total stated at the end is not the number of rows."
    case .rowCount: "The number of rows is outside the band of the contract."
    case .noTotal: "The total that ends a whole file is not there."
    case .cutShort: "The file ends in the middle of a row."
    case .unclosedQuote: "A quotation mark is opened and never closed."
    case .strayQuote: "A quotation mark stands where none may."
    case .recordTooLong: "The row is longer than any row should be."
    case .invalidEncoding: "The row has bytes that are no text in the file's encoding."
    case .forbiddenValue: "The row has a NUL byte."
    case .missingCell: "The row has fewer cells than the header."
    case .extraCell: "The row has more cells than the header."
    case .nobodyNamed: "The row names none of the people that it is about."
    case .requiredValue: "A value that every row must have is empty."
    case .typeError: "The value is not of the column's type."
    case .unknownCode: "The value is none of the contract's codes."
    case .outOfRange: "The number is outside the contract's range."
    case .patternMismatch: "The value does not have the contract's shape."
    case .unreadableDate: "The value is no date in the contract's patterns."
    case .ambiguousDate: "The date can be read in two ways, and nothing in the file settles which."
    case .dateInFuture: "The date is after the day for which the run is made."
    case .dateTooEarly: "The date is longer ago than what an extract tells of can be."
    case .endBeforeStart: "The end is before the start."
    case .defaultDate: "The date is one that systems fill in when they have none."
    case .unknownTerm: "The term is not in the calendar."
    case .spreadsheetDamage: "A spreadsheet has destroyed the value."
    case .upnCheckLetter: "The UPN's check letter is not right."
    case .nhsChecksum: "The NHS number's check digit is not right."
    case .checkCharacter: "The number's check character is not right."
    case .identifierShape: "The number does not have the shape of its kind."
    case .placeholderIdentifier: "The number is a filler that stands for «not known»."
    case .postcodeShape: "The value is no postcode."
    case .placeholderPostcode: "The postcode is one that stands for «not known»."
    case .placeholderName: "The name is one that stands for «not known»."
    case .repairedZeros:
      "Leading zeros that a spreadsheet had dropped were put back; the check digit proves it."
    case .repairedEncoding:
      "Letters that had been read in a wrong encoding, as ZoÃ« for Zoë, were read back."
    case .notUnique: "Several rows share a value that should be each row's own."
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .encodingError: "Name the right encoding, or write auto."
    case .mixedEncodings: "Ask the agency to export in one encoding."
    case .archiveRefused: "Send one file in each archive, without links, folders or a password."
    case .digestMismatch: "Ask for the file again: it was cut short or changed on the way."
    case .notText: "Ask for it saved as CSV, or give it the ending that it should have."
    case .emptyFile: "Ask for the file again; a quiet month's has its headings too."
    case .headerNotFound:
      "Add the headings that the file has to the columns' aliases, or raise header: within."
    case .missingLabel: "Add the heading that the file uses to the column's aliases."
    case .otherHeader: "Send what was pasted together as files of their own."
    case .duplicateLabel: "Take one of the two headings out of the aliases."
    case .countMismatch: "Ask for the file again: rows were lost or added on the way."
    case .rowCount: "Ask whether the extract is whole; if it is, change rows: in the contract."
    case .noTotal: "Ask for the file again: its end is missing."
    case .cutShort: "Ask for the file again: its end is missing."
    case .unclosedQuote, .strayQuote:
      "Ask for quotes inside values to be doubled, or write quotes: tolerant."
    case .recordTooLong: "Look for a missing line end or quotation mark near the line."
    case .invalidEncoding: "Ask for the export in UTF-8."
    case .forbiddenValue: "Ask how a NUL came into the export; the file may be damaged."
    case .missingCell, .extraCell: "Ask for values with delimiters in them to be quoted."
    case .nobodyNamed: "Ask the agency to complete the record."
    case .requiredValue: "Ask the agency to complete the record, or drop required: from the column."
    case .typeError: "Correct the value at the source, or the column's type in the contract."
    case .unknownCode: "Ask what the code means and add it to codes:."
    case .outOfRange: "Correct the value at the source, or range: in the contract."
    case .patternMismatch: "Correct the value at the source, or pattern: in the contract."
    case .unreadableDate: "Correct the value at the source, or add its pattern to format:."
    case .ambiguousDate: "Say in format: which of the two the agency writes."
    case .dateInFuture:
      "Correct the value at the source, or write past: false if it may be to come."
    case .dateTooEarly: "Correct the value at the source, or its pattern in format:."
    case .endBeforeStart: "Correct the dates at the source."
    case .defaultDate: "Nothing, unless the agency has the true date."
    case .unknownTerm: "Add the term to the calendar."
    case .spreadsheetDamage:
      "Ask for the export as it leaves the system, not as saved by a spreadsheet."
    case .upnCheckLetter, .nhsChecksum, .checkCharacter, .identifierShape:
      "Correct the number at the source; until then it is not used."
    case .placeholderIdentifier, .placeholderPostcode, .placeholderName:
      "Nothing: it is treated as not said."
    case .postcodeShape: "Correct the postcode at the source; until then it is not used."
    case .repairedZeros: "Nothing, or ask for the export as it leaves the system."
    case .repairedEncoding:
      "Nothing, or ask where between the systems UTF-8 is taken for Windows-1252."
    case .notUnique:
      "Look at the rows: two people may share one number, or one person have two records."
    }
  }
}
