/// How an element of a result is measured; kinds of fact are their places in the vocabulary.
public indirect enum Measure: Hashable, Sendable {
  /// Each child's absence and exclusions over school terms.
  case schooling(Schooling)
  /// A count that fell by a share against a time before attachment.
  case reduction(Reduction)
  /// Nothing of the kinds in the last months.
  case none(Occurrence)
  /// Something of the kinds in the last months.
  case present(Occurrence)
  /// An adult's work after out-of-work benefits.
  case employment(Employment)
  /// A professional's record of progress, with what shows it.
  case recorded(months: Int)
  /// All of several.
  case all([Measure])
  /// One of several.
  case any([Measure])

  /// Whose facts count.
  public enum Whose: String, Hashable, Sendable, CaseIterable {
    /// Everyone's, and those of the family's address.
    case family
    /// Those of whoever was under 18 on the day.
    case under18 = "under-18"
    /// Those of whoever was 18 or older on the day.
    case adults
  }

  /// What is asked of each child's schooling.
  public struct Schooling: Hashable, Sendable {
    /// How many completed terms are looked at.
    public var terms: Int
    /// The kinds whose sessions are added up.
    public var absence: [UInt16]
    /// The tenths of a percent below which the absence has to stay.
    public var belowTenths: Int
    /// The kinds of exclusion that are counted.
    public var exclusions: [UInt16]
    /// How many exclusions are too many.
    public var fewerThan: Int
    /// The kinds of which there may be none.
    public var never: [UInt16]
    /// The kind that tells when a child is on which school's roll.
    public var roll: UInt16?
    /// The kinds that say that a child is rightly at no school.
    public var elsewhere: [UInt16]
  }

  /// What is asked of a count that has to fall.
  public struct Reduction: Hashable, Sendable {
    /// The kinds that are counted, each incident once.
    public var kinds: [UInt16]
    /// Whose facts count.
    public var whose: Whose
    /// How many months up to the claim are looked at.
    public var months: Int
    /// How many months before attachment it is compared with.
    public var baselineMonths: Int
    /// The share by which it has to fall.
    public var downBy: Share
  }

  /// Facts of some kinds in some months.
  public struct Occurrence: Hashable, Sendable {
    /// The kinds.
    public var kinds: [UInt16]
    /// Whose facts count.
    public var whose: Whose
    /// How many months up to the claim are looked at.
    public var months: Int
  }

  /// What is asked of work after benefits.
  public struct Employment: Hashable, Sendable {
    /// The kind that says that somebody is on an out-of-work benefit.
    public var benefit: UInt16
    /// The attribute that says which.
    public var attribute: String
    /// The kind that says that somebody was traced and is on none.
    public var traced: UInt16
    /// The kind that says that somebody is in work.
    public var work: UInt16
    /// The kinds that bar the result, since somebody else pays for it.
    public var barring: [UInt16]
    /// How long the work has to last, by the benefit before.
    public var spells: [Spell]

    /// How long work has to last after one benefit.
    public struct Spell: Hashable, Sendable {
      /// The benefit, as the attribute has it.
      public var benefit: String
      /// How many weeks of work.
      public var weeks: Int
      /// Within how many weeks; the same number where they have to be consecutive.
      public var within: Int
    }
  }
}

/// So many of so many, in whole numbers: 1 of 3, 5 of 6.
public struct Share: Hashable, Sendable {
  /// How many.
  public let part: Int
  /// Of how many.
  public let whole: Int

  /// A share that is none, some or all; nil for anything else.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0, (0...whole).contains(part) else { return nil }
    self.part = part
    self.whole = whole
  }

  /// Whether a count fell by the share at least: 3 to 2 is a fall by 1 of 3.
  ///
  /// The windows' lengths in months make counts of unequal windows comparable without dividing.
  public func isFall(
    from base: Int, in baseMonths: Int = 1, to now: Int, in nowMonths: Int = 1
  ) -> Bool {
    now * whole * baseMonths <= base * (whole - part) * nowMonths
  }
}
