import Vocabulary

/// A stream of chance that depends on nothing but the seed and what it is for.
///
/// SplitMix64, with our own ways to draw, so that no version of the standard library changes the
/// county. Each neighbourhood, and each purpose in it, has a stream of its own: one more draw for
/// names moves nobody's house.
struct Dice: Sendable {
  /// What a stream is drawn for.
  enum Purpose: UInt64, Sendable {
    case streets = 1
    case families, members, names, schooling, health, troubles, care, housing, police, benefits
    case support, identifiers
  }

  private var state: UInt64

  /// The stream for a purpose in a neighbourhood.
  init(seed: UInt64, neighbourhood: Int, purpose: Purpose) {
    state = seed
    absorb(UInt64(truncatingIfNeeded: neighbourhood))
    absorb(purpose.rawValue)
  }

  private mutating func absorb(_ word: UInt64) {
    state = next() ^ (word &* 0xD1B5_4A32_D192_ED03)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from nought to one less than the limit.
  mutating func below(_ limit: Int) -> Int {
    precondition(limit > 0, "there is nothing to choose from")
    return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A whole number in a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True so many times in a thousand.
  mutating func chance(_ perThousand: Int) -> Bool { below(1_000) < perThousand }

  /// One of the choices, all alike.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  /// One of the choices, each as often as its weight.
  mutating func weigh<Choice>(_ choices: [(Choice, Int)]) -> Choice {
    var left = below(choices.reduce(0) { $0 + $1.1 })
    for (choice, weight) in choices {
      if left < weight { return choice }
      left -= weight
    }
    preconditionFailure("weights add up")
  }

  /// A whole number near a middle, within a spread of it, the middle being likeliest.
  mutating func near(_ middle: Int, spread: Int) -> Int {
    middle + (within(-spread...spread) + within(-spread...spread)) / 2
  }

  /// A day from the first to the last, both included; the first if they are the wrong way round.
  mutating func day(_ first: Day, _ last: Day) -> Day {
    let span = first.days(until: last)
    return span <= 0 ? first : first.adding(days: below(span + 1))
  }
}
