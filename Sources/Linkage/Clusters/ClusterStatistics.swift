/// Counts of what clustering found and did.
public struct ClusterStatistics: Sendable, Equatable {
  /// Records in all.
  public var records = 0
  /// Records that are in a cluster of their own.
  public var alone = 0
  /// The number of clusters of each size: `sizes[3]` clusters hold three records.
  public var sizes: [Int] = []
  /// Groups of two or more records that pairs and decisions connect, before anything was divided.
  public var components = 0
  /// Records in the largest of them.
  public var largestComponent = 0
  /// Groups in which evidence was missing or spoke against, or which held a conflict.
  public var examined = 0
  /// Groups that were divided.
  public var divided = 0
  /// Groups that were divided by search instead of by trying every way.
  public var searched = 0
  /// Absent pairs that were scored after all.
  public var completed = 0
  /// The sum of what all pairs count inside the clusters that were examined, in bits.
  public var weight = 0.0

  /// Records in the largest cluster.
  public var largest: Int { max(0, sizes.count - 1) }
}
