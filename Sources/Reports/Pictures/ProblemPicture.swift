import Store

/// One problem in one column, over all extracts of a source.
struct ProblemPicture: Sendable {
  let code: String
  let column: String
  let rejects: Bool
  let count: Int
  let extracts: Int
  /// The newest extract in which it was met, and where.
  let newestFile: String
  let newestCount: Int
  let firstLines: [Int]

  /// The problems of a source: first those for which rows were rejected, the most frequent first.
  static func all(of source: SourcePicture) -> [ProblemPicture] {
    struct Place: Hashable {
      var code: String
      var column: String
      var rejects: Bool
    }
    let met = source.extracts.flatMap { extract in
      extract.problems.map { (file: extract.summary.fileName, problem: $0) }
    }
    // Grouping keeps the order within each group: the newest extract stays first.
    let groups = Dictionary(grouping: met) {
      Place(code: $0.problem.code, column: $0.problem.column, rejects: $0.problem.rejects)
    }
    return groups.compactMap { place, items in
      guard let newest = items.first else { return nil }
      return ProblemPicture(
        code: place.code, column: place.column, rejects: place.rejects,
        count: items.reduce(0) { $0 + $1.problem.count }, extracts: items.count,
        newestFile: newest.file, newestCount: newest.problem.count,
        firstLines: newest.problem.firstLines)
    }.sorted { left, right in
      (left.rejects ? 0 : 1, right.count, left.code, left.column)
        < (right.rejects ? 0 : 1, left.count, right.code, right.column)
    }
  }
}
