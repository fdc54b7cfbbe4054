import Testing

@testable import YAMLFiles

@Suite struct ReadingTests {
  enum Sex: String, CaseIterable { case female, male, unknown }

  struct Field: Equatable {
    var name: String?
    var required: Bool?
    var most: Int?
    var sex: Sex?
    var words: [String]?
  }

  static func field(_ reader: inout MappingReader) -> Field? {
    Field(
      name: reader.required("name") { $0.string() },
      required: reader.optional("required") { $0.boolean() },
      most: reader.optional("most") { $0.integer(in: 0...100) },
      sex: reader.optional("sex") { $0.word(as: Sex.self) },
      words: reader.optional("words") { words in words.list { $0.string() } })
  }

  private func read(_ text: String) throws -> (Field?, [String]) {
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse(text, name: "f.yaml")
    let field = document.read(collecting: &mistakes) { ReadingTests.field(&$0) }
    return (field, mistakes.map(\.description))
  }

  @Test func aRightDocumentIsReadWithoutMistakes() throws {
    let (field, mistakes) = try read(
      "name: no\nrequired: true\nmost: 7\nsex: male\nwords: [a, \"true\"]\n")
    #expect(mistakes == [])
    #expect(
      field == Field(name: "no", required: true, most: 7, sex: .male, words: ["a", "true"]))
  }

  struct Mistaken: CustomTestStringConvertible, Sendable {
    var text: String
    var mistakes: [String]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Mistaken(
      text: "name: a\nrequird: true",
      mistakes: ["f.yaml:2:1: unknown key 'requird'; did you mean 'required'?"]),
    Mistaken(
      text: "name: a\nzebra: 1", mistakes: ["f.yaml:2:1: unknown key 'zebra'"]),
    Mistaken(
      text: "name: a\nrequired: yes",
      mistakes: ["f.yaml:2:11: 'required' has to be true or false, not 'yes'; write true"]),
    Mistaken(
      text: "name: a\nrequired: \"true\"",
      mistakes: ["f.yaml:2:11: 'required' has to be true or false, not 'true'"]),
    Mistaken(
      text: "name: a\nmost: 1.5",
      mistakes: ["f.yaml:2:7: 'most' has to be a whole number, not '1.5'"]),
    Mistaken(
      text: "name: a\nmost: 101",
      mistakes: ["f.yaml:2:7: 'most' has to be from 0 to 100, not '101'"]),
    Mistaken(
      text: "name: a\nmost: 99999999999999999999",
      mistakes: ["f.yaml:2:7: 'most' has to be from 0 to 100, not '99999999999999999999'"]),
    Mistaken(
      text: "name: a\nsex: femal",
      mistakes: ["f.yaml:2:6: 'femal' is no value of 'sex'; did you mean 'female'?"]),
    Mistaken(
      text: "name: a\nsex: 7",
      mistakes: [
        "f.yaml:2:6: '7' is no value of 'sex'; use one of 'female', 'male', 'unknown'"
      ]),
    Mistaken(
      text: "name: a\nwords: b",
      mistakes: ["f.yaml:2:8: 'words' has to be a list, not 'b'"]),
    Mistaken(
      text: "name: a\nwords: [b, [c]]",
      mistakes: ["f.yaml:2:12: item 2 of 'words' has to be a text, not a list"]),
    Mistaken(
      text: "name:\nmost: 1",
      mistakes: ["f.yaml:1:6: 'name' has to be a text, not nothing"]),
    Mistaken(text: "most: 1", mistakes: ["f.yaml:1:1: the document lacks the key 'name'"]),
    Mistaken(
      text: "[a]",
      mistakes: ["f.yaml:1:1: the document has to be a mapping of keys to values, not a list"]),
  ])
  func aMistakeIsToldWithItsPlaceAndARemedy(mistaken: Mistaken) throws {
    #expect(try read(mistaken.text).1 == mistaken.mistakes)
  }

  @Test func allMistakesAreToldInTheOrderOfTheFile() throws {
    let (field, mistakes) = try read("naem: a\nrequired: on\nmost: -1\nwords: [a, {}]\n")
    #expect(field == Field(name: nil, required: nil, most: nil, sex: nil, words: ["a"]))
    #expect(
      mistakes.map { $0.split(separator: " ").first } == [
        "f.yaml:1:1:", "f.yaml:1:1:", "f.yaml:2:11:", "f.yaml:3:7:", "f.yaml:4:12:",
      ])
  }

  @Test func entriesHaveFreeKeysInTheirOrder() throws {
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse("codes:\n  b: 1\n  a: x\n  c: 3\n", name: "f")
    let pairs = document.read(collecting: &mistakes) { reader in
      reader.required("codes") { codes in
        codes.entries { key, _, value in value.integer().map { "\(key)=\($0)" } }
      }
    }
    #expect(pairs == ["b=1", "c=3"])
    #expect(mistakes.map(\.description) == ["f:3:6: 'a' has to be a whole number, not 'x'"])
  }

  @Test func aLongOrManyLinedTextIsShownShort() {
    #expect(Shown.text("ab\ncd") == "'ab…'")
    #expect(Shown.text(String(repeating: "x", count: 41)).count == 43)
  }
}

@Suite struct NearestWordTests {
  @Test(
    arguments: [
      ("requird", "required"), ("naem", "name"), ("Sourec", "source"), ("nmae", "name"),
      ("zebra", nil), ("x", nil), ("", nil), ("requ", "required"), ("k", nil),
      ("so", "source"),
    ] as [(String, String?)])
  func theNearestWordIsFound(typed: String, meant: String?) {
    let words = ["required", "name", "source", "kind", "y1"]
    #expect(NearestWord.suggestion(for: typed, among: words) == meant)
  }

  /// The table's distance agrees with the definition followed letter by letter.
  @Test func distanceAgreesWithItsDefinition() {
    var words: [[UInt8]] = [[]]
    for length in 0..<4 {
      words += words.filter { $0.count == length }.flatMap { word in [1, 2, 3].map { word + [$0] } }
    }
    let short = words.filter { $0.count <= 3 }
    for one in short {
      for other in words {
        #expect(NearestWord.distance(one, other) == slow(one[...], other[...]))
      }
    }
  }

  private func slow(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    guard let a = one.last else { return other.count }
    guard let b = other.last else { return one.count }
    var least = slow(one.dropLast(), other.dropLast()) + (a == b ? 0 : 1)
    least = min(least, slow(one.dropLast(), other) + 1, slow(one, other.dropLast()) + 1)
    if one.count > 1, other.count > 1, Array(one.suffix(2)) == Array(other.suffix(2).reversed()) {
      least = min(least, slow(one.dropLast(2), other.dropLast(2)) + 1)
    }
    return least
  }
}
