/// What joins two records, and how the evidence in a group of joined records is weighed.
///
/// Records are joined by pairs at or above ``joinWeight``. Each group that arises so is then divided
/// such that the sum of the weights of all pairs inside its clusters is as large as can be found:
/// pairs that were scored count with their weight, whether it speaks for or against, and pairs that were
/// never compared count with ``absentWeight``. So a chain of look-alikes falls apart, because most of
/// its pairs are absent or speak against, and a person of whom a few comparisons are missing does not.
public struct ClusterRules: Sendable, Equatable {
  /// The weight from which on one pair is enough to join two records.
  ///
  /// Every cluster hangs together by pairs of at least this weight and by decisions.
  public var joinWeight: Double

  /// What a pair that was not scored counts: zero or less.
  ///
  /// Blocking finds most true pairs, so a pair that it did not find speaks against: where it finds
  /// nineteen in twenty, by log2(1/20), which is about -4.3 bits.
  public var absentWeight: Double

  /// The most that the weight of one pair counts, for or against.
  ///
  /// Evidence beyond it changes nothing: one very good pair shall not outvote many that speak against.
  public var strongestWeight: Double

  /// Pairs lighter than this that alone hold a cluster of three or more together are listed for review.
  public var bridgeWeight: Double

  /// How many records, counting those that decisions join as one, are divided by trying every way.
  ///
  /// The work grows threefold with each record; 10 costs some tens of microseconds.
  public var largestExact: Int

  /// How many records a group may have for its absent pairs to be scored after all.
  ///
  /// It matters only where the caller can score a pair.
  public var largestCompleted: Int

  /// Rules around a join weight, with defaults for everything else.
  public init(
    joinWeight: Double, absentWeight: Double = -4, strongestWeight: Double = 4_096,
    bridgeWeight: Double? = nil, largestExact: Int = 10, largestCompleted: Int = 64
  ) {
    precondition(absentWeight <= 0, "a pair that was not compared cannot speak for joining")
    precondition(strongestWeight > 0, "no evidence would count")
    precondition(
      (1...14).contains(largestExact), "trying every way is possible for 1 to 14 records")
    self.joinWeight = joinWeight
    self.absentWeight = absentWeight
    self.strongestWeight = strongestWeight
    self.bridgeWeight = bridgeWeight ?? joinWeight + 4
    self.largestExact = largestExact
    self.largestCompleted = largestCompleted
  }
}
