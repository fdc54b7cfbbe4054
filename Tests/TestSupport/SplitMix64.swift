/// A small random generator that gives the same numbers for the same seed everywhere.
///
/// It is Steele, Lea and Flood's SplitMix64 («Fast Splittable Pseudorandom Number Generators»,
/// 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the generator from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound.
  public mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }

  /// One of the items of a list that is not empty.
  public mutating func one<Item>(of items: [Item]) -> Item {
    items[below(items.count)]
  }
}
