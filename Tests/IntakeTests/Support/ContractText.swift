import FoundationEssentials
import Testing
import TestSupport
import Vocabulary
import YAMLFiles

@testable import Intake

/// Contracts written as text, so that a test shows the contract beside the extract.
enum ContractText {
  static let vocabulary: FactVocabulary = {
    let text = """
      agencies:
        education: {title: Schools, universal: true}
        police: {title: Police}
      kinds:
        happened: {title: An event, agency: education, shape: event, level: 1, sensitivity: ordinary,
          attributes: [school, note, kind]}
        lasted: {title: An episode, agency: police, shape: episode, level: 2, sensitivity: offence,
          attributes: [note]}
        counted: {title: A measure, agency: education, shape: measure, level: 1,
          sensitivity: ordinary, attributes: [school]}
      relations:
        parent: {title: Parent of, inverse: child}
        partner: {title: Partner of}
      """
    var mistakes: [YAMLMistake] = []
    guard let document = try? YAMLDocument.parse(Array(text.utf8), name: "vocabulary.yaml"),
      let vocabulary = FactVocabulary.read(document, collecting: &mistakes), mistakes.isEmpty
    else { fatalError("the tests' vocabulary has mistakes: \(mistakes)") }
    return vocabulary
  }()

  /// Everything that a contract says before its columns.
  static let head = """
    source: sample
    title: A sample
    agency: education
    owner: The data team
    legal: {basis: public task, gateway: the Act, purposes: [identification], retain: 6 years}
    file: {name: "sample_{yyyy-MM-dd}.csv", every: month, contents: snapshot}

    """

  static let people = """
    people:
      pupil: {surname: Surname, forename: Forename, born: DOB}

    """

  static let columns = """
    columns:
      Surname: {type: name}
      Forename: {type: name}
      DOB: {type: date, format: dd/MM/yyyy, birth: true}

    """

  /// A contract and the mistakes in it.
  static func read(
    _ text: String, named name: String = "sample", vocabulary: FactVocabulary = vocabulary
  ) throws -> (contract: SourceContract?, mistakes: [YAMLMistake]) {
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse(Array(text.utf8), name: "sources/\(name).yaml")
    let contract = SourceContract.read(
      document, named: name, vocabulary: vocabulary, collecting: &mistakes)
    return (contract, mistakes)
  }

  /// A contract that has to be without a mistake.
  static func contract(
    _ body: String, head: String = head, named name: String = "sample",
    vocabulary: FactVocabulary = vocabulary, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> SourceContract {
    let read = try read(head + body, named: name, vocabulary: vocabulary)
    #expect(read.mistakes.map(\.description) == [], sourceLocation: sourceLocation)
    return try #require(read.contract, sourceLocation: sourceLocation)
  }

  /// A contract with these columns that names one person by the first of them.
  static func contract(
    columns: [String], extra: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> SourceContract {
    let list = columns.map { "  \($0)\n" }.joined()
    let first = columns[0].split(separator: ":")[0]
    return try contract(
      "\(extra)columns:\n\(list)people: {pupil: {ids: {local:number: \(first)}}}\n",
      sourceLocation: sourceLocation)
  }
}
