/// Numbers for pairs of codes, from 1 in the order in which they first came.
///
/// Two codes fit one word, so that nothing is compared but words; a pair and its number lie side by
/// side, since looking them up waits for memory and for little else.
struct PairCoder {
  private struct Slot {
    var key: UInt64 = 0
    /// The number, or 0 where the slot is free.
    var code: Int32 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 12) {
    var size = 1 << 12
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  /// The number of the pair, and whether it is new.
  mutating func code(_ left: Int32, _ right: Int32) -> (code: Int32, isNew: Bool) {
    let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    var slot = Int(truncatingIfNeeded: TextHash.mix(key)) & mask
    while slots[slot].code != 0 {
      if slots[slot].key == key { return (slots[slot].code, false) }
      slot = (slot + 1) & mask
    }
    count += 1
    let code = Int32(count)
    slots[slot] = Slot(key: key, code: code)
    if count * 2 > mask { grow() }
    return (code, true)
  }

  private mutating func grow() {
    var larger = PairCoder(capacity: slots.count)
    for slot in slots where slot.code != 0 { larger.put(slot) }
    larger.count = count
    self = larger
  }

  private mutating func put(_ pair: Slot) {
    var slot = Int(truncatingIfNeeded: TextHash.mix(pair.key)) & mask
    while slots[slot].code != 0 { slot = (slot + 1) & mask }
    slots[slot] = pair
  }
}
