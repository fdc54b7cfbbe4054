/// Two records that were compared, and the weight of the evidence that they are one person.
public struct ScoredPair: Sendable, Equatable {
  /// The record with the smaller number.
  public var left: RecordNumber
  /// The record with the larger number.
  public var right: RecordNumber
  /// The base-two logarithm of the odds that the two are one person, prior included.
  public var weight: Float

  /// Puts a pair together; the two records may come in either order.
  public init(_ one: RecordNumber, _ other: RecordNumber, weight: Float) {
    left = min(one, other)
    right = max(one, other)
    self.weight = weight
  }
}
