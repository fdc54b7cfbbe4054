/// Finds the word that a mistyped one was probably meant to be.
public enum NearestWord {
  /// The nearest of the words, unless even that is too far off to be meant.
  ///
  /// One slip in three letters is forgiven, and always one; among equally near words the first
  /// wins. Where none is near, a word that was cut short is taken for the first that begins so.
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
    return best?.word ?? completed(typed, among: words)
  }

  private static func completed(_ typed: [UInt8], among words: [String]) -> String? {
    guard typed.count >= 2 else { return nil }
    return words.first { $0.utf8.count > typed.count && $0.lowercased().utf8.starts(with: typed) }
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
