import Glibc

/// Draws from beta distributions, the same for the same sequence of questions everywhere.
///
/// Marsaglia and Tsang, «A simple method for generating gamma variables» (2000), over the polar method for normal ones and
/// SplitMix64.
struct BetaDraws {
  private var state: UInt64 = 0x6B69_6E64_7265_6431

  /// The next draw, for parameters of 1 or more.
  mutating func next(_ a: Double, _ b: Double) -> Double {
    let one = gamma(a)
    let other = gamma(b)
    return one / (one + other)
  }

  private mutating func gamma(_ shape: Double) -> Double {
    precondition(shape >= 1, "a count and one, or a count")
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  private mutating func normal() -> Double {
    while true {
      let (u, v) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = u * u + v * v
      if square > 0, square < 1 { return u * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A number between 0 and 1, neither of them included.
  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return (Double(mixed >> 11) + 0.5) / 9_007_199_254_740_992
  }
}
