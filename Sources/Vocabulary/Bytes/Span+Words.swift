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
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for place in index..<count {
      word |= UInt64(self[place]) << shift
      shift += 8
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
