/// Lets pairs that fall short of joining, but agree more than strangers do, count neither for nor against.
///
/// Two records of one person may have hardly a field in common, or an old address in one: a tax account without
/// a birth date, a case with nothing but a number. Such a pair does not reach the join weight, since next to
/// all pairs at random are strangers. Within a group that other pairs have brought together this prior is no
/// evidence: only what disagrees is. Two who share a name and were born in different years are no thin pair,
/// even if the name outweighs the years: they keep what speaks against them.
struct ThinPairs: Sendable {
  /// Little enough to count nothing, and more than weights are rounded by: alone such a pair joins nobody.
  private static let shortOfJoining: Float = 1 / 64
  /// How many bits may speak against a pair of which little is known: a slip of the pen does, another
  /// birth date does not.
  private static let mostAgainst = 5.0
  private let prior: Float
  private let joinWeight: Float?

  /// Takes the prior from the model; without a join weight every pair counts what it weighs.
  init(_ model: LinkageModel, joinWeight: Double?) {
    prior = Float(model.priorWeight)
    self.joinWeight = joinWeight.map { Float($0) }
  }

  /// Whether a pair of such a weight may be one of which too little is known.
  func isThin(_ weight: Float) -> Bool {
    guard let joinWeight else { return false }
    return weight < joinWeight && weight > prior
  }

  /// What a pair counts in clustering as its weight, when so many bits of it speak against.
  func counted(_ weight: Float, against: @autoclosure () -> Double) -> Float {
    guard let joinWeight, isThin(weight), against() <= Self.mostAgainst else { return weight }
    return joinWeight - Self.shortOfJoining
  }
}
