/// The shapes of values met most often, in bounded memory.
///
/// The counters are those of Misra and Gries: a shape that makes up more than one in seventeen of the values is
/// certainly among the sixteen kept.
public struct ShapeTally: Hashable, Sendable {
  /// A shape and how often it was counted, which is a little too low where there are many shapes.
  public struct Item: Hashable, Sendable {
    /// The shape.
    public var shape: String
    /// How often it was counted.
    public var count: Int
  }

  private static let most = 16
  private var shapes: [[UInt8]] = []
  private var counts: [Int] = []

  mutating func note(_ value: Span<UInt8>) {
    var shape: [UInt8] = []
    shape.reserveCapacity(MaskedValue.longest)
    MaskedValue.append(value, isSensitive: false, to: &shape)
    if let index = shapes.firstIndex(of: shape) {
      counts[index] += 1
    } else if shapes.count < Self.most {
      shapes.append(shape)
      counts.append(1)
    } else {
      makeRoom()
    }
  }

  private mutating func makeRoom() {
    for index in counts.indices.reversed() {
      counts[index] -= 1
      if counts[index] == 0 {
        counts.remove(at: index)
        shapes.remove(at: index)
      }
    }
  }

  /// Adds the shapes of other values.
  ///
  /// As in «Mergeable Summaries» (Agarwal and others, 2012): where there are more than sixteen, the seventeenth's count is
  /// taken from each, which is what would have been taken in counting all of them by one tally.
  mutating func add(_ other: ShapeTally) {
    for (index, shape) in other.shapes.enumerated() {
      if let known = shapes.firstIndex(of: shape) {
        counts[known] += other.counts[index]
      } else {
        shapes.append(shape)
        counts.append(other.counts[index])
      }
    }
    guard shapes.count > Self.most else { return }
    let excess = counts.sorted(by: >)[Self.most]
    let kept = counts.indices.filter { counts[$0] > excess }
    shapes = kept.map { shapes[$0] }
    counts = kept.map { counts[$0] - excess }
  }

  /// The shapes, most frequent first.
  public var items: [Item] {
    shapes.indices
      .map { Item(shape: String(decoding: shapes[$0], as: UTF8.self), count: counts[$0]) }
      .sorted { ($1.count, $0.shape) < ($0.count, $1.shape) }
  }
}
