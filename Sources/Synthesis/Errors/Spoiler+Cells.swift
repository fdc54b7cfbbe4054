import Vocabulary

// What each kind of error makes of one cell; nil where it cannot be made.
extension Spoiler {
  func wrong(
    _ text: String, _ kind: ErrorKind, _ meaning: Meaning, _ person: Person?,
    _ chance: inout Chance
  ) -> String? {
    switch kind {
    case .typo: Misspelling.typo(text, &chance)
    case .opticalReading: Misspelling.opticalReading(text, &chance)
    case .transposition: Misspelling.transposition(text, &chance)
    case .phonetic: Misspelling.phonetic(text, &chance)
    case .nickname: person?.knownAs.map { inCase(of: text, $0) }
    case .transliteration: SpellingVariants.variant(of: text, &chance).map { inCase(of: text, $0) }
    case .formerSurname: otherSurname(in: text, of: person, byMarriage: false)
    case .maidenName: otherSurname(in: text, of: person, byMarriage: true)
    case .halfSurname: halfSurname(in: text, of: person, &chance)
    case .placeholderName: chance.pick(Self.placeholders)
    case .nameCase: text == text.uppercased() ? text.lowercased() : text.uppercased()
    case .extraSpaces: extraSpaces(text, &chance)
    case .noteInName:
      text + (chance.pick([" (deceased)", " *DUPLICATE*", " (Mrs)", " - SEE FILE"]) ?? "")
    case .mojibake: mojibake(text)
    case .missingBirthDate, .missingIdentifier, .missingPostcode: ""
    case .swappedDayMonth, .wrongYearDigit, .defaultDate: wrongDate(kind, meaning, person, &chance)
    case .hashes: "########"
    case .notAvailable: "#N/A"
    case .wrongSex: text == "F" ? "M" : "F"
    case .temporaryUPN: person?.identifiers.temporaryUPN
    case .siblingUPN: siblingUPN(of: person, &chance)
    case .motherNHSNumber: motherNumber(of: person)
    case .wrongDigit: wrongDigit(text, &chance)
    case .wrongPostcode: WrongAddress.wrongPostcode(text, &chance)
    case .placeholderPostcode: chance.pick(["ZZ99 3WZ", "SO99 9ZZ", "ZZ99 3VZ"])
    case .abbreviation: WrongAddress.abbreviated(text)
    case .unknownCode: chance.pick(["??", "OTHER", "9", "TBC"])
    case .scientificNumber: scientific(text)
    case .lostZeros: text.hasPrefix("0") ? String(text.drop { $0 == "0" }) : nil
    default: nil
    }
  }

  static var placeholders: [String] { ["Unknown", "N/K", "Not known", "Occupier", "Test Test"] }

  /// A surname of another time of life in place of today's.
  private func otherSurname(in text: String, of person: Person?, byMarriage: Bool) -> String? {
    guard let person else { return nil }
    let now = person.name(on: scene.day)
    guard (now.reason == .marriage) == byMarriage,
      let before = person.names.last(where: { $0.from < now.from && $0.surname != now.surname })
    else { return nil }
    return replacing(now.surname, in: text, with: before.surname)
  }

  private func halfSurname(in text: String, of person: Person?, _ chance: inout Chance) -> String? {
    guard let surname = person?.name(on: scene.day).surname else { return nil }
    let halves = surname.split { $0 == "-" || $0 == " " }.map(String.init)
    guard halves.count == 2, let half = chance.pick(halves), half.count > 2 else { return nil }
    return replacing(surname, in: text, with: half)
  }

  private func replacing(_ old: String, in text: String, with new: String) -> String? {
    if text.contains(old) { return text.replacing(old, with: new) }
    let upper = old.uppercased()
    return text.contains(upper) ? text.replacing(upper, with: new.uppercased()) : nil
  }

  private func inCase(of text: String, _ new: String) -> String {
    text == text.uppercased() ? new.uppercased() : new
  }

  private func extraSpaces(_ text: String, _ chance: inout Chance) -> String {
    switch chance.below(3) {
    case 0: " " + text
    case 1: text + "  "
    default: text + "\u{A0}"
    }
  }

  /// UTF-8 read as Windows-1252: `Zoë` becomes `ZoÃ«`.
  private func mojibake(_ text: String) -> String? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var misread = ""
    for byte in text.utf8 { misread.unicodeScalars.append(Unicode.Scalar(byte)) }
    return misread
  }

  private func wrongDate(
    _ kind: ErrorKind, _ meaning: Meaning, _ person: Person?, _ chance: inout Chance
  ) -> String? {
    guard case .born(let style) = meaning, let born = person?.born else { return nil }
    let wrong =
      switch kind {
      case .swappedDayMonth: WrongDate.swapped(born)
      case .wrongYearDigit: WrongDate.wrongYear(born, &chance)
      default: WrongDate.byDefault(born, &chance)
      }
    guard let wrong, wrong <= scene.day else { return nil }
    return style.text(wrong)
  }

  private func siblingUPN(of person: Person?, _ chance: inout Chance) -> String? {
    guard let person else { return nil }
    let numbers = scene.index.siblings(of: person).compactMap {
      scene.neighbourhood[$0].identifiers.upn
    }
    return chance.pick(numbers)
  }

  /// An infant's record that was opened under its mother's number.
  private func motherNumber(of person: Person?) -> String? {
    guard let person, person.age(on: scene.day) < 2, let mother = person.mother else { return nil }
    return scene.neighbourhood[mother].identifiers.nhsNumber
  }

  private func wrongDigit(_ text: String, _ chance: inout Chance) -> String? {
    var letters = Array(text)
    guard let place = chance.pick(letters.indices.filter { letters[$0].isNumber }),
      let new = chance.pick(Array("0123456789").filter { $0 != letters[place] })
    else { return nil }
    letters[place] = new
    return String(letters)
  }

  /// What a spreadsheet makes of a long number: `1.00012E+11`.
  private func scientific(_ text: String) -> String? {
    let digits = Array(text)
    guard digits.count >= 8, digits.allSatisfy(\.isNumber) else { return nil }
    let rest = String(digits[1...5])
    let power = digits.count - 1
    return "\(digits[0]).\(rest)E+\(power < 10 ? "0" : "")\(power)"
  }
}
