/// Lets pairs that fall short of joining, but agree more than strangers do, count neither for nor against.
///
/// Two records of one person may have hardly a field in common, or an old address in one: a tax account without
/// a birth date, a case with nothing but a number. Such a pair does not reach the join weight, since next to
/// all pairs at random are strangers. Within a group that other pairs have brought together this prior is no
/// evidence: only what disagrees is.
struct ThinPairs: Sendable {
  /// Little enough to count nothing, and more than weights are rounded by: alone such a pair joins nobody.
  private static let shortOfJoining: Float = 1 / 64
  private let prior: Float
  private let joinWeight: Float?

  /// Takes the prior from the model; without a join weight every pair counts what it weighs.
  init(_ model: LinkageModel, joinWeight: Double?) {
    prior = Float(model.priorWeight)
    self.joinWeight = joinWeight.map { Float($0) }
  }

  /// What a pair counts in clustering as its weight.
  func counted(_ weight: Float) -> Float {
    guard let joinWeight, weight < joinWeight, weight > prior else { return weight }
    return joinWeight - Self.shortOfJoining
  }
}
