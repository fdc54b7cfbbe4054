/// Keeps numbers so small that they point at somebody out of what is published.
///
/// Hiding the small numbers alone does not do it: where a row and its total are told, the one hidden number is what is
/// left. So more are hidden until none of them can be worked out from the totals of rows and columns.
struct SmallNumbers: Hashable, Sendable {
  /// Numbers from 1 to this less one are hidden.
  static let least = 5

  /// The numbers, all rows of one length.
  let counts: [[Int]]
  /// Which of them are hidden.
  private(set) var isHidden: [[Bool]]
  /// Whether the totals have to be hidden too, since nothing else can hide a number that stands alone.
  private(set) var hidesTotals = false

  /// Judges a table whose totals of columns are told, and those of rows too where `hasRowTotals`.
  init(_ counts: [[Int]], hasRowTotals: Bool) {
    self.counts = counts
    isHidden = counts.map { $0.map { (1..<Self.least).contains($0) } }
    guard isHidden.joined().contains(true) else { return }
    if hasRowTotals { hideInBothWays() } else { hideInColumns() }
  }

  // MARK: Totals of columns alone

  private mutating func hideInColumns() {
    for column in counts[0].indices {
      let hidden = counts.indices.filter { isHidden[$0][column] }
      guard hidden.count == 1 else { continue }
      guard let row = leastShown(counts.indices.map { ($0, column) }) else {
        hidesTotals = true
        continue
      }
      isHidden[row.row][column] = true
    }
  }

  // MARK: Totals of rows and columns

  /// A hidden number can be worked out just if, of the graph that joins the row and the column of each, it is a bridge.
  private mutating func hideInBothWays() {
    guard counts.count > 1, counts[0].count > 1 else {
      hidesTotals = true
      return
    }
    while !bridges.isEmpty {
      guard let more = placesBesideABridge() else {
        hidesTotals = true
        return
      }
      for place in more { isHidden[place.row][place.column] = true }
    }
  }

  /// What to hide beside the first bridge that has anything beside it.
  private func placesBesideABridge() -> [(row: Int, column: Int)]? {
    for bridge in bridges {
      let inRow = counts[bridge.row].indices.map { (bridge.row, $0) }
      let inColumn = counts.indices.map { ($0, bridge.column) }
      let places = [leastShown(inRow), leastShown(inColumn)].compactMap(\.self)
      if !places.isEmpty { return places }
    }
    return nil
  }

  /// The smallest number that is still shown; a nought hides nothing, since there is no less.
  private func leastShown(_ places: [(Int, Int)]) -> (row: Int, column: Int)? {
    places.filter { !isHidden[$0.0][$0.1] && counts[$0.0][$0.1] > 0 }
      .min { counts[$0.0][$0.1] < counts[$1.0][$1.1] }
      .map { (row: $0.0, column: $0.1) }
  }

  /// The hidden numbers without which their row and their column are no longer joined.
  private var bridges: [(row: Int, column: Int)] {
    counts.indices.flatMap { row in
      counts[row].indices.filter { isHidden[row][$0] && !isJoined(row, $0) }
        .map { (row: row, column: $0) }
    }
  }

  /// Whether a row and a column are joined by hidden numbers other than the one that both have.
  private func isJoined(_ row: Int, _ column: Int) -> Bool {
    var rows = [Bool](repeating: false, count: counts.count)
    var columns = [Bool](repeating: false, count: counts[0].count)
    var waiting = [row]
    rows[row] = true
    while let next = waiting.popLast() {
      for other in columns.indices where isHidden[next][other] && !columns[other] {
        if next == row && other == column { continue }
        columns[other] = true
        for place in rows.indices where isHidden[place][other] && !rows[place] {
          rows[place] = true
          waiting.append(place)
        }
      }
    }
    return columns[column]
  }
}
