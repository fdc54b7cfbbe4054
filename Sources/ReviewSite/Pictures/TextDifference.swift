import Reports

/// Where two texts differ, character by character: what both have in common in the same order, and the rest.
struct TextDifference {
  /// For each character of a side, whether the other has it too.
  let left: [(character: Character, isCommon: Bool)]
  let right: [(character: Character, isCommon: Bool)]

  /// Longer texts are not compared by character: nobody reads that.
  private static let longest = 120

  init(_ one: String, _ other: String) {
    let (first, second) = (Array(one), Array(other))
    guard first.count <= Self.longest, second.count <= Self.longest else {
      left = first.map { ($0, false) }
      right = second.map { ($0, false) }
      return
    }
    let (a, b) = (first.map(Self.folded), second.map(Self.folded))
    let width = b.count + 1
    var lengths = [Int](repeating: 0, count: (a.count + 1) * width)
    for row in a.indices.reversed() {
      for column in b.indices.reversed() {
        lengths[row * width + column] =
          a[row] == b[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var common: (left: Set<Int>, right: Set<Int>) = ([], [])
    var (row, column) = (0, 0)
    while row < a.count && column < b.count {
      if a[row] == b[column] {
        common.left.insert(row)
        common.right.insert(column)
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    left = first.enumerated().map { ($1, common.left.contains($0)) }
    right = second.enumerated().map { ($1, common.right.contains($0)) }
  }

  /// Small and large letters are the same letter.
  private static func folded(_ character: Character) -> String { character.lowercased() }

  /// How much of the longer text both have, in hundredths.
  var likeness: Int {
    let longest = max(left.count, right.count)
    return longest == 0 ? 100 : left.count { $0.isCommon } * 100 / longest
  }

  /// Both sides, with what the other lacks marked.
  var marked: (left: Markup, right: Markup) { (Self.marked(left), Self.marked(right)) }

  private static func marked(_ side: [(character: Character, isCommon: Bool)]) -> Markup {
    var pieces: [Markup] = []
    var run = ""
    var isCommon = true
    func close() {
      guard !run.isEmpty else { return }
      pieces.append(isCommon ? "\(run)" : "<mark>\(run)</mark>")
      run = ""
    }
    for each in side {
      if each.isCommon != isCommon { close() }
      isCommon = each.isCommon
      run.append(each.character)
    }
    close()
    return Markup(pieces, separator: "")
  }
}
