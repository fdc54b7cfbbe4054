/// The distance of Damerau and Levenshtein, without restriction: transposed bytes may stand apart.
///
/// The changes are those of Levenshtein, and the transposition of two neighbours, between which
/// bytes may be put in or taken out at one change each: CA and ABC are two changes apart (CA, AC,
/// ABC). So defined it is a metric, and it is `damerau_levenshtein` of DuckDB. The restricted form,
/// called optimal string alignment, gives three here; its bit-parallel algorithm would give other
/// answers and is therefore not used.
enum DamerauLevenshtein {
  /// The fewest changes that make one text of the other.
  static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let common = CommonAffixes(left, right)
    let left = left.extracting(common.rest(of: left.count))
    let right = right.extracting(common.rest(of: right.count))
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var rows = TranspositionRows(width: right.count)
    for index in left.indices { rows.add(left[index], comparedWith: right) }
    return rows.distance
  }
}

/// The table of distances between the beginnings of two texts, of which three rows are kept.
///
/// Cell `j` of row `i` is the distance between the first `i` bytes of the left text and the first
/// `j` of the right. A transposition ends there if the last byte of each stands earlier in the
/// other: at `k` on the left and `l` on the right. It comes to the cell before both, plus one, plus
/// the bytes between. With bytes between on both sides it never pays, so that only `j - l = 1` and
/// `i - k = 1` are looked at, for which three rows and a note for each column are enough (Zhao and
/// Sahni, «String correction using the Damerau-Levenshtein distance», 2019).
private struct TranspositionRows {
  private var current: [Int]
  private var above: [Int]
  private var twoAbove: [Int]
  /// For each column, the cell before both of the last row whose byte is the column's.
  private var beforeEqualRow: [Int]
  /// The last row of each byte value, counted from 1.
  private var lastRow = InlineArray<256, Int32>(repeating: 0)
  private var row = 0

  init(width: Int) {
    current = Array(0...width)
    above = current
    twoAbove = current
    beforeEqualRow = current
  }

  /// The distance of the rows added so far from the whole right text.
  var distance: Int { current[current.count - 1] }

  mutating func add(_ byte: UInt8, comparedWith right: Span<UInt8>) {
    swap(&twoAbove, &above)
    swap(&above, &current)
    row += 1
    current[0] = row
    var equalColumn = 0
    var beforeEqualColumn = 0
    for column in 1...right.count {
      let other = right[column - 1]
      let isEqual = byte == other
      var least = min(
        above[column - 1] + (isEqual ? 0 : 1), above[column] + 1, current[column - 1] + 1)
      let equalRow = Int(lastRow[Int(other)])
      if isEqual {
        equalColumn = column
        beforeEqualColumn = twoAbove[column - 1]
        beforeEqualRow[column] = column > 1 ? above[column - 2] : 0
      } else if equalRow > 0, equalColumn > 0 {
        if column - equalColumn == 1 {
          least = min(least, beforeEqualRow[column] + row - equalRow)
        } else if row - equalRow == 1 {
          least = min(least, beforeEqualColumn + column - equalColumn)
        }
      }
      current[column] = least
    }
    lastRow[Int(byte)] = Int32(row)
  }
}
