import CCSV

/// The next place of one byte in a growing buffer, looked for no more than once.
struct NextByte {
  private let byte: UInt8
  /// Every byte before this place has been looked at.
  private var searched = 0
  private var found: Int?

  init(_ byte: UInt8) {
    self.byte = byte
  }

  /// The first place at or after a place, if there is one in the buffer so far.
  ///
  /// Places asked for never go back.
  mutating func place(atOrAfter place: Int, in buffer: [UInt8]) -> Int? {
    if let found, found >= place { return found }
    let from = max(place, searched)
    let hit = unsafe buffer.withUnsafeBufferPointer {
      unsafe csv_find_byte($0.baseAddress, from, $0.count, byte)
    }
    found = hit < buffer.count ? hit : nil
    searched = min(hit + 1, buffer.count)
    return found
  }

  /// Follows the buffer when bytes are taken away from its beginning.
  mutating func shift(by count: Int) {
    searched = max(0, searched - count)
    found = found.flatMap { $0 >= count ? $0 - count : nil }
  }
}
