/// Some pairs of records, side by side.
struct PairList {
  var left: [RecordNumber] = []
  var right: [RecordNumber] = []

  var count: Int { left.count }

  mutating func append(_ one: RecordNumber, _ other: RecordNumber) {
    left.append(one)
    right.append(other)
  }

  /// Some of the pairs that stand together.
  subscript(range: Range<Int>) -> PairList {
    PairList(left: Array(left[range]), right: Array(right[range]))
  }

  /// Puts a pair into the place of one before it that is not needed any more.
  @inline(__always)
  mutating func move(_ place: Int, to earlier: Int) {
    left[earlier] = left[place]
    right[earlier] = right[place]
  }

  /// Keeps so many of the first pairs.
  mutating func keep(_ count: Int) {
    left.removeLast(left.count - count)
    right.removeLast(right.count - count)
  }
}
