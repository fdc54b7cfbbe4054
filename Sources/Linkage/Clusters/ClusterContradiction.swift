/// Decisions to join that people took and that something else forbids.
///
/// The decisions named here have not been applied: their records are joined only as far as the evidence
/// says so and nothing forbids it. Somebody has to withdraw one of the decisions or correct the records.
public struct ClusterContradiction: Sendable, Equatable {
  /// What stands against the decisions to join.
  public enum Against: Sendable, Equatable {
    /// A decision that the two records are two people.
    case decision(Int32)
    /// Two different codes of a kind of identifier, given by its place in the constraints.
    case identifier(kind: Int)
    /// One group that holds a person once at most, given by its place in the constraints.
    case exclusion(kind: Int)
  }

  /// One of the two records that the decisions join.
  public let left: RecordNumber
  /// The other.
  public let right: RecordNumber
  /// The decisions that lead from the one to the other, in this order.
  public let decisions: [Int32]
  /// What stands against them.
  public let against: Against
}
