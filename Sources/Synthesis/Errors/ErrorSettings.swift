/// How often each kind of error is made, in ten thousand chances to make it.
///
/// A chance is a cell that the error could befall: a nickname needs a person who has one, a
/// sibling's pupil number needs a sibling.
public struct ErrorSettings: Sendable {
  private var rates: [ErrorKind: Int]

  /// Settings with the rates given and no other error.
  public init(rates: [ErrorKind: Int]) { self.rates = rates }

  /// How many in ten thousand.
  public subscript(_ kind: ErrorKind) -> Int {
    get { rates[kind] ?? 0 }
    set { rates[kind] = newValue }
  }

  /// No error at all.
  public static let none = ErrorSettings(rates: [:])

  /// The rates of ordinary extracts: about one person's record in ten has something wrong.
  public static let usual = ErrorSettings(rates: [
    .typo: 80, .opticalReading: 15, .transposition: 40, .phonetic: 60, .nickname: 1_200,
    .transliteration: 600, .swappedNames: 40, .oneFieldName: 30, .formerSurname: 1_500,
    .maidenName: 600, .halfSurname: 1_500, .placeholderName: 25, .nameCase: 150,
    .extraSpaces: 80, .noteInName: 20,
    .swappedDayMonth: 60, .wrongYearDigit: 40, .defaultDate: 30, .missingBirthDate: 120,
    .missingIdentifier: 500, .wrongDigit: 60, .siblingUPN: 25, .temporaryUPN: 3_000,
    .motherNHSNumber: 400, .wrongSex: 20,
    .wrongPostcode: 60, .missingPostcode: 150, .placeholderPostcode: 20, .flatElsewhere: 1_200,
    .abbreviation: 900, .oldAddress: 700,
    .unknownCode: 15, .scientificNumber: 60, .hashes: 10, .notAvailable: 20, .lostZeros: 400,
    .mojibake: 1_000, .lostLetter: 10_000,
    .duplicateRow: 40, .lateRow: 100, .cutShort: 6, .extraSeparators: 15, .unquotedSeparator: 8,
  ])

  /// The same errors, each so many percent as frequent, and at most always.
  public func scaled(percent: Int) -> ErrorSettings {
    ErrorSettings(rates: rates.mapValues { min(10_000, $0 * percent / 100) })
  }
}
