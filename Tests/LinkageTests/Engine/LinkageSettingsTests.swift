import Testing
import YAMLFiles

@testable import Linkage

@Suite struct LinkageSettingsTests {
  private static let good = """
    linkage: made
    columns:
      forename: name
      born: { type: date, header: [dob, birth date], format: dd/MM/yyyy }
      town: text
      aliases: { type: name, list: ";" }
    comparisons: [forename, born]
    blocking: ["forename, year(born)"]
    """

  @Test func `good settings are read`() throws {
    let settings = try MadeRecords.settings(Self.good)
    #expect(settings.columns.map(\.name) == ["forename", "born", "town", "aliases"])
    #expect(settings.columns[1].headers == ["dob", "birth date"])
    #expect(settings.blocking.map(\.text) == ["forename, year(born)"])
    #expect(settings.comparisons[0].levels.last?.condition == nil)
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let from: String
    let to: String
    let said: String
  }

  static let mistakes = [
    Mistake(
      testDescription: "a column that is not there", from: "forename, year(born)",
      to: "forname, year(born)", said: "there is no column 'forname'; did you mean 'forename'?"),
    Mistake(
      testDescription: "a function that is not there", from: "year(born)", to: "yaer(born)",
      said: "there is no function 'yaer'; did you mean 'year'?"),
    Mistake(
      testDescription: "a type that is not there", from: "forename: name", to: "forename: nmae",
      said: "'nmae' is no value of 'forename'; did you mean 'name'?"),
    Mistake(
      testDescription: "a test without its bound", from: "[forename, born]",
      to: "[{ name: f, levels: [jaro_winkler(forename)] }]",
      said: "'jaro_winkler' needs a bound with '>='; such as jaro_winkler(…) >= 0.92"),
    Mistake(
      testDescription: "a date test on a name", from: "[forename, born]",
      to: "[{ name: f, levels: [one_digit(forename)] }]",
      said: "'one_digit' compares dates, and forename is text"),
    Mistake(
      testDescription: "an open bracket", from: "[forename, born]",
      to: "[{ name: f, levels: ['exact(forename'] }]",
      said:
        "')' is wanted here (character 15); within [ ], put a text that has commas into quotes"),
    Mistake(
      testDescription: "else before the end", from: "[forename, born]",
      to: "[{ name: f, levels: [else, exact(forename)] }]",
      said: "'else' can only be the last level"),
    Mistake(
      testDescription: "a template that is not there", from: "[forename, born]",
      to: "[nam(forename)]", said: "there is no comparison of 1 'nam'; did you mean 'name'?"),
    Mistake(
      testDescription: "two comparisons in one line", from: "[forename, born]",
      to: "[\"born, forename\"]",
      said: "one comparison is wanted here; write a line for each of the 2"),
    Mistake(
      testDescription: "a comparison with a number", from: "[forename, born]",
      to: "[\"name(forename, 3)\"]", said: "'name' compares expressions, and takes no number"),
    Mistake(
      testDescription: "a number that no machine holds", from: "year(born)",
      to: "first(forename, 99999999999999999999)",
      said:
        "a whole number is wanted here (character 27 of 'forename, first(forename, 99999999999999999999)')"
    ),
    Mistake(
      testDescription: "part of a letter", from: "year(born)", to: "first(forename, 2.5)",
      said: "a whole number is wanted here (character 27 of 'forename, first(forename, 2.5)')"),
    Mistake(
      testDescription: "words of words", from: "year(born)", to: "words(words(forename))",
      said: "'words' wants one text each record, and words(forename) is lists"),
    Mistake(
      testDescription: "nicknames of a list", from: "year(born)", to: "nicknames(aliases)",
      said: "'nicknames' wants one text each record, and aliases is lists"),
    Mistake(
      testDescription: "a point of names", from: "year(born)", to: "point(forename, forename)",
      said: "'point' wants numbers, and forename is text"),
    Mistake(
      testDescription: "the year of a name", from: "year(born)", to: "year(forename)",
      said: "'year' wants dates, and forename is text"),
    Mistake(
      testDescription: "any of two types", from: "year(born)", to: "any_of(forename, town)",
      said: "'any_of' wants columns of one type; forename is name, town is text; "
        + "give the columns the same 'type'"),
    Mistake(
      testDescription: "any of two functions", from: "year(born)",
      to: "any_of(words(forename), words(town))",
      said:
        "'any_of' wants columns of one type; words(forename) is a function, words(town) is a function; "
        + "give the columns the same 'type'"),
    Mistake(
      testDescription: "two types swapped", from: "[forename, born]",
      to: "[{ name: f, levels: [\"swapped(forename, town)\"] }]",
      said: "'swapped' wants columns of one type; forename is name, town is text; "
        + "give the columns the same 'type'"),
    Mistake(
      testDescription: "two types swapped by a template", from: "[forename, born]",
      to: "[\"names(forename, town)\"]",
      said: "'swapped' wants columns of one type; forename is name, town is text; "
        + "give the columns the same 'type'"),
    Mistake(
      testDescription: "a date test on any of some names", from: "[forename, born]",
      to: "[{ name: f, levels: [\"one_digit(any_of(forename, aliases))\"] }]",
      said: "'one_digit' compares dates, and any_of(forename, aliases) is text"),
    Mistake(
      testDescription: "one of a list", from: "comparisons:",
      to: "clusters: { never_two: [aliases] }\ncomparisons:",
      said: "aliases is a list, and two lists may differ and still be one person's; "
        + "name a column with one value"),
  ]

  @Test(arguments: mistakes)
  func `mistakes are told`(_ mistake: Mistake) throws {
    let text = Self.good.replacing(mistake.from, with: mistake.to)
    try #require(text != Self.good)
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse(Array(text.utf8), name: "made.yaml")
    _ = LinkageSettings.read(document, collecting: &mistakes)
    let said = mistakes.map { [$0.what, $0.suggestion].compactMap(\.self).joined(separator: "; ") }
    #expect(said.contains(mistake.said), "\(said)")
  }

  @Test func `what is written is what is read`() throws {
    let texts = [
      "exact(a)", "jaro_winkler(a) >= 0.92 and not exact(first(b, 3))",
      "(exact(a) or exact(b)) and swapped(a, b)", "days_apart(a) <= 31",
    ]
    for text in texts { #expect(try ExpressionParser.condition(text).text == text) }
  }
}
