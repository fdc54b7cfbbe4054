import Foundation
import Journeys
import Testing
import Vocabulary
import YAMLFiles

/// What ships in the folder `pipelines`, read as the program reads it.
enum Shipped {
  static let pipelines = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines")

  static let vocabulary: FactVocabulary = {
    do {
      var mistakes: [YAMLMistake] = []
      let document = try document("vocabulary.yaml")
      return document.read(collecting: &mistakes) { PlainVocabulary.read(&$0) } ?? empty
    } catch {
      Issue.record("vocabulary.yaml cannot be read: \(error)")
      return empty
    }
  }()

  private static let empty = FactVocabulary(agencies: [], kinds: [], relations: [])

  static func rules() throws -> JourneyRules {
    var mistakes: [YAMLMistake] = []
    let document = try document("criteria/earliest-concern.yaml")
    let rules = JourneyRules.read(document, vocabulary: vocabulary, collecting: &mistakes)
    try #require(mistakes == [], "\(mistakes.map(\.description).joined(separator: "\n"))")
    return try #require(rules)
  }

  static func costs() throws -> CostTable {
    var mistakes: [YAMLMistake] = []
    let document = try document("costs/unit-costs-2015.yaml")
    let costs = CostTable.read(document, vocabulary: vocabulary, collecting: &mistakes)
    try #require(mistakes == [], "\(mistakes.map(\.description).joined(separator: "\n"))")
    return try #require(costs)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: pipelines.appending(path: path), encoding: .utf8)
  }

  static func document(_ path: String) throws -> YAMLDocument {
    try YAMLDocument.parse(text(path), name: path)
  }

  static func kind(_ name: String) -> Int {
    vocabulary.kinds.firstIndex { $0.name == name } ?? -1
  }
}

/// Reads what tests need of `vocabulary.yaml`; the program's own reader lives with the contracts.
private enum PlainVocabulary {
  static func read(_ reader: inout MappingReader) -> FactVocabulary? {
    let agencies = reader.required("agencies") { value in
      value.entries { name, _, value in value.mapping { agency(name, &$0) } }
    }
    let kinds = reader.required("kinds") { value in
      value.entries { name, _, value in value.mapping { kind(name, &$0) } }
    }
    _ = reader.node("relations")
    return FactVocabulary(agencies: agencies ?? [], kinds: kinds ?? [], relations: [])
  }

  private static func agency(_ name: String, _ reader: inout MappingReader) -> Agency? {
    let title = reader.required("title") { $0.string() }
    let universal = reader.optional("universal") { $0.boolean() }
    return Agency(name: name, title: title ?? "", isUniversal: universal ?? false)
  }

  private static func kind(_ name: String, _ reader: inout MappingReader) -> FactKind? {
    let title = reader.required("title") { $0.string() } ?? ""
    let agency = reader.required("agency") { $0.string() } ?? ""
    let shape = reader.required("shape") { $0.word(as: FactShape.self) } ?? .event
    let level = reader.required("level") { $0.integer() } ?? 0
    let cost = reader.optional("cost") { $0.string() }
    let sensitivity = reader.required("sensitivity") { $0.word(as: Sensitivity.self) } ?? .ordinary
    let attributes = reader.optional("attributes") { value in value.list { $0.string() } }
    return FactKind(
      name: name, title: title, agency: agency, shape: shape, level: level, cost: cost,
      sensitivity: sensitivity, attributes: attributes ?? [])
  }
}
