/// Gathers the parts of a key and hashes them; the same parts give the same key on any machine in any year.
///
/// The parts are written one after another with their lengths, so that «ab»,«c» and «a»,«bc» differ.
struct StableHasher {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(256)
  }

  mutating func begin(_ domain: UInt64) {
    bytes.removeAll(keepingCapacity: true)
    add(domain)
  }

  mutating func add(_ text: ArraySlice<UInt8>) {
    add(UInt64(text.count))
    bytes.append(contentsOf: text)
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  /// The key of everything added since `begin`; never 0, which stands for «none».
  func key() -> UInt64 {
    let hash = StableHash.sipHash(bytes.span)
    return hash == 0 ? 1 : hash
  }
}
