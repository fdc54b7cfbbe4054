import Store

/// One reason for which rows of a source were quarantined, over all its extracts.
struct RejectionReason: Hashable, Sendable {
  let code: String
  let column: String
  let rows: Int
  let extracts: Int

  /// The reasons of a source, the most frequent first.
  static func all(of source: SourcePicture) -> [RejectionReason] {
    struct Place: Hashable {
      var code: String
      var column: String
    }
    let groups = Dictionary(grouping: source.extracts.flatMap(\.rejected)) {
      Place(code: $0.code, column: $0.column)
    }
    return groups.map { place, items in
      RejectionReason(
        code: place.code, column: place.column, rows: items.reduce(0) { $0 + $1.rows },
        extracts: items.count)
    }.sorted { left, right in
      (right.rows, left.code, left.column) < (left.rows, right.code, right.column)
    }
  }
}
