import FoundationEssentials
import Intake
import TestSupport
import Vocabulary
import YAMLFiles

/// A source of the sample council with its contract, and the beginning of one of its extracts.
struct SampleSource: Sendable {
  let contract: SourceContract
  let extract: [UInt8]

  /// Every source of the sample council whose extracts are plain files, in the order of their names.
  static let all: [SampleSource] = {
    do { return try read() } catch { fatalError("the sample council cannot be read: \(error)") }
  }()

  static func named(_ name: String) -> SampleSource {
    guard let source = all.first(where: { $0.contract.name == name }) else {
      fatalError("there is no source \(name)")
    }
    return source
  }

  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  private static func read() throws -> [SampleSource] {
    var mistakes: [YAMLMistake] = []
    let vocabulary = FactVocabulary.read(
      try document("pipelines/vocabulary.yaml"), collecting: &mistakes)
    guard let vocabulary else { fatalError("the vocabulary has mistakes: \(mistakes)") }
    let sources = "pipelines/solentshire/sources"
    let extracts = try FileManager.default.contentsOfDirectory(
      atPath: "\(root)/sample-data/extracts"
    ).sorted()
    var read: [SampleSource] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(sources)").sorted() {
      let contract = SourceContract.read(
        try document("\(sources)/\(file)"), named: String(file.dropLast(5)),
        vocabulary: vocabulary, collecting: &mistakes)
      guard let contract, mistakes.isEmpty else { fatalError("\(file): \(mistakes)") }
      guard let name = extracts.last(where: { contract.file.name.deliveryDate(of: $0) != nil }),
        !name.hasSuffix(".gz"), !name.hasSuffix(".zip")
      else { continue }
      let bytes = try readBytes("\(root)/sample-data/extracts/\(name)")
      read.append(SampleSource(contract: contract, extract: bytes))
    }
    return read
  }

  private static func document(_ path: String) throws -> YAMLDocument {
    try YAMLDocument.parse(readBytes("\(root)/\(path)"), name: path)
  }
}

extension SampleSource {
  /// The first records of the extract, some of the file's first bytes up to a line end.
  func beginning(bytes count: Int) -> [UInt8] {
    guard extract.count > count else { return extract }
    let end = extract[..<count].lastIndex(of: 0x0A) ?? count - 1
    return Array(extract[...end])
  }
}
