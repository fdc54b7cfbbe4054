/// One row in the form in which SQLite keeps it: what kind each value is, then the values
/// (https://sqlite.org/fileformat2.html, section 2.1).
///
/// Made once and filled again for each row, in memory of its own: a value costs a few stores, and a row no allocation.
@usableFromInline
struct RowRecord: ~Copyable {
  @usableFromInline var head = RowBytes(capacity: 256)
  @usableFromInline var body = RowBytes(capacity: 4_096)

  @inlinable
  mutating func removeAll() {
    head.removeAll()
    body.removeAll()
  }

  @inlinable
  mutating func null() {
    head.append(0)
  }

  @inlinable
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

  @inlinable @inline(__always)
  mutating func append(_ number: Int64, bytes: Int, kind: UInt8) {
    head.append(kind)
    body.append(UInt64(bitPattern: number), lastBytes: bytes)
  }

  @inlinable
  mutating func text(_ text: Span<UInt8>) {
    head.append(varint: UInt64(text.count) * 2 + 13)
    body.append(text)
  }

  @inlinable
  mutating func blob(_ bytes: Span<UInt8>) {
    head.append(varint: UInt64(bytes.count) * 2 + 12)
    body.append(bytes)
  }

  /// How many bytes the head takes with its own length before it.
  var headCount: Int {
    // Up to 126 bytes the length takes one; there is no table of so many columns that it takes three.
    head.count + (head.count < 127 ? 1 : 2)
  }

  /// How many bytes the whole row takes.
  var count: Int { headCount + body.count }

  /// Copies the row, without its own length before it, to a place in a page.
  func copy(to page: UnsafeMutableRawBufferPointer, at place: Int) {
    unsafe head.copy(to: page, at: place)
    unsafe body.copy(to: page, at: place + head.count)
  }

  /// The row without its own length before it.
  var bytes: [UInt8] { head.array + body.array }
}
