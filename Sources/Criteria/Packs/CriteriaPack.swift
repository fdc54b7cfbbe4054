public import Vocabulary

/// A set of criteria as one programme or council reads them, with where each comes from and examples of each.
public struct CriteriaPack: Sendable {
  /// The name by which pipelines and commands call it, such as `tf1-2012`.
  public var name: String
  /// What people call it.
  public var title: String
  /// Counts up whenever the rules change.
  public var version: Int
  /// The days on which the rules are or were in force.
  public var inForce: DayInterval
  /// What the pack is for, in a few sentences.
  public var about: String
  /// Where the rules come from.
  public var source: String
  /// How many days a source may be behind the date before silence stops meaning that nothing happened.
  public var lag: Int
  /// Which terms count as the last ones.
  public var terms: TermCalendar.Counting
  /// Whom the rules speak of.
  public var groups: [MemberGroup]
  /// The kinds that arrive school by school, and how one knows which school a person is at.
  public var units: [UnitSource]
  /// The criteria, each after those it speaks of.
  public var criteria: [Criterion]
  /// The criterion that says whether a family is eligible, where there is one.
  public var eligibility: String?
  /// The terms and the people of the examples.
  public var setting: ExampleSetting

  /// The place of the criterion with this name.
  public func place(of name: String) -> Int? {
    criteria.firstIndex { $0.name == name }
  }
}

/// One criterion of a pack.
public struct Criterion: Sendable {
  /// The name that other criteria and outputs use.
  public var name: String
  /// What people call it.
  public var title: String
  /// What the document says, in its words or as they are remembered.
  public var wording: String
  /// The document.
  public var source: String
  /// How sure it is that the document says so.
  public var confidence: Confidence
  /// What a reader should know about how it is worked out.
  public var note: String?
  /// What it weighs as a sign of concern, where the pack weighs: 1 wobble, 2 concern, 3 targeted, 4 statutory.
  public var weight: Int?
  /// When it is met.
  public var rule: Rule
  /// What meets it and what does not.
  public var examples: [CriterionExample]
}

/// How sure it is that a rule is what its document says.
public enum Confidence: String, Sendable, CaseIterable {
  /// Read in the document, or in one that quotes it.
  case confirmed
  /// Remembered, and very likely right.
  case recalledHigh = "recalled-high"
  /// Remembered, and probably right.
  case recalledMedium = "recalled-medium"
  /// Remembered, and to be checked before anything rests on it.
  case recalledLow = "recalled-low"
  /// Chosen here, since no document says.
  case proposal

  /// The confidence as a sentence for readers.
  public var sentence: String {
    switch self {
    case .confirmed: "Read in a published source."
    case .recalledHigh: "Recalled with high confidence: check it against the original."
    case .recalledMedium: "Recalled with medium confidence: check it against the original."
    case .recalledLow: "Recalled with low confidence: check it against the original."
    case .proposal: "Chosen here; no document says."
    }
  }
}

/// Whom a rule is about, among the people of a family.
public struct MemberGroup: Sendable, Equatable {
  /// The name that rules use.
  public var name: String
  /// The youngest and the oldest age in whole years, where age matters.
  public var ages: ClosedRange<Int>?
  /// The roles, where the role matters.
  public var roles: [FamilyRole]
  /// Whether age and role are asked at the date of the event, and not at the date for which the rule is asked.
  public var isAtEvent: Bool
  /// Whether those count who have left the family before the date.
  public var hasFormer: Bool
}

/// How it is known at which school or other unit a person is, for kinds that arrive unit by unit.
public struct UnitSource: Sendable, Equatable {
  /// The kind that arrives unit by unit.
  public var kind: String
  /// The kind of the episodes that say where the person is.
  public var listedBy: String
  /// The attribute of both that names the unit.
  public var attribute: String
}
