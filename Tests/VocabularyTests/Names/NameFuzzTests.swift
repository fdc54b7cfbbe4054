import TestSupport
import Testing

@testable import Vocabulary

@Suite struct NameFuzzTests {
  /// Bytes that mean something to the readers, and some that mean nothing anywhere.
  private static let pieces: [[UInt8]] =
    "a|B|é|ß|Smith|O'|Mc|de|van|(|)|'|\"|,|-|/|&|.| |  |_|7|123456|aka|nee|Mr|Jr|Baby|Unknown|Twin 1|李"
    .split(separator: "|").map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0], [0x92]]

  @Test func randomBytesNeverCrash() {
    var random = SplitMix64(seed: 20_130_722)
    for _ in 0..<1_500 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(12) {
        if random.below(8) == 0 {
          bytes.append(UInt8(random.below(256)))
        } else {
          bytes += random.one(of: Self.pieces)
        }
      }
      let name = PersonName.parse(full: bytes.span)
      let parts = name.givenNames + name.surname + name.knownAs
      for part in parts + name.aliases.joined() + name.formerSurnames.joined() {
        #expect(part.folded.utf8.allSatisfy { ASCII.isUppercase($0) || ASCII.isDigit($0) })
        #expect(!part.text.isEmpty)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = PersonName.people(full: text)
      _ = PersonName(forename: text, surname: text).traditionHints
      _ = name.surnameKeys
    }
  }

  /// Whatever stands around it, a surname that is no filler comes out, whole and in its place.
  @Test func surnamesAreNeverLost() {
    let surnames = [
      "Smith", "SMITH", "Smith-Jones", "O'Neil", "O NEIL", "Mc Donald", "de Souza", "van der Berg",
      "Wałęsa", "St John", "Al-Hassan", "Child", "Baby", "Master", "Begum", "King", "Park", "Ng",
    ]
    let forenames = ["John", "JOHN", "Mary Ann", "J", "Zoë", "Mary-Jane"]
    let frames: [(String, String) -> String] = [
      { "\($1), \($0)" }, { "\($1),\($0) (Known)" }, { "Mr \($0) \($1)" }, { "\($1), Mrs \($0)" },
      { "\($1), \($0) (deceased)" }, { "\($1), \($0) 123456" }, { "MIG_ERROR_\($1), \($0)" },
      { "\($1), \($0) aka Mia nee Brown" }, { "\($1), \($0) Jr" },
    ]
    for surname in surnames {
      let expected = PersonName(forename: "Ann", surname: surname).surname.folded
      #expect(expected.filter { $0 != " " } == letters(surname))
      for forename in forenames {
        for frame in frames {
          let field = frame(forename, surname)
          let name = PersonName.parse(full: field)
          let isHeaded = field.hasPrefix("Mr ")
          // Without a comma a gap or a shouted forename leaves the order to a guess.
          if isHeaded && (surname.contains(" ") || forename == "JOHN") { continue }
          #expect(name.surname.folded == expected, "\(field)")
          #expect(
            name.givenNames.folded
              == PersonName(forename: forename, surname: "X").givenNames.folded, "\(field)")
        }
      }
    }
  }

  /// The plain letters of a text, by a way of its own.
  private func letters(_ text: String) -> String {
    let plain = ["ł": "l", "ę": "e", "ë": "e"]
    return text.map { plain[String($0)] ?? String($0) }.joined().uppercased()
      .filter { $0.isASCII && $0.isLetter }
  }

  /// In a field for surnames every letter comes out, for every pair and triple of words.
  @Test func everyShortSurnameKeepsItsLetters() {
    let words = ["Smith", "de", "O'", "Mc", "van", "X", "St", "al", "King", "Ali"]
    for first in words {
      for second in words {
        for third in words + [""] {
          for gap in [" ", "-"] {
            let field = [first, second, third].filter { !$0.isEmpty }.joined(separator: gap)
            let name = PersonName(forename: "Ann", surname: field)
            #expect(name.surname.folded.filter { $0 != " " } == letters(field), "\(field)")
          }
        }
      }
    }
  }
}
