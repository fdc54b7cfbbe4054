/// Bytes that grow in memory of their own, which stays when they are removed.
///
/// An array asks before each byte whether anybody else has it; here nobody can.
@safe @usableFromInline
struct RowBytes: ~Copyable {
  @usableFromInline var memory: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
  }

  @inlinable
  deinit { unsafe memory.deallocate() }

  @inlinable
  mutating func removeAll() { count = 0 }

  @inlinable @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  @inlinable
  mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    let end = unsafe memory + count
    unsafe bytes.withUnsafeBytes {
      // Most pieces are short, and a call would cost several times as much as two words.
      if (8...16).contains($0.count) {
        let last = $0.count - 8
        unsafe end.storeBytes(of: $0.loadUnaligned(as: UInt64.self), as: UInt64.self)
        unsafe (end + last).storeBytes(
          of: $0.loadUnaligned(fromByteOffset: last, as: UInt64.self), as: UInt64.self)
      } else if let base = $0.baseAddress {
        unsafe end.copyMemory(from: base, byteCount: $0.count)
      }
    }
    count += bytes.count
  }

  /// Appends the last of a number's eight bytes, the highest of them first.
  @inlinable @inline(__always)
  mutating func append(_ number: UInt64, lastBytes: Int) {
    reserve(8)
    let word = number << UInt64(64 - 8 * lastBytes)
    unsafe memory.storeBytes(of: word.bigEndian, toByteOffset: count, as: UInt64.self)
    count += lastBytes
  }

  /// Appends a number in the form that takes one byte for each seven of its bits.
  @inlinable @inline(__always)
  mutating func append(varint number: UInt64) {
    if number < 0x80 { return append(UInt8(truncatingIfNeeded: number)) }
    appendLong(varint: number)
  }

  @inlinable
  mutating func appendLong(varint number: UInt64) {
    guard number < 1 << 56 else {
      // The ninth byte has all of its eight bits.
      for shift in stride(from: 57, through: 8, by: -7) {
        append(UInt8(truncatingIfNeeded: number >> UInt64(shift)) | 0x80)
      }
      return append(UInt8(truncatingIfNeeded: number))
    }
    var shift = 49
    while number >> UInt64(shift) == 0 { shift -= 7 }
    while shift > 0 {
      append(UInt8(truncatingIfNeeded: number >> UInt64(shift)) | 0x80)
      shift -= 7
    }
    append(UInt8(truncatingIfNeeded: number) & 0x7F)
  }

  /// Copies all of it to a place among other bytes.
  func copy(to target: UnsafeMutableRawBufferPointer, at place: Int) {
    precondition(place >= 0 && place + count <= target.count)
    guard count > 0, let base = target.baseAddress else { return }
    unsafe base.advanced(by: place).copyMemory(from: memory, byteCount: count)
  }

  /// All of it as an array.
  var array: [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: memory, count: count))
  }

  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(count + more) }
  }

  @usableFromInline
  mutating func grow(_ needed: Int) {
    let larger = max(needed, 2 * capacity)
    let copy = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
    unsafe copy.copyMemory(from: memory, byteCount: count)
    unsafe memory.deallocate()
    unsafe memory = copy
    capacity = larger
  }
}
