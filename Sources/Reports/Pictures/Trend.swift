import Store

/// How a share of the rows changed from extract to extract.
struct Trend: Sendable {
  let column: String
  /// The code whose share this is; nothing for the share of empty cells.
  let code: String?
  /// The shares, the oldest first.
  let shares: [Share]

  /// The most extracts that are set side by side.
  static let longest = 6
  /// A change by less than this many thousandths is not shown.
  static let leastChange = 10

  /// By how many thousandths the newest share differs from the middle one of those before it.
  var change: Int? {
    guard let newest = shares.last?.thousandths else { return nil }
    let earlier = shares.dropLast().compactMap(\.thousandths).sorted()
    guard !earlier.isEmpty else { return nil }
    return newest - earlier[earlier.count / 2]
  }

  var isWorthALook: Bool { abs(change ?? 0) >= Self.leastChange }

  /// The extracts that are set side by side, the oldest first.
  static func extracts(of source: SourcePicture) -> [ExtractPicture] {
    source.read.prefix(longest).reversed()
  }

  /// The shares of empty cells that changed, the greatest change first.
  static func ofEmptyCells(in source: SourcePicture) -> [Trend] {
    let extracts = extracts(of: source)
    let columns = extracts.last?.columns ?? []
    return byChange(
      columns.map { column in
        Trend(
          column: column.name, code: nil,
          shares: extracts.map { extract in
            let then = extract.columns.first { $0.name == column.name }
            return Share(then?.absent ?? 0, of: then?.cells ?? 0)
          })
      })
  }

  /// The shares of codes that changed, the greatest change first.
  static func ofCodes(in source: SourcePicture) -> [Trend] {
    let extracts = extracts(of: source)
    var trends: [Trend] = []
    for column in extracts.last?.columns ?? [] {
      let places = extracts.map { extract in extract.columns.first { $0.name == column.name } }
      let codes = Set(places.flatMap { $0?.codes.map(\.value) ?? [] }).sorted()
      for code in codes {
        let shares = places.map { place in
          let count = place?.codes.first { $0.value == code }?.count ?? 0
          return Share(count, of: place?.present ?? 0)
        }
        trends.append(Trend(column: column.name, code: code, shares: shares))
      }
    }
    return byChange(trends)
  }

  private static func byChange(_ trends: [Trend]) -> [Trend] {
    trends.filter(\.isWorthALook).sorted { left, right in
      (abs(right.change ?? 0), left.column, left.code ?? "")
        < (abs(left.change ?? 0), right.column, right.code ?? "")
    }
  }
}
