import Claims
import FoundationEssentials
import Vocabulary
import YAMLFiles

/// The files of the project, as it ships them.
enum Shipped {
  static let root = #filePath.components(separatedBy: "/Tests/ClaimsTests/")[0]

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  static func document(_ path: String) throws -> YAMLDocument {
    try YAMLDocument.parse(try text(path), name: path)
  }

  /// The vocabulary, as far as claims ask for it.
  static let vocabulary: FactVocabulary = {
    var kinds: [FactKind] = []
    if let document = try? document("pipelines/vocabulary.yaml"),
      case .mapping(let entries)? = document.root["kinds"]?.content
    {
      kinds = entries.map { entry in
        FactKind(
          name: entry.key, title: entry.key, agency: entry.value["agency"]?.text ?? "",
          shape: FactShape(rawValue: entry.value["shape"]?.text ?? "") ?? .event, level: 0,
          cost: nil,
          sensitivity: Sensitivity(rawValue: entry.value["sensitivity"]?.text ?? "") ?? .ordinary,
          attributes: [])
      }
    }
    return FactVocabulary(agencies: [], kinds: kinds, relations: [])
  }()

  static func scheme(_ name: String) throws -> ClaimScheme {
    var mistakes: [YAMLMistake] = []
    let scheme = ClaimScheme.read(
      try document("pipelines/claims/\(name).yaml"), vocabulary: vocabulary,
      collecting: &mistakes)
    guard let scheme else { throw Mistakes(all: mistakes) }
    return scheme
  }

  static func windows() throws -> ClaimWindows {
    var mistakes: [YAMLMistake] = []
    let windows = ClaimWindows.read(
      try document("pipelines/claims/windows.yaml"), collecting: &mistakes)
    guard let windows else { throw Mistakes(all: mistakes) }
    return windows
  }

  struct Mistakes: Error, CustomStringConvertible {
    var all: [YAMLMistake]
    var description: String { all.map(\.description).joined(separator: "\n") }
  }
}

/// The day as in `2013-07-22`.
func day(_ text: String) -> Day {
  guard let day = Day(iso: text) else { preconditionFailure("\(text) is no day") }
  return day
}
