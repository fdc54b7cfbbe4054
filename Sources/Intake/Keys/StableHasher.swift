import Vocabulary

/// Hashes the parts of a key as they come; the same parts give the same key on any machine in any year.
///
/// The parts count as if they were written one after another with their lengths, so that «ab»,«c» and «a»,«bc» differ. It
/// is SipHash-2-4 (Aumasson and Bernstein, «SipHash: a fast short-input PRF», 2012) under the key of `StableHash`, taken
/// word by word: a row has three keys or more, and to gather their bytes first cost more than to hash them.
struct StableHasher: BitwiseCopyable {
  private var v0: UInt64 = 0
  private var v1: UInt64 = 0
  private var v2: UInt64 = 0
  private var v3: UInt64 = 0
  /// The bytes that do not make a word yet, and how many bits they are.
  private var rest: UInt64 = 0
  private var restBits: UInt64 = 0
  private var byteCount = 0

  // The key «kindred-records1», and the constants of SipHash.
  private static let low: UInt64 = 0x2D64_6572_646E_696B
  private static let high: UInt64 = 0x3173_6472_6F63_6572

  mutating func begin(_ domain: UInt64) {
    v0 = Self.low ^ 0x736F_6D65_7073_6575
    v1 = Self.high ^ 0x646F_7261_6E64_6F6D
    v2 = Self.low ^ 0x6C79_6765_6E65_7261
    v3 = Self.high ^ 0x7465_6462_7974_6573
    rest = 0
    restBits = 0
    byteCount = 0
    add(domain)
  }

  mutating func add(_ text: Span<UInt8>) {
    add(UInt64(text.count))
    var index = 0
    while index + 8 <= text.count {
      add(text.word(at: index))
      index += 8
    }
    if index < text.count { add(text.lastWord(from: index), bytes: text.count - index) }
  }

  @inline(__always)
  mutating func add(_ number: UInt64) {
    byteCount += 8
    if restBits == 0 { return take(number) }
    take(rest | number << restBits)
    rest = number >> (64 - restBits)
  }

  @inline(__always)
  private mutating func add(_ number: UInt64, bytes: Int) {
    byteCount += bytes
    let bits = UInt64(bytes * 8)
    let joined = rest | number << restBits
    guard restBits + bits >= 64 else {
      rest = joined
      restBits += bits
      return
    }
    take(joined)
    rest = restBits == 0 ? 0 : number >> (64 - restBits)
    restBits = restBits + bits - 64
  }

  /// The key of everything added since `begin`; never 0, which stands for «none».
  func key() -> UInt64 {
    var last = self
    last.take(rest | UInt64(truncatingIfNeeded: byteCount) << 56)
    last.v2 ^= 0xFF
    for _ in 0..<4 { last.round() }
    let hash = last.v0 ^ last.v1 ^ last.v2 ^ last.v3
    return hash == 0 ? 1 : hash
  }

  @inline(__always)
  private mutating func take(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  @inline(__always)
  private mutating func round() {
    v0 &+= v1
    v1 = Self.rotated(v1, 13) ^ v0
    v0 = Self.rotated(v0, 32)
    v2 &+= v3
    v3 = Self.rotated(v3, 16) ^ v2
    v0 &+= v3
    v3 = Self.rotated(v3, 21) ^ v0
    v2 &+= v1
    v1 = Self.rotated(v1, 17) ^ v2
    v2 = Self.rotated(v2, 32)
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word << bits | word >> (64 - bits)
  }
}
