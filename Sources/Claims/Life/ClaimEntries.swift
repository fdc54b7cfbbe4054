public import Vocabulary

extension [ClaimEntry] {
  /// What had been done by the end of a day: of each claim the steps before the first that is of a later day.
  ///
  /// Days are given by people and need not rise; a step without those before it would tell of nothing.
  public func upTo(_ day: Day) -> [ClaimEntry] {
    var ended: Set<ClaimID> = []
    return filter { entry in
      if entry.on > day { ended.insert(entry.claim) }
      return !ended.contains(entry.claim)
    }
  }
}
