/// Some pairs of records, side by side.
struct PairList {
  var left: [RecordNumber] = []
  var right: [RecordNumber] = []

  var count: Int { left.count }

  mutating func append(_ one: RecordNumber, _ other: RecordNumber) {
    left.append(one)
    right.append(other)
  }

  /// The pairs at some places.
  func at(_ places: [Int]) -> PairList {
    PairList(left: places.map { left[$0] }, right: places.map { right[$0] })
  }
}
