import Vocabulary

/// About how many different values there were, in a kilobyte: HyperLogLog with 1,024 registers.
///
/// Flajolet, Fusy, Gandouet and Meunier, «HyperLogLog», 2007; the standard error is 3.3%. Small counts are corrected by
/// linear counting, as there.
struct DistinctEstimate: Hashable, Sendable {
  private static let bits = 10
  private var registers = [UInt8](repeating: 0, count: 1 << bits)

  /// Takes the hash, or any number, of a value.
  mutating func note(_ value: UInt64) {
    let hash = QuickHash.mix(value)
    let register = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.bits))
    let rest = hash << UInt64(Self.bits) | 1 << UInt64(Self.bits - 1)
    let rank = UInt8(truncatingIfNeeded: rest.leadingZeroBitCount + 1)
    if rank > registers[register] { registers[register] = rank }
  }

  /// Adds other values: what comes of both is what would have come of all values by one.
  mutating func add(_ other: DistinctEstimate) {
    for index in registers.indices {
      registers[index] = max(registers[index], other.registers[index])
    }
  }

  var count: Int {
    let size = Double(registers.count)
    var sum = 0.0
    var zeros = 0
    for register in registers {
      sum += 1 / Double(UInt64(1) << UInt64(register))
      if register == 0 { zeros += 1 }
    }
    let raw = 0.7213 / (1 + 1.079 / size) * size * size / sum
    if raw <= 2.5 * size && zeros > 0 {
      return Int((size * Logarithm.natural(size / Double(zeros))).rounded())
    }
    return Int(raw.rounded())
  }
}

/// The natural logarithm, without a mathematics library.
enum Logarithm {
  /// By the series of the inverse hyperbolic tangent after taking out powers of two; exact to about 1e-15.
  static func natural(_ value: Double) -> Double {
    precondition(value > 0, "a logarithm is taken of what is positive")
    let (exponent, significand) = (Double(value.exponent), value.significand)
    let ratio = (significand - 1) / (significand + 1)
    var term = ratio
    var sum = 0.0
    for step in 0..<40 {
      sum += term / Double(2 * step + 1)
      term *= ratio * ratio
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * sum
  }
}

/// A fast hash for estimates; never for keys that outlive a run.
enum QuickHash {
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      state = (state ^ bytes.word(at: index)) &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 29
      index += 8
    }
    while index < bytes.count {
      state = (state ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return state
  }

  /// The finisher of SplitMix64.
  static func mix(_ value: UInt64) -> UInt64 {
    var state = value &+ 0x9E37_79B9_7F4A_7C15
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 31)
  }
}
