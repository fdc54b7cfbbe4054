/// Makes one word of several codes, the same for two records just when all their codes are.
///
/// Each code is a digit, in a system whose base is the number of that part's values: so nothing is
/// hashed, and two words are never the same by chance.
struct PackedKeys {
  /// How many codes each part has at most, 0 included.
  var bases: [UInt64]
  /// Whether a record that lacks a part gets no key.
  let needsAll: Bool

  /// The keys of so many records, 0 for none; `fill` writes the codes of one into the array.
  @inline(__always)
  func keys(count: Int, _ fill: (Int, inout [Int32]) -> Void) -> [UInt64] {
    var keys = [UInt64](repeating: 0, count: count)
    var codes = [Int32](repeating: 0, count: bases.count)
    for (number, run) in runs.enumerated() {
      // What is too much for one word goes on with the number of what has been packed so far.
      let before = number == 0 ? [] : EqualKeys.firsts(of: keys)
      for record in 0..<count {
        fill(record, &codes)
        if needsAll, codes.contains(0) { continue }
        var key = number == 0 ? 0 : UInt64(before[record] + 1)
        for part in run { key = key &* bases[part] &+ UInt64(codes[part]) }
        keys[record] = key
      }
    }
    return keys
  }

  /// The parts, in runs of as many as go into a word.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var (start, room) = (0, UInt64.max)
    for part in bases.indices {
      if bases[part] > room {
        runs.append(start..<part)
        (start, room) = (part, UInt64.max >> 32)
      }
      room /= bases[part]
    }
    return runs + [start..<bases.count]
  }
}
