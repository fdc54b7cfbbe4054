extension Span where Element == UInt8 {
  /// Eight bytes from a place on as one number, the first of them lowest.
  @inlinable
  public func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index + 8 <= count, "a word beyond the bytes")
    return unsafe withUnsafeBytes {
      unsafe UInt64(
        littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }

  /// The last bytes, fewer than eight of them, as one number, the first of them lowest.
  @inlinable
  public func lastWord(from index: Int) -> UInt64 {
    let rest = count - index
    precondition(index >= 0 && rest >= 0 && rest < 8, "a last word beyond the bytes")
    var word: UInt64 = 0
    // Whatever is left is four bytes, two and one, each or not.
    unsafe withUnsafeBytes {
      var place = index
      if rest & 4 != 0 {
        word = UInt64(
          UInt32(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
        place += 4
      }
      if rest & 2 != 0 {
        let two = UInt16(
          littleEndian: unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt16.self))
        word |= UInt64(two) << UInt64(8 * (place - index))
        place += 2
      }
      if rest & 1 != 0 { word |= UInt64(unsafe $0[place]) << UInt64(8 * (place - index)) }
    }
    return word
  }
}

extension [UInt8] {
  /// Appends bytes all at once.
  @inlinable
  public mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
