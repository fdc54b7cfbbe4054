/// Two clusters that are apart although a pair at or above the join weight connects them.
public struct ClusterSplit: Sendable, Equatable {
  /// Why two clusters are apart.
  public enum Reason: Sendable, Equatable {
    /// A decision that two of their records are two people.
    case decision(Int32)
    /// Two of their records have different codes of a kind of identifier, given by its place.
    case identifier(kind: Int)
    /// Two of their records are in one group that holds a person once at most, given by its place.
    case exclusion(kind: Int)
    /// The caller's rules forbid two of their records to be one person.
    case forbidden
    /// All pairs between them taken together speak against it, or for something better.
    case evidence
  }

  /// The first cluster.
  public internal(set) var left: Int32
  /// The second cluster, which has the larger number.
  public internal(set) var right: Int32
  /// The heaviest pair between them.
  public let pair: ScoredPair
  /// The sum of what all pairs between them count, absent ones included, in bits.
  public let weight: Double
  /// Why they are apart.
  public let reason: Reason
}
