import Intake
import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Criteria

/// The packs and the vocabulary of the project.
enum ShippedPacks {
  static let names = ["tf1-2012", "harrow-2013", "hampshire-2013", "tf2-2015", "sf-2022"]

  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/pipelines"
  }()

  static func vocabulary() throws -> FactVocabulary {
    let document = try document("vocabulary.yaml")
    var mistakes: [YAMLMistake] = []
    let vocabulary = FactVocabulary.read(document, collecting: &mistakes)
    #expect(mistakes.isEmpty)
    return try #require(vocabulary)
  }

  static func pack(_ name: String, _ vocabulary: FactVocabulary) throws -> CriteriaPack {
    var mistakes: [YAMLMistake] = []
    let pack = CriteriaPack.read(
      try document("criteria/\(name).yaml"), vocabulary: vocabulary, collecting: &mistakes)
    #expect(mistakes.isEmpty, "\(mistakes.map(\.description).joined(separator: "\n"))")
    return try #require(pack)
  }

  /// A pack of one criterion with the rule, which meets or does not meet some examples.
  static func tried(
    _ rule: String, examples: String = "[]", _ vocabulary: FactVocabulary,
    collecting mistakes: inout [YAMLMistake]
  ) throws -> CriteriaPack? {
    let text = """
      pack: tried
      title: Tried
      version: 1
      from: 2013-04-01
      source: ours
      about: Tried.
      people:
        child: {under: 18}
        offender: {under: 18, at: event}
      examples: {date: 2013-07-15, people: {ann: {born: 2000-03-14}}}
      criteria:
        tried:
          {title: Tried, wording: Tried., source: ours, confidence: proposal, rule: \(rule), examples: \(examples)}
      """
    return CriteriaPack.read(
      try YAMLDocument.parse(text, name: "tried.yaml"), vocabulary: vocabulary,
      collecting: &mistakes)
  }

  private static func document(_ name: String) throws -> YAMLDocument {
    try YAMLDocument.parse(try readText("\(folder)/\(name)"), name: name)
  }
}
