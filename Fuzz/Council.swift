import Glibc
import Intake
import Vocabulary
import YAMLFiles

/// The sample council's vocabulary and contracts, read once.
struct Council: Sendable {
  let vocabulary: FactVocabulary
  let contracts: [SourceContract]
  let context: IntakeContext

  static let sample = Council(in: "pipelines")

  private init(in folder: String) {
    var mistakes: [YAMLMistake] = []
    guard
      let vocabulary = FactVocabulary.read(
        Self.document("\(folder)/vocabulary.yaml"), collecting: &mistakes),
      let calendar = try? TermCalendar([]), let asOf = Day(iso: "2013-07-22")
    else { fatalError("the vocabulary cannot be read; start in the repository's folder") }
    let sources = "\(folder)/solentshire/sources"
    contracts = Self.names(in: sources).compactMap { name in
      SourceContract.read(
        Self.document("\(sources)/\(name)"), named: String(name.dropLast(5)),
        vocabulary: vocabulary, collecting: &mistakes)
    }
    guard mistakes.isEmpty, !contracts.isEmpty else {
      fatalError("the contracts have mistakes: \(mistakes)")
    }
    self.vocabulary = vocabulary
    context = IntakeContext(asOf: asOf, calendar: calendar)
  }

  private static func document(_ path: String) -> YAMLDocument {
    guard let file = fopen(path, "r") else { fatalError("there is no \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    guard let document = try? YAMLDocument.parse(bytes, name: path) else {
      fatalError("\(path) is no YAML")
    }
    return document
  }

  private static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yaml") { names.append(name) }
    }
    return names.sorted()
  }
}
