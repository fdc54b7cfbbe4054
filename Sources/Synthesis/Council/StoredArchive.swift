/// A gzip or zip file round bytes that come piece by piece, without making them smaller.
///
/// The pieces become stored blocks of the deflate format (RFC 1951 3.2.4), so nothing has to be
/// known in advance and nothing is kept but a checksum and a length.
struct StoredArchive: Sendable {
  /// Which of the two.
  enum Kind: Sendable { case gzip, zip(member: String) }

  private let kind: Kind
  private var checksum: UInt32 = 0xFFFF_FFFF
  private var length: UInt32 = 0
  private var stored: UInt32 = 0

  init(_ kind: Kind) { self.kind = kind }

  /// The bytes before the first piece.
  var opening: [UInt8] {
    switch kind {
    case .gzip: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    case .zip(let member): localHeader(member)
    }
  }

  /// A piece as it stands in the file.
  mutating func piece(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 5 * (bytes.count / 65_535 + 1))
    var start = 0
    while start < bytes.count {
      let end = min(start + 65_535, bytes.count)
      append(block: bytes[start..<end], isLast: false, to: &out)
      start = end
    }
    for byte in bytes {
      checksum = Self.table[Int((checksum ^ UInt32(byte)) & 0xFF)] ^ (checksum >> 8)
    }
    length &+= UInt32(truncatingIfNeeded: bytes.count)
    stored &+= UInt32(truncatingIfNeeded: out.count)
    return out
  }

  /// The bytes after the last piece.
  mutating func closing() -> [UInt8] {
    var out: [UInt8] = []
    append(block: [], isLast: true, to: &out)
    stored &+= UInt32(truncatingIfNeeded: out.count)
    switch kind {
    case .gzip: out += four(~checksum) + four(length)
    case .zip(let member): out += directory(member)
    }
    return out
  }

  private func append(block: ArraySlice<UInt8>, isLast: Bool, to out: inout [UInt8]) {
    let count = UInt16(block.count)
    out.append(isLast ? 1 : 0)
    out += two(count) + two(~count)
    out += block
  }

  /// What both headers say: the sizes follow the data (bit 3), method 8, the first day of 1980.
  private func common(flags: UInt16 = 8) -> [UInt8] {
    two(20) + two(flags) + two(8) + two(0) + two(0x21)
  }

  private func localHeader(_ member: String) -> [UInt8] {
    let name = Array(member.utf8)
    return [0x50, 0x4B, 3, 4] + common() + four(0) + four(0) + four(0) + two(UInt16(name.count))
      + two(0) + name
  }

  private func directory(_ member: String) -> [UInt8] {
    let name = Array(member.utf8)
    let sizes = four(~checksum) + four(stored) + four(length)
    let descriptor: [UInt8] = [0x50, 0x4B, 7, 8] + sizes
    let entry: [UInt8] =
      [0x50, 0x4B, 1, 2] + two(20) + common() + sizes
      + two(UInt16(name.count)) + [UInt8](repeating: 0, count: 16) + name
    let start = UInt32(localHeader(member).count) &+ stored &+ UInt32(descriptor.count)
    return descriptor + entry + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + two(1) + two(1)
      + four(UInt32(entry.count)) + four(start) + two(0)
  }

  private func two(_ number: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private func four(_ number: UInt32) -> [UInt8] {
    two(UInt16(truncatingIfNeeded: number)) + two(UInt16(truncatingIfNeeded: number >> 16))
  }

  /// The checksum's table, of the reversed polynomial 0xEDB88320.
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
