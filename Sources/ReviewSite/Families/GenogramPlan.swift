import Vocabulary

/// Where everybody of a genogram stands in the picture: the home to the right, who lives elsewhere to its left.
struct GenogramPlan {
  static let symbol = 46
  private static let column = 132
  private static let row = 158
  private static let edge = 24
  /// From the top of a name to the middle of the symbol below it.
  private static let labels = 36

  /// The middle of each symbol.
  private(set) var places: [Int64: (x: Int, y: Int)] = [:]
  /// The outline around those who share the home.
  private(set) var home: (x: Int, y: Int, width: Int, height: Int)?
  private(set) var width = 0
  private(set) var height = 0

  init(_ genogram: Genogram) {
    let generations = Array(Set(genogram.people.map(\.generation))).sorted()
    let rows = generations.map { generation in
      genogram.people.filter { $0.generation == generation }
    }
    let away = rows.map { $0.filter { !$0.isAtHome } }
    let home = rows.map { $0.filter(\.isAtHome) }
    let awayColumns = away.map(\.count).max() ?? 0
    let homeColumns = home.map(\.count).max() ?? 0
    let homeStart = Self.edge + awayColumns * Self.column + (awayColumns > 0 ? 26 : 0)
    for place in rows.indices {
      let y = Self.edge + Self.labels + 12 + Self.symbol / 2 + place * Self.row
      set(away[place], from: Self.edge, columns: awayColumns, y)
      set(home[place], from: homeStart, columns: homeColumns, y)
    }
    let homeRows = rows.indices.filter { !home[$0].isEmpty }
    if let first = homeRows.first, let last = homeRows.last {
      self.home = (
        homeStart - 10, 8 + first * Self.row, homeColumns * Self.column + 20,
        (last - first + 1) * Self.row - 6
      )
    }
    width = homeStart + homeColumns * Self.column + Self.edge
    height = rows.count * Self.row + 16
  }

  /// Puts some in the middle of their columns.
  private mutating func set(
    _ people: [Genogram.Person], from start: Int, columns: Int, _ y: Int
  ) {
    let indent = (columns - people.count) * Self.column / 2
    for (place, person) in people.enumerated() {
      places[person.id] = (start + indent + place * Self.column + Self.column / 2, y)
    }
  }

  /// Where lines to the children of somebody end: above the name.
  func top(of person: Int64) -> (x: Int, y: Int)? {
    places[person].map { ($0.x, $0.y - Self.symbol / 2 - Self.labels) }
  }

  func bottom(of person: Int64) -> (x: Int, y: Int)? {
    places[person].map { ($0.x, $0.y + Self.symbol / 2) }
  }
}
