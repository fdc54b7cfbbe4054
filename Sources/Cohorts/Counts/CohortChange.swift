public import Vocabulary

/// What is different about a family's place in the programme between two days.
public struct CohortChange: Hashable, Sendable {
  /// What is different.
  public enum What: String, Hashable, Sendable, CaseIterable {
    /// It came in.
    case appeared
    /// It is no longer there.
    case vanished
    /// It stands elsewhere.
    case moved
    /// Another area, agency or professional looks after it.
    case handed
  }

  /// The family.
  public var family: FamilyID
  /// What is different.
  public var what: What
  /// Where it stood before; nil where it was not there.
  public var before: CohortStatus?
  /// Where it stands now; nil where it is not there.
  public var after: CohortStatus?

  /// The differences between two nights, in the order of the families' ids.
  public static func changes(from before: [FamilyLife], to after: [FamilyLife]) -> [CohortChange] {
    let old = Dictionary(before.map { ($0.family, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { ($0.family, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(old.keys).union(new.keys).sorted().compactMap { family in
      change(family, old[family], new[family])
    }
  }

  private static func change(
    _ family: FamilyID, _ old: FamilyLife?, _ new: FamilyLife?
  ) -> CohortChange? {
    let what: What? =
      switch (old, new) {
      case (nil, _): .appeared
      case (_, nil): .vanished
      case (let old?, let new?):
        old.status != new.status
          ? .moved
          : old.area != new.area || old.leadAgency != new.leadAgency
            || old.leadProfessional != new.leadProfessional ? .handed : nil
      }
    return what.map {
      CohortChange(family: family, what: $0, before: old?.status, after: new?.status)
    }
  }
}
