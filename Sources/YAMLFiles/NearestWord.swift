/// Finds the word that a mistyped one was probably meant to be.
public enum NearestWord {
  /// The nearest of the words, unless even that is too far off to be meant.
  ///
  /// One slip in three letters is forgiven, and always one; among equally near words the first
  /// wins.
  public static func suggestion(for mistyped: String, among words: [String]) -> String? {
    let typed = Array(mistyped.lowercased().utf8)
    let allowed = max(1, typed.count / 3)
    var best: (word: String, distance: Int)?
    for word in words where word != mistyped {
      let candidate = Array(word.lowercased().utf8)
      guard abs(candidate.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, candidate)
      if distance <= allowed, distance < candidate.count, distance < best?.distance ?? .max {
        best = (word, distance)
      }
    }
    return best?.word
  }

  /// How many letters have to be put in, left out, changed or swapped with their neighbour.
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      for column in 0..<other.count {
        let change = last[column] + (one[row] == other[column] ? 0 : 1)
        var least = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
