import Criteria
import Disk
import Vocabulary

/// The tables `people.csv` and `facts.csv` in a folder, which tell of families without a run.
enum FamilyTables {
  /// Does something with all families, some thousands at a time and on several cores, and hands on what came of it in
  /// the order of the families.
  static func forEach<Result: Sendable>(
    of folder: Path, _ vocabulary: FactVocabulary, threads: Int,
    _ transform: @escaping @Sendable (CaseFile) -> Result, handOn: (Result) -> Void
  ) async throws {
    let reader = CaseTableReader(vocabulary)
    var cutter = try CaseTableCutter(
      people: pieces(of: folder.joining("people.csv")),
      facts: pieces(of: folder.joining("facts.csv")))
    try await OrderedTasks.forEach(
      { try cutter.next() }, width: threads,
      { piece in
        // Thrown in the order of the families: the first mistake is told, whichever core met one first.
        Swift.Result { () throws(CaseTableProblem) in transform(try reader.families(of: piece)) }
      },
      handOn: { handOn(try $0.get()) })
  }

  /// Hands over a file piece by piece.
  private static func pieces(of path: Path) throws -> () throws -> [UInt8]? {
    let file = try File(reading: path)
    return {
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      let count = try file.read(into: &piece)
      piece.removeLast(piece.count - count)
      return count > 0 ? piece : nil
    }
  }
}
