/// A stream of chances that a few numbers determine: the same numbers, the same stream.
///
/// It is SplitMix64, seeded by mixing the parts in turn, so that an error made to one person's
/// record by one agency is the same error whenever that record is written.
struct Chance: Sendable {
  private var state: UInt64

  /// The stream that some numbers determine.
  init(_ parts: UInt64...) {
    state = 0x5EED
    for part in parts {
      state ^= part
      state = next()
    }
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from nought to one less than `bound`.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a choice needs something to choose from")
    return Int(next() % UInt64(bound))
  }

  /// Whether something that befalls so many in ten thousand befalls now.
  mutating func happens(_ inTenThousand: Int) -> Bool { below(10_000) < inTenThousand }

  /// One of a list; nil of an empty one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }

  /// A number for a text, for use as a part: the FNV-1a hash of its bytes.
  static func part(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
