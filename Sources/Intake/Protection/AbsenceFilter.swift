/// Tells of nearly every value that is not in a set that it is not, with one look at one word; of the others it can't tell.
///
/// Almost nobody is on the lists of whom or what is withheld, and every row asks.
struct AbsenceFilter: Sendable {
  private var words: [UInt64]
  private let mask: UInt64

  /// A filter for a set, of whose values it is given hashes with good lower bits.
  init(_ hashes: some Collection<UInt64>) {
    // With 64 bits for each, one in sixty-four of the others looks as if it might be there.
    var bits = 1 << 12
    while bits < 64 * hashes.count { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
    mask = UInt64(bits - 1)
    for hash in hashes { words[Int((hash & mask) / 64)] |= 1 << (hash % 64) }
  }

  /// Whether a value of this hash may be in the set; if not, it is not there.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { words[Int((hash & mask) / 64)] >> (hash % 64) & 1 == 1 }
}
