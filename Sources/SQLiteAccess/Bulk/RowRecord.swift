/// One row in the form in which SQLite keeps it: what kind each value is, then the values
/// (https://sqlite.org/fileformat2.html, section 2.1).
///
/// Made once and filled again for each row, so that a row costs no allocation.
struct RowRecord {
  private(set) var head: [UInt8] = []
  private(set) var body: [UInt8] = []

  init() {
    head.reserveCapacity(256)
    body.reserveCapacity(4_096)
  }

  mutating func removeAll() {
    head.removeAll(keepingCapacity: true)
    body.removeAll(keepingCapacity: true)
  }

  mutating func null() {
    head.append(0)
  }

  mutating func integer(_ number: Int64) {
    switch number {
    case 0: return head.append(8)
    case 1: return head.append(9)
    default: break
    }
    // The shortest two's complement that holds it, in one of the six lengths there are.
    let magnitude = UInt64(bitPattern: number < 0 ? ~number : number)
    switch magnitude {
    case 0..<0x80: append(number, bytes: 1, kind: 1)
    case 0x80..<0x8000: append(number, bytes: 2, kind: 2)
    case 0x8000..<0x80_0000: append(number, bytes: 3, kind: 3)
    case 0x80_0000..<0x8000_0000: append(number, bytes: 4, kind: 4)
    case 0x8000_0000..<0x8000_0000_0000: append(number, bytes: 6, kind: 5)
    default: append(number, bytes: 8, kind: 6)
    }
  }

  private mutating func append(_ number: Int64, bytes: Int, kind: UInt8) {
    head.append(kind)
    var shift = (bytes - 1) * 8
    while shift >= 0 {
      body.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
      shift -= 8
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    Self.append(varint: UInt64(text.count) * 2 + 13, to: &head)
    unsafe text.withUnsafeBufferPointer { unsafe body.append(contentsOf: $0) }
  }

  mutating func blob(_ bytes: Span<UInt8>) {
    Self.append(varint: UInt64(bytes.count) * 2 + 12, to: &head)
    unsafe bytes.withUnsafeBufferPointer { unsafe body.append(contentsOf: $0) }
  }

  /// How many bytes the head takes with its own length before it.
  var headCount: Int {
    // Up to 126 bytes the length takes one; there is no table of so many columns that it takes three.
    head.count + (head.count < 127 ? 1 : 2)
  }

  /// How many bytes the whole row takes.
  var count: Int { headCount + body.count }

  /// Appends a number in the form that takes one byte for each seven of its bits.
  @inline(__always)
  static func append(varint number: UInt64, to bytes: inout [UInt8]) {
    if number < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: number)) }
    appendLong(varint: number, to: &bytes)
  }

  private static func appendLong(varint number: UInt64, to bytes: inout [UInt8]) {
    guard number < 1 << 56 else {
      // The ninth byte has all of its eight bits.
      for shift in stride(from: 57, through: 8, by: -7) {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)) | 0x80)
      }
      return bytes.append(UInt8(truncatingIfNeeded: number))
    }
    var shift = 49
    while number >> UInt64(shift) == 0 { shift -= 7 }
    while shift > 0 {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)) | 0x80)
      shift -= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: number) & 0x7F)
  }
}
