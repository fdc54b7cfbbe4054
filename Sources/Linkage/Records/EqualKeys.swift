/// Finds which of many keys are equal.
///
/// A hash table of a million keys waits for memory at every look. So the keys are dealt by their
/// hashes into portions that fit the cache of a core, and are looked up in there.
enum EqualKeys {
  private struct Entry {
    var key: UInt64 = 0
    var place: Int32 = 0
  }

  /// About how many keys a portion has.
  private static let portionSize = 1 << 12

  /// For each key the place of the first one that equals it; -1 for the key 0, which stands for none.
  static func firsts(of keys: [UInt64]) -> [Int32] {
    let (entries, ends) = dealt(keys)
    var firsts = [Int32](repeating: -1, count: keys.count)
    var slots: [Int32] = []
    var start = 0
    for end in ends {
      findFirsts(in: entries.span.extracting(start..<end), &slots, &firsts)
      start = end
    }
    return firsts
  }

  /// The keys in portions, in their old order in each, and where each portion ends.
  private static func dealt(_ keys: [UInt64]) -> (entries: [Entry], ends: [Int]) {
    var bits: UInt64 = 1
    while keys.count >> bits > portionSize, bits < 12 { bits += 1 }
    let shift = 64 - bits
    var next = [Int](repeating: 0, count: (1 << bits) + 1)
    for key in keys where key != 0 { next[Int(TextHash.mix(key) &>> shift) + 1] += 1 }
    for portion in 1..<next.count { next[portion] += next[portion - 1] }
    var entries = [Entry](repeating: Entry(), count: next[next.count - 1])
    for (place, key) in keys.enumerated() where key != 0 {
      let portion = Int(TextHash.mix(key) &>> shift)
      entries[next[portion]] = Entry(key: key, place: Int32(place))
      next[portion] += 1
    }
    // Each portion is now filled up to where the next one begins.
    return (entries, next.dropLast())
  }

  private static func findFirsts(
    in portion: Span<Entry>, _ slots: inout [Int32], _ firsts: inout [Int32]
  ) {
    var size = 16
    while size < portion.count * 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: size))
    let mask = size - 1
    for index in 0..<portion.count {
      let entry = portion[index]
      var slot = Int(truncatingIfNeeded: TextHash.mix(entry.key)) & mask
      while slots[slot] >= 0, portion[Int(slots[slot])].key != entry.key {
        slot = (slot + 1) & mask
      }
      if slots[slot] < 0 { slots[slot] = Int32(index) }
      firsts[Int(entry.place)] = portion[Int(slots[slot])].place
    }
  }
}
