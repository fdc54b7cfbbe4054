import Vocabulary

/// Names in order of frequency, drawn so that the first are common and the last are rare.
///
/// The weight of the name at a rank is 1 / (rank + flattening), which is how forenames and surnames
/// fall off in the general register.
struct WeightedNames: Sendable {
  /// The names, most frequent first.
  let names: [String]
  private let sums: [Int]

  /// Names from one text, separated by blanks; an underscore stands for a blank within a name.
  init(_ text: String, flattening: Int = 12) {
    names = text.split { $0 == " " || $0 == "\n" }.map(Self.spaced)
    var sum = 0
    sums = names.indices.map { rank in
      sum += 1_000_000 / (rank + flattening)
      return sum
    }
    precondition(!names.isEmpty, "a table has names")
  }

  private static func spaced(_ word: Substring) -> String {
    word.contains("_")
      ? String(word.map { $0 == "_" ? " " : $0 })
      : String(word)
  }

  /// One name.
  func draw(_ dice: inout Dice) -> String {
    let target = dice.below(sums[sums.count - 1])
    return names[sums.partitioningIndex { $0 > target }]
  }
}
