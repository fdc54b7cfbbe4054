/// The keys seen of late, in a fixed amount of memory: it may forget, and never remembers wrongly.
///
/// Four keys share a slot; the newest displaces the oldest, and then `hasForgotten` says that an answer «not seen» is
/// no longer certain. Memory does not grow with the file.
public struct RecentKeys: Sendable {
  /// Whether any key was ever displaced.
  public private(set) var hasForgotten = false
  private var keys: [UInt64]
  private let mask: Int

  /// Makes room for four times two to the power of `bits` keys.
  public init(bits: Int) {
    keys = Array(repeating: 0, count: 4 << bits)
    mask = (1 << bits) - 1
  }

  /// Notes a key other than 0, and tells whether it was seen before.
  @inline(__always)
  public mutating func insert(_ key: UInt64) -> Bool {
    let start = (Int(truncatingIfNeeded: key >> 17) & mask) * 4
    for place in start..<start + 4 {
      if keys[place] == key { return true }
      if keys[place] == 0 {
        keys[place] = key
        return false
      }
    }
    hasForgotten = true
    keys[start] = keys[start + 1]
    keys[start + 1] = keys[start + 2]
    keys[start + 2] = keys[start + 3]
    keys[start + 3] = key
    return false
  }

  /// Notes keys in their order, and says of each whether it was seen before.
  ///
  /// Each stands somewhere else in memory; asked for together, the processor fetches many of them at once.
  public mutating func insert(_ new: [UInt64], seen: inout [Bool]) {
    seen.removeAll(keepingCapacity: true)
    for index in new.indices { seen.append(insert(new[index])) }
  }
}
