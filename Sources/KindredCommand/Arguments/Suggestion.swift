/// Finds the word that a mistyped one was probably meant to be.
enum Suggestion {
  /// The nearest of the candidates, if one is near enough to be worth offering.
  ///
  /// A candidate that begins with what was typed counts as near. Otherwise the typing distance
  /// has to be under 4 and at most half of the longer word. Ties go to the first candidate.
  static func nearest(to typed: String, among candidates: [String]) -> String? {
    let typed = typed.lowercased()
    if typed.count >= 2, let longer = candidates.first(where: { $0.hasPrefix(typed) }) {
      return longer
    }
    let measured = candidates.map { (word: $0, distance: distance(from: typed, to: $0)) }
    guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
    let limit = min(3, max(typed.count, best.word.count) / 2)
    return best.distance <= limit ? best.word : nil
  }

  /// How many single edits part the two words; a swap of neighbours is one edit.
  static func distance(from left: String, to right: String) -> Int {
    let left = Array(left.utf8.prefix(64))
    let right = Array(right.utf8.prefix(64))
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
