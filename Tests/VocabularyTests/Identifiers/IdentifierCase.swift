import Testing

@testable import Vocabulary

/// A text, and the canonical text or the problem that reading it must give.
struct IdentifierCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: Result<String, IdentifierProblem>

  var testDescription: String { text.isEmpty ? "nothing" : text }

  static func valid(_ text: String, as canonical: String? = nil) -> IdentifierCase {
    IdentifierCase(text: text, expected: .success(canonical ?? text))
  }

  static func invalid(_ text: String, _ problem: IdentifierProblem) -> IdentifierCase {
    IdentifierCase(text: text, expected: .failure(problem))
  }

  static func wrongCheck(_ text: String, right: Character?) -> IdentifierCase {
    invalid(text, .checkCharacter(expected: right))
  }

  func check<Kind: Identifier>(_ kind: Kind.Type) {
    let result = Result { () throws(IdentifierProblem) -> String in try Kind(text).text }
    #expect(result == expected)
  }
}

/// Whether the text is read as valid.
func isValid<Kind: Identifier>(_ text: [UInt8], _ kind: Kind.Type) -> Bool {
  (try? Kind(text.span)) != nil
}

/// How many ways of changing one digit, or of swapping two neighbours, are still read as valid.
struct Mutations {
  var changed = 0
  var swapped = 0

  init<Kind: Identifier>(of text: String, digits: Range<Int>, _ kind: Kind.Type) {
    let bytes = Array(text.utf8)
    for index in digits {
      for digit in UInt8(0x30)...0x39 where digit != bytes[index] {
        var mutated = bytes
        mutated[index] = digit
        changed += isValid(mutated, kind) ? 1 : 0
      }
      guard index + 1 < digits.upperBound, bytes[index] != bytes[index + 1] else { continue }
      var mutated = bytes
      mutated.swapAt(index, index + 1)
      swapped += isValid(mutated, kind) ? 1 : 0
    }
  }
}
