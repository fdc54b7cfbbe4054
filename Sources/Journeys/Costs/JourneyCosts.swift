public import Vocabulary

/// What a family's journey cost, as far as its events are costed.
public struct JourneyCosts: Hashable, Sendable {
  /// The part of the journey in which something was spent.
  public enum Stage: Int, Hashable, Sendable, CaseIterable {
    /// Before concern was first seen.
    case before
    /// From then until the threshold.
    case between
    /// From the threshold on.
    case after
    /// On days of which it is not known on which side they lie.
    case straddling
    /// In a journey without any concern.
    case noConcern

    /// What it is called.
    public var title: String {
      switch self {
      case .before: "before the earliest concern"
      case .between: "from the earliest concern to the threshold"
      case .after: "after the threshold"
      case .straddling: "at a vague date beside one of them"
      case .noConcern: "with no concern seen"
      }
    }
  }

  /// What an agency spent in one part, in one way.
  public struct Line: Hashable, Sendable {
    /// The agency, by its place in the vocabulary.
    public var agency: Int
    /// Reactive or preventive.
    public var stance: UnitCost.Stance
    /// In which part.
    public var stage: Stage
    /// How much.
    public var amount: Pence
    /// For how many events and episodes.
    public var events: Int
  }

  /// The sums, by agency, stance and stage.
  public var lines: [Line] = []
  /// The kinds that have no cost, with how many facts of them there are: they cost something, and nobody knows what.
  public var notCosted: [UncostedKind] = []
  /// How many events and episodes have a cost.
  public var costed = 0
  /// How many there are.
  public var events = 0
  /// How many are part of a matter that a dearer cost holds already.
  public var overlapping = 0
  /// Whether vague dates make the sum a least one.
  public var isLeast = false

  /// A kind without a cost.
  public struct UncostedKind: Hashable, Sendable {
    /// Its place in the vocabulary.
    public var kind: Int
    /// How many facts.
    public var facts: Int
  }

  /// The whole.
  public var total: Pence { lines.reduce(.zero) { $0 + $1.amount } }

  /// The sum of one stage.
  public func total(in stage: Stage) -> Pence {
    lines.reduce(.zero) { $1.stage == stage ? $0 + $1.amount : $0 }
  }

  /// The sum of one stance.
  public func total(_ stance: UnitCost.Stance) -> Pence {
    lines.reduce(.zero) { $1.stance == stance ? $0 + $1.amount : $0 }
  }

  /// How much of it is known: `based on 12 of 30 events costed`.
  public var basis: String { "based on \(costed) of \(events) events costed" }
}
