import Vocabulary

/// Labels by pair, looked up by halving.
struct LabelTable {
  private var keys: [UInt64] = []
  private var isMatch: [Bool] = []

  init(_ labels: [LabelledPair], least: Double) {
    let sorted = labels.filter { $0.left != $0.right }
      .map { (key: Self.key($0.left, $0.right), score: $0.score) }
      .sorted { ($0.key, $0.score) < ($1.key, $1.score) }
    var start = 0
    while start < sorted.count {
      var (end, sum) = (start, 0.0)
      while end < sorted.count, sorted[end].key == sorted[start].key {
        sum += sorted[end].score
        end += 1
      }
      keys.append(sorted[start].key)
      isMatch.append(sum >= least * Double(end - start))
      start = end
    }
  }

  var matches: Int { isMatch.count { $0 } }
  var others: Int { isMatch.count - matches }

  func isMatch(_ left: RecordNumber, _ right: RecordNumber) -> Bool? {
    keys.sortedIndex(of: Self.key(left, right)).map { isMatch[$0] }
  }

  private static func key(_ left: RecordNumber, _ right: RecordNumber) -> UInt64 {
    UInt64(UInt32(min(left, right))) << 32 | UInt64(UInt32(max(left, right)))
  }
}
