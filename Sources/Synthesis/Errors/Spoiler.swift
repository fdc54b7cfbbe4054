import Vocabulary

/// Makes the errors of one agency's rows, and remembers each of them.
///
/// An agency's record of a person is wrong in the same way in every row and every extract, unless
/// the rows are typed by hand: the chances come from the agency, the person and the column.
struct Spoiler {
  /// An error made.
  struct Made: Sendable, Hashable {
    /// The column it was made in; empty for the whole row.
    var column: String
    var kind: ErrorKind
  }

  let scene: Scene
  let columns: [Column]
  let isTypedByHand: Bool
  let encoding: FileShape.Encoding
  /// What can befall the cells of each column, and how often.
  private let dangers: [[(kind: ErrorKind, rate: Int)]]

  init(
    scene: Scene, columns: [Column], isTypedByHand: Bool, encoding: FileShape.Encoding
  ) {
    self.scene = scene
    self.columns = columns
    self.isTypedByHand = isTypedByHand
    self.encoding = encoding
    dangers = columns.map { column in
      Self.kinds(for: column.meaning).map { ($0, scene.settings[$0]) }.filter { $0.1 > 0 }
    }
  }

  /// A row as the agency has it, and what is wrong with it.
  func spoil(_ row: Row) -> (cells: [String], made: [Made]) {
    var spoilt = Spoilt(row: row, cells: row.cells)
    for kind in row.errors { spoilt.made.append(Made(column: heading(for: kind), kind: kind)) }
    for slot in row.slots { spoilNames(of: slot, in: &spoilt) }
    spoilAddress(in: &spoilt)
    for place in columns.indices where !spoilt.touched.contains(place) {
      spoilCell(place, in: &spoilt)
    }
    for place in columns.indices { loseLetters(place, in: &spoilt) }
    return (spoilt.cells, spoilt.made)
  }

  /// A row on its way to being wrong.
  struct Spoilt {
    let row: Row
    var cells: [String]
    var made: [Made] = []
    var touched: Set<Int> = []

    mutating func set(_ place: Int, _ text: String) {
      cells[place] = text
      touched.insert(place)
    }
  }

  /// The chances of a column: the person's, so that they are the same in every row, or the row's.
  func chance(_ row: Row, _ column: Column) -> Chance {
    let heading = Chance.part(column.heading)
    guard let person = row.person(in: column.slot), !isTypedByHand else {
      return Chance(scene.seed, scene.source, row.key, heading)
    }
    return Chance(scene.seed, scene.source, UInt64(person.rawValue), heading)
  }

  private func heading(for kind: ErrorKind) -> String {
    guard kind == .oldAddress else { return "" }
    return columns.first { $0.meaning == .postcode || $0.meaning == .wholeAddress }?.heading ?? ""
  }

  /// Tries the errors that can befall a cell, in turn, until one is made.
  private func spoilCell(_ place: Int, in spoilt: inout Spoilt) {
    guard !dangers[place].isEmpty, !spoilt.cells[place].isEmpty else { return }
    let column = columns[place]
    var chance = chance(spoilt.row, column)
    for danger in dangers[place] where chance.happens(danger.rate) {
      let person = spoilt.row.person(in: column.slot).map { scene.neighbourhood[$0] }
      let before = spoilt.cells[place]
      guard let text = wrong(before, danger.kind, column.meaning, person, &chance), text != before
      else { continue }
      spoilt.set(place, text)
      spoilt.made.append(Made(column: column.heading, kind: danger.kind))
      return
    }
  }

  /// Letters that the file's encoding does not have become question marks, or plain letters.
  private func loseLetters(_ place: Int, in spoilt: inout Spoilt) {
    let text = spoilt.cells[place]
    guard !encoding.canWrite(text) else { return }
    var chance = Chance(scene.seed, scene.source, spoilt.row.key, UInt64(place), 0x1057)
    if chance.happens(scene.settings[.lostLetter]) {
      spoilt.made.append(Made(column: columns[place].heading, kind: .lostLetter))
      if chance.below(2) == 0 { return }
    }
    spoilt.cells[place] = SpellingVariants.plainSpelling(of: text)
  }

  /// The errors that can befall a cell, the rarely possible first.
  static func kinds(for meaning: Meaning) -> [ErrorKind] {
    switch meaning {
    case .surname:
      [
        .mojibake, .formerSurname, .maidenName, .halfSurname, .transliteration, .typo,
        .transposition, .phonetic, .opticalReading, .nameCase, .extraSpaces, .noteInName,
      ]
    case .forename:
      [
        .mojibake, .nickname, .transliteration, .typo, .transposition, .phonetic, .opticalReading,
        .nameCase, .extraSpaces,
      ]
    case .fullName:
      [
        .mojibake, .formerSurname, .maidenName, .halfSurname, .placeholderName, .typo,
        .transposition, .phonetic, .opticalReading, .nameCase, .extraSpaces, .noteInName,
      ]
    case .otherName: [.typo, .nameCase]
    case .born:
      [.missingBirthDate, .defaultDate, .swappedDayMonth, .wrongYearDigit, .hashes]
    case .date: [.hashes]
    case .sex: [.wrongSex]
    case .upn: [.temporaryUPN, .siblingUPN, .missingIdentifier, .wrongDigit]
    case .nhsNumber: [.motherNHSNumber, .missingIdentifier, .wrongDigit]
    case .nino, .otherIdentifier: [.missingIdentifier, .wrongDigit]
    case .addressLine, .wholeAddress: [.abbreviation]
    case .postcode: [.missingPostcode, .placeholderPostcode, .wrongPostcode]
    case .propertyNumber: [.scientificNumber, .notAvailable]
    case .reference: [.lostZeros]
    case .code: [.unknownCode, .notAvailable]
    case .initials, .flatPart, .ownNumber, .other: []
    }
  }
}
