/// A folded word of up to sixteen ASCII bytes, held in two registers so that comparing it is free.
struct PackedWord: Hashable, Sendable {
  /// The number of bytes that a word may have and still be packed whole.
  static let capacity = 16

  private(set) var high: UInt64 = 0
  private(set) var low: UInt64 = 0

  init() {}

  /// Packs a word that is known to be upper-case ASCII.
  init(_ word: some StringProtocol) {
    for byte in word.utf8 { append(byte) }
  }

  /// Packs folded bytes; nil where they are too many.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= Self.capacity else { return nil }
    for index in bytes.indices { append(bytes[index]) }
  }

  /// Adds a byte at the end; beyond the capacity the first bytes fall out.
  mutating func append(_ byte: UInt8) {
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(byte)
  }

  /// A quick mixing of all bits, the same in every process.
  var mixed: UInt64 {
    let product = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }
}
