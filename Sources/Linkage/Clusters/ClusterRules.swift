/// What joins two records, and how the evidence in a group of joined records is weighed.
///
/// Records are joined by pairs at or above ``joinWeight``. Each group that arises so is then divided
/// such that the sum of what all pairs inside its clusters count is as large as can be found. A pair
/// counts by how much its weight exceeds the join weight, or falls short of it, but never more than
/// ``mostAgainst`` against; a pair that was not scored counts ``absentWeight``. So a chain of
/// look-alikes falls apart, because most of its pairs are absent or speak against, and a person of whom a
/// few comparisons are missing or went wrong does not.
///
/// Pairs that fall short of the join weight by more than ``mostAgainst`` count like absent ones by
/// default, so a caller need not keep them.
public struct ClusterRules: Sendable, Equatable {
  /// The weight from which on one pair is enough to join two records.
  ///
  /// Every cluster hangs together by pairs of at least this weight and by decisions.
  public var joinWeight: Double

  /// The most that one pair can count against joining, in bits.
  ///
  /// Evidence against goes wrong in one piece: one false birth date makes a record differ from all others of
  /// its person alike. Without a limit these many wrong pairs outvote the right ones. With 0 nothing
  /// speaks against, and clusters are all that joining pairs connect.
  public var mostAgainst: Double

  /// What a pair counts that was not scored: zero or less.
  ///
  /// Blocking finds most true pairs, so a pair that it did not find speaks against: where it finds
  /// fifteen in sixteen, by log2(1/16), which is -4 bits.
  public var absentWeight: Double

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
  ///
  /// An absent pair counts ``mostAgainst`` against unless told otherwise, and a bridge is weak up to four bits
  /// above the join weight.
  public init(
    joinWeight: Double, mostAgainst: Double = 4, absentWeight: Double? = nil,
    bridgeWeight: Double? = nil, largestExact: Int = 10, largestCompleted: Int = 64
  ) {
    precondition(mostAgainst >= 0, "what counts against is given as a positive number")
    precondition(absentWeight ?? 0 <= 0, "a pair that was not scored cannot speak for joining")
    precondition(
      (1...14).contains(largestExact), "trying every way is possible for 1 to 14 records")
    self.joinWeight = joinWeight
    self.mostAgainst = mostAgainst
    self.absentWeight = absentWeight ?? -mostAgainst
    self.bridgeWeight = bridgeWeight ?? joinWeight + 4
    self.largestExact = largestExact
    self.largestCompleted = largestCompleted
  }
}
