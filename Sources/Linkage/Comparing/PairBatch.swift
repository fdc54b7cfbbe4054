/// Pairs that are compared together: what comparing needs is fetched once for all of them.
struct PairBatch {
  /// How many pairs are compared at once: few enough to stay in the cache.
  static let capacity = 1_024

  var left = [RecordNumber](repeating: 0, count: capacity)
  var right = [RecordNumber](repeating: 0, count: capacity)
  /// The levels that each pair reaches, packed, once they have been compared.
  var patterns = [UInt64](repeating: 0, count: capacity)
  private(set) var count = 0

  /// Whether the batch has to be compared before another pair fits.
  var isFull: Bool { count == Self.capacity }

  @inline(__always)
  mutating func add(_ one: RecordNumber, _ other: RecordNumber) {
    left[count] = one
    right[count] = other
    count &+= 1
  }

  mutating func removeAll() { count = 0 }
}
