import Vocabulary

/// The text of the batch under way: bytes that grow in memory of their own, which stays when they are handed on.
///
/// An array asks before each byte whether anybody else has it; here nobody can. Each row adds a few dozen pieces.
@safe
struct BatchText: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    unsafe memory = .allocate(capacity: capacity)
  }

  deinit { unsafe memory.deallocate() }

  // MARK: Reading

  /// Lends a piece.
  @inline(__always)
  func withBytes<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a piece beyond the text")
    return body(unsafe Span(_unsafeStart: memory + range.lowerBound, count: range.count))
  }

  /// Lends a piece.
  @inline(__always)
  func withBytes<Result>(_ range: TextRange, _ body: (Span<UInt8>) -> Result) -> Result {
    withBytes(range.indices, body)
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 {
    precondition(place >= 0 && place < count, "a byte beyond the text")
    return unsafe memory[place]
  }

  /// A piece as a string.
  func string(_ range: TextRange) -> String {
    withBytes(range) { String(copying: $0) }
  }

  /// The text appended since a place.
  @inline(__always)
  func range(from start: Int) -> TextRange {
    start == count ? .none : TextRange(start: UInt32(start), count: UInt32(count - start))
  }

  // MARK: Writing

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory[count] = byte
    count += 1
  }

  /// Appends bytes, and tells where they stand.
  @inline(__always) @discardableResult
  mutating func append(_ bytes: Span<UInt8>) -> TextRange {
    let start = count
    reserve(bytes.count + 8)
    // Most pieces are short, and a call would cost several times as much as a word or two.
    if bytes.count < 8 {
      store(bytes.lastWord(from: 0), at: start)
    } else if bytes.count <= 16 {
      store(bytes.word(at: 0), at: start)
      store(bytes.word(at: bytes.count - 8), at: start + bytes.count - 8)
    } else {
      let end = unsafe memory + start
      unsafe bytes.withUnsafeBufferPointer {
        if let base = $0.baseAddress { unsafe end.update(from: base, count: $0.count) }
      }
    }
    count += bytes.count
    return range(from: start)
  }

  @inline(__always)
  private func store(_ word: UInt64, at place: Int) {
    unsafe UnsafeMutableRawPointer(memory).storeBytes(
      of: word.littleEndian, toByteOffset: place, as: UInt64.self)
  }

  /// Appends bytes, and tells where they stand.
  @inline(__always) @discardableResult
  mutating func append(_ bytes: [UInt8]) -> TextRange { append(bytes.span) }

  /// Appends words, and tells where they stand.
  @discardableResult
  mutating func append(_ words: String) -> TextRange { append(Array(words.utf8).span) }

  /// Appends a piece of another text.
  @inline(__always)
  mutating func append(_ range: Range<Int>, of other: borrowing BatchText) {
    other.withBytes(range) { _ = append($0) }
  }

  /// Appends a piece of the same text once more.
  @inline(__always)
  mutating func append(copyOf range: TextRange) {
    precondition(range.indices.upperBound <= count, "a piece beyond the text")
    reserve(Int(range.count))
    unsafe (memory + count).update(from: memory + Int(range.start), count: Int(range.count))
    count += Int(range.count)
  }

  /// Puts another byte in the place of one.
  mutating func replace(at place: Int, with byte: UInt8) {
    precondition(place >= 0 && place < count, "a byte beyond the text")
    unsafe memory[place] = byte
  }

  /// Takes back everything since a place.
  mutating func truncate(to place: Int) {
    precondition(place >= 0 && place <= count, "a place beyond the text")
    count = place
  }

  /// Hands all of it on, and is empty.
  mutating func move(to bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: memory, count: count))
    count = 0
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(count + more) }
  }

  private mutating func grow(_ needed: Int) {
    let larger = max(needed, 2 * capacity)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe copy.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = copy
    capacity = larger
  }
}
