/// Numbers for texts, from 1 in the order in which they first came; 0 is for no text.
///
/// The texts lie one after another in one run of bytes, so that a million of them are four arrays.
struct ByteDictionary: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends; text `code` begins where `code - 1` ends.
  private(set) var ends: [UInt32] = [0]
  private var hashes: [UInt32] = [0]
  private var slots: [Int32]
  private var mask: Int

  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// How many texts there are; codes go from 1 to this.
  var count: Int { ends.count - 1 }

  func range(of code: Int32) -> Range<Int> {
    Int(ends[Int(code) - 1])..<Int(ends[Int(code)])
  }

  func text(_ code: Int32) -> String {
    String(decoding: bytes[range(of: code)], as: UTF8.self)
  }

  /// The code of a text, which is added if it is new.
  mutating func code(of text: Span<UInt8>) -> Int32 {
    let hash = TextHash.hash(text)
    let short = UInt32(truncatingIfNeeded: hash)
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let code = slots[slot]
      if code == 0 { return add(text, short, at: slot) }
      if hashes[Int(code)] == short, equals(text, code) { return code }
      slot = (slot + 1) & mask
    }
  }

  /// The code of a text, or 0 if it is not there.
  func find(_ text: Span<UInt8>) -> Int32 {
    let hash = TextHash.hash(text)
    let short = UInt32(truncatingIfNeeded: hash)
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let code = slots[slot]
      if code == 0 || (hashes[Int(code)] == short && equals(text, code)) { return code }
      slot = (slot + 1) & mask
    }
  }

  private func equals(_ text: Span<UInt8>, _ code: Int32) -> Bool {
    let start = Int(ends[Int(code) - 1])
    guard Int(ends[Int(code)]) - start == text.count else { return false }
    let own = bytes.span.extracting(start..<(start + text.count))
    var index = 0
    // Eight bytes at a time, within both as the loop's condition says.
    while index + 8 <= text.count {
      let one = unsafe own.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let other = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if one != other { return false }
      index += 8
    }
    while index < text.count {
      if own[index] != text[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func add(_ text: Span<UInt8>, _ hash: UInt32, at slot: Int) -> Int32 {
    precondition(bytes.count + text.count <= Int(UInt32.max), "more than 4 GB of distinct values")
    let code = Int32(ends.count)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = code
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for code in 1..<ends.count {
      let range = range(of: Int32(code))
      let hash = TextHash.hash(bytes.span.extracting(range))
      var slot = Int(truncatingIfNeeded: hash >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code)
    }
  }

  /// Lets go of what is only needed to add or find texts.
  mutating func freeze() {
    slots = [0]
    mask = 0
    hashes = []
  }
}

/// A hash of bytes that is the same in every process.
enum TextHash {
  /// Eight bytes at a time, each folded in by one long multiplication.
  static func hash(_ text: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
    let bytes = unsafe text.bytes
    var state = seed ^ 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
    var index = 0
    while index + 8 <= text.count {
      // Within the text, as the loop's condition says.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      state = mix(state ^ word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(text[index])
      index += 1
    }
    return mix(mix(state ^ rest))
  }

  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }

  /// Two hashes as one, in this order.
  static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mix(first &* 0x9FB2_1C65_1E98_DF25 ^ second)
  }
}
