public import Vocabulary

/// What a run knows of a family when it asks where the family stands in the programme.
public struct CohortSubject: Hashable, Sendable {
  /// Which family.
  public var family: FamilyID
  /// Whether the run has the family; one that was entered and is nobody's now is kept all the same.
  public var isInRun: Bool
  /// What the packs that put families forward came to; nil where none of them was asked.
  public var eligibility: FindingState?
  /// The packs that are met.
  public var packs: [String] = []
  /// The criteria that are met in those packs, each once.
  public var criteria: [String] = []
  /// The days between which the earliest concern lies.
  public var concern: DayInterval?
  /// Where it lives.
  public var area: Area?
  /// How many children live with it.
  public var children = 0
  /// How many agencies know of it.
  public var agencies = 0
  /// Since when runs have put it forward; nil where this one is the first.
  public var putForward: Day?

  /// Names a family; the rest is filled in.
  public init(family: FamilyID, isInRun: Bool = true) {
    self.family = family
    self.isInRun = isInRun
  }
}

/// Where a family stands, also one that nobody has put forward.
public enum CohortStanding: String, Hashable, Sendable, CaseIterable {
  case identified, confirmed, attached, worked, outcome, closed, declined
  case movedOut = "moved-out"
  /// Data is missing that decides whether it is eligible.
  case cannotTell = "cannot-tell"
  /// Concern is seen of it, and it is not eligible.
  case concern

  init(_ status: CohortStatus) {
    self =
      switch status {
      case .identified: .identified
      case .confirmed: .confirmed
      case .attached: .attached
      case .worked: .worked
      case .outcome: .outcome
      case .closed: .closed
      case .declined: .declined
      case .movedOut: .movedOut
      }
  }
}

/// A family with concern, and where it stands.
public struct CohortMember: Hashable, Sendable {
  /// What the run knows of it.
  public var subject: CohortSubject
  /// Its life in the programme, or the beginning of one where a run puts it forward; nil where neither is.
  public var life: FamilyLife?
  /// Whether people entered it, and not the run alone.
  public var isEntered: Bool
  /// Where it stands.
  public var standing: CohortStanding
  /// The area whose group looks after it; empty where it is not known.
  public var area: String
  /// The year of attachment, else of being put forward.
  public var year: FinancialYear?
  /// Its place among those of its area that wait.
  public var place: PriorityList.Row?
  /// Whether it is eligible and nobody works with it, so that it may be compared with those who are worked with.
  public var isComparison: Bool
  /// Whether it has two lives since two families became one.
  public var isContested: Bool
}
