/// A way in which a record goes wrong between a person's life and a council's desk.
public enum ErrorKind: String, Sendable, CaseIterable {
  // Names.
  case typo
  case opticalReading = "optical-reading"
  case transposition
  case phonetic
  case nickname
  case transliteration
  case swappedNames = "swapped-names"
  case oneFieldName = "one-field-name"
  case formerSurname = "former-surname"
  case maidenName = "maiden-name"
  case halfSurname = "half-surname"
  case placeholderName = "placeholder-name"
  case nameCase = "name-case"
  case extraSpaces = "extra-spaces"
  case noteInName = "note-in-name"

  // Dates.
  case swappedDayMonth = "swapped-day-month"
  case wrongYearDigit = "wrong-year-digit"
  case defaultDate = "default-date"
  case missingBirthDate = "missing-birth-date"

  // Numbers that name a person.
  case missingIdentifier = "missing-identifier"
  case wrongDigit = "wrong-digit"
  case siblingUPN = "sibling-upn"
  case temporaryUPN = "temporary-upn"
  case motherNHSNumber = "mother-nhs-number"
  case wrongSex = "wrong-sex"

  // Addresses.
  case wrongPostcode = "wrong-postcode"
  case missingPostcode = "missing-postcode"
  case placeholderPostcode = "placeholder-postcode"
  case flatElsewhere = "flat-elsewhere"
  case abbreviation
  case oldAddress = "old-address"

  // Codes, spreadsheets and encodings.
  case unknownCode = "unknown-code"
  case scientificNumber = "scientific-number"
  case hashes
  case notAvailable = "not-available"
  case lostZeros = "lost-zeros"
  case mojibake
  case lostLetter = "lost-letter"

  // Whole rows.
  case duplicateRow = "duplicate-row"
  case lateRow = "late-row"
  case cutShort = "cut-short"
  case extraSeparators = "extra-separators"
  case unquotedSeparator = "unquoted-separator"
}
