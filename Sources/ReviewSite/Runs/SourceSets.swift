/// For each of many people the sources of their records, a bit for each source.
struct SourceSets: Sendable {
  private let width: Int
  private var bits: [UInt64] = []

  /// - Parameter most: The highest number of a source, and one.
  init(most: Int) {
    width = max(1, (most + UInt64.bitWidth - 1) / UInt64.bitWidth)
  }

  /// Notes that somebody has records of a source.
  mutating func insert(_ source: Int, at place: Int) {
    let needed = (place + 1) * width
    if bits.count < needed { bits += repeatElement(0, count: needed - bits.count) }
    bits[place * width + source / UInt64.bitWidth] |= 1 << UInt64(source % UInt64.bitWidth)
  }

  /// The numbers of somebody's sources, in order.
  subscript(place: Int) -> [Int] {
    (0..<width).flatMap { word in
      let own = bits[place * width + word]
      return (0..<UInt64.bitWidth).filter { own >> UInt64($0) & 1 == 1 }
        .map { word * UInt64.bitWidth + $0 }
    }
  }

  /// The sets of the same people in another order.
  func ordered(_ places: [Int]) -> SourceSets {
    var ordered = self
    ordered.bits = places.flatMap { bits[$0 * width..<($0 + 1) * width] }
    return ordered
  }
}
