import Criteria
import Disk
import Vocabulary

/// The tables `people.csv` and `facts.csv` in a folder, which tell of families without a run.
enum FamilyTables {
  /// How many families are in memory at once.
  static let batch = 2_000

  static func reader(of folder: Path, _ vocabulary: FactVocabulary) throws -> CaseTableReader {
    try CaseTableReader(
      vocabulary, people: pieces(of: folder.joining("people.csv")),
      facts: pieces(of: folder.joining("facts.csv")))
  }

  /// Hands over a file piece by piece.
  private static func pieces(of path: Path) throws -> () throws -> [UInt8]? {
    let file = try File(reading: path)
    return {
      var piece = [UInt8](repeating: 0, count: 1 << 20)
      let count = try file.read(into: &piece)
      piece.removeLast(piece.count - count)
      return count > 0 ? piece : nil
    }
  }
}
