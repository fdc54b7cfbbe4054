import Glibc

/// Slow and obvious implementations of the comparators, each from its definition.
enum Oracle {
  /// Jaro's similarity with lists of the bytes that are still free.
  static func jaro(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let reach = max(max(left.count, right.count) / 2 - 1, 0)
    var free = left.map { Optional($0) }
    var rightMatched: [UInt8] = []
    for (index, byte) in right.enumerated() {
      let inReach = free.indices.filter { abs($0 - index) <= reach && free[$0] == byte }
      guard let place = inReach.first else { continue }
      free[place] = nil
      rightMatched.append(byte)
    }
    let leftMatched = left.indices.filter { free[$0] == nil }.map { left[$0] }
    guard !leftMatched.isEmpty else { return 0 }
    let matches = Double(leftMatched.count)
    let transpositions = zip(leftMatched, rightMatched).filter { $0 != $1 }.count / 2
    return
      (matches / Double(left.count) + matches / Double(right.count)
      + (matches - Double(transpositions)) / matches) / 3
  }

  static func jaroWinkler(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let similarity = jaro(left, right)
    guard similarity > 0.7 else { return similarity }
    let prefix = zip(left, right).prefix(4).prefix { $0 == $1 }.count
    return fma(Double(prefix) * 0.1, 1 - similarity, similarity)
  }

  /// The whole table of distances.
  static func levenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var next = [i + 1]
      for (j, other) in right.enumerated() {
        next.append(min(row[j] + (byte == other ? 0 : 1), row[j + 1] + 1, next[j] + 1))
      }
      row = next
    }
    return row[right.count]
  }

  /// The whole table of distances, with every transposition that may end at a cell.
  static func damerauLevenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var least = min(
          table[i][j] + (left[i] == right[j] ? 0 : 1), table[i][j + 1] + 1, row[j] + 1)
        for k in 0..<i where left[k] == right[j] {
          for l in 0..<j where left[i] == right[l] {
            least = min(least, table[k][l] + (i - k - 1) + 1 + (j - l - 1))
          }
        }
        row.append(least)
      }
      table.append(row)
    }
    return table[left.count][right.count]
  }

  /// The items that two lists share, each as often as it is in both.
  static func shared<Item: Equatable>(_ left: [Item], _ right: [Item]) -> Int {
    var rest = right
    var count = 0
    for item in left {
      guard let place = rest.firstIndex(of: item) else { continue }
      rest.remove(at: place)
      count += 1
    }
    return count
  }

  static func bigrams(of text: [UInt8]) -> [[UInt8]] {
    zip(text, text.dropFirst()).map { [$0, $1] }
  }
}
