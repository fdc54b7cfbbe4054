public import Vocabulary

/// What a decision would change, if a run heeded it with every other decision that is noted, and no data were new.
public struct DecisionPreview: Hashable, Sendable {
  /// Somebody whose records would be others.
  public struct Person: Hashable, Sendable {
    /// Who it is: the id that the records have, or would have.
    public var id: PersonID
    /// The records now; none of whom there is no such person yet.
    public var before: [RecordKey]
    /// The records then; none of whom there would be no such person any more.
    public var after: [RecordKey]
  }

  /// A family as it is, or would be.
  public struct Family: Hashable, Sendable {
    /// Which it is; one that would be new has a number that holds for this preview alone.
    public var id: FamilyID
    /// Who belongs to it and when.
    public var members: [Member]
    /// What the packs come to.
    public var packs: [Pack]

    /// Everybody who ever belongs to it.
    public var people: Set<PersonID> { Set(members.map(\.person)) }
  }

  /// The days for which somebody belongs to a family.
  public struct Member: Hashable, Sendable {
    /// Who.
    public var person: PersonID
    /// As what, as `FamilyRole` calls it.
    public var role: String
    /// The first day; nil where nobody knows.
    public var since: String?
    /// The last day; nil while it lasts.
    public var until: String?
  }

  /// What a pack comes to for a family.
  public struct Pack: Hashable, Sendable {
    /// The pack.
    public var name: String
    /// What people call it.
    public var title: String
    /// Whether the family is eligible; nil where the pack does not say who is.
    public var eligible: FindingState?
    /// Each criterion by its title, with what it comes to.
    public var findings: [Finding]
  }

  /// What a criterion comes to.
  public struct Finding: Hashable, Sendable {
    /// What people call the criterion.
    public var title: String
    /// What came out.
    public var state: FindingState
  }

  /// A family that would change: either side is missing where there is none.
  public struct FamilyChange: Hashable, Sendable {
    /// The family as it is.
    public var before: Family?
    /// The family as it would be.
    public var after: Family?

    /// Everybody who belongs to it, or would.
    var people: Set<PersonID> {
      (before?.people ?? []).union(after?.people ?? [])
    }
  }

  /// What else the next run changes, by other decisions that are noted and that this run does not heed yet.
  public struct Others: Hashable, Sendable {
    /// How many decisions.
    public var decisions = 0
    /// The people whose records would be others by them alone.
    public var people: [Person] = []
    /// The families that would change by them alone.
    public var families: [FamilyChange] = []
  }

  /// A locked claim of which the next run would say something else than this one.
  public struct ClaimChange: Hashable, Sendable {
    /// The claim.
    public var claim: ClaimID
    /// How this run's data differs from what was claimed; empty where it does not.
    public var now: [String]
    /// How it would differ then.
    public var then: [String]
  }

  /// Everybody whose records would be others, in the order of ids.
  public var people: [Person]
  /// The families that would change, in the order of ids; nil where families can't be worked out here.
  public var families: [FamilyChange]?
  /// The locked claims whose evidence would be other than it is, in the order of their numbers.
  public var claims: [ClaimChange] = []
  /// What changes by other decisions alone.
  public var others = Others()

  /// Whether everything would stay as it is.
  public var isEmpty: Bool { people.isEmpty && (families ?? []).isEmpty }
}

/// Why what a decision would change can't be worked out.
public enum PreviewProblem: Error, Equatable, Sendable {
  /// So many records hang together that the run has to work it out.
  case tooManyRecords(Int)
}
