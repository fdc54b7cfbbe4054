/// Numbers for pairs of codes, from 1 in the order in which they first came.
///
/// Two codes fit one word, so that nothing is compared but words.
struct PairCoder {
  private var keys: [UInt64]
  private var codes: [Int32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 12) {
    var size = 1 << 12
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    codes = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The number of the pair, and whether it is new.
  mutating func code(_ left: Int32, _ right: Int32) -> (code: Int32, isNew: Bool) {
    let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    var slot = Int(truncatingIfNeeded: TextHash.mix(key)) & mask
    while codes[slot] != 0 {
      if keys[slot] == key { return (codes[slot], false) }
      slot = (slot + 1) & mask
    }
    count += 1
    keys[slot] = key
    codes[slot] = Int32(count)
    let code = Int32(count)
    if count * 2 > mask { grow() }
    return (code, true)
  }

  private mutating func grow() {
    var larger = PairCoder(capacity: keys.count)
    for slot in keys.indices where codes[slot] != 0 {
      larger.put(keys[slot], codes[slot])
    }
    larger.count = count
    self = larger
  }

  private mutating func put(_ key: UInt64, _ code: Int32) {
    var slot = Int(truncatingIfNeeded: TextHash.mix(key)) & mask
    while codes[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    codes[slot] = code
  }
}
