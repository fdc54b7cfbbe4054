extension Levenshtein {
  /// The distance, or a number above the limit when it is above the limit.
  ///
  /// It fills the table of distances row by row, and of each row only the band in which the
  /// distance can be within the limit: further from the diagonal than the limit there is nothing to
  /// find.
  static func distanceByRows(
    _ shorter: Span<UInt8>, _ longer: Span<UInt8>, within limit: Int
  ) -> Int {
    let beyond = limit + 1
    guard longer.count - shorter.count <= limit else { return beyond }
    var row = (0...shorter.count).map { min($0, beyond) }
    for turn in longer.indices {
      let start = max(turn - limit, 0)
      let end = min(turn + limit + 1, shorter.count)
      // The cell above and to the left of the one that is computed.
      var diagonal = row[start]
      row[start] = start == 0 ? min(turn + 1, beyond) : beyond
      var least = row[start]
      for place in start..<end {
        let above = place == turn + limit ? beyond : row[place + 1]
        let change = diagonal + (shorter[place] == longer[turn] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(change, above + 1, row[place] + 1, beyond)
        least = min(least, row[place + 1])
      }
      if least > limit { return beyond }
    }
    return row[shorter.count]
  }
}
