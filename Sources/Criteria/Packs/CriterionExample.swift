public import Vocabulary

/// A small family that meets a criterion, or does not, or of which one cannot tell.
public struct CriterionExample: Sendable {
  /// What it shows.
  public var title: String
  /// The date for which the criterion is asked.
  public var date: Day
  /// The day from which the family is worked with, where that matters.
  public var start: Day?
  /// The family.
  public var people: [ExamplePerson]
  /// What is known of it.
  public var facts: [ExampleFact]
  /// What was not delivered; everything else was.
  public var undelivered: [ExampleGap]
  /// What people ruled.
  public var rulings: [ExampleRuling]
  /// What has to come out.
  public var expected: FindingState
  /// Where it stands, for messages.
  public var line: Int
}

/// Someone in an example.
public struct ExamplePerson: Sendable, Equatable {
  /// The name that facts use.
  public var name: String
  /// The birth date.
  public var born: PartialDate?
  /// The part in the family.
  public var role: FamilyRole
  /// When the person belonged to the family, where it was not always.
  public var days: DayInterval
}

/// A fact of an example.
public struct ExampleFact: Sendable, Equatable {
  /// The kind.
  public var kind: String
  /// Whom it is about; nobody means the family's address.
  public var person: String?
  /// When it happened or began.
  public var starts: PartialDate?
  /// When it ended.
  public var ends: PartialDate?
  /// How many of those that are counted.
  public var part: Int
  /// Of how many.
  public var whole: Int
  /// The coded details.
  public var details: [(name: String, value: String)]
  /// Who the professional was.
  public var professional: Int

  /// Whether two facts of examples are the same.
  public static func == (left: ExampleFact, right: ExampleFact) -> Bool {
    left.kind == right.kind && left.person == right.person && left.starts == right.starts
      && left.ends == right.ends && left.part == right.part && left.whole == right.whole
      && left.professional == right.professional
      && left.details.elementsEqual(right.details, by: ==)
  }
}

/// A kind that was not delivered for some days in an example.
public struct ExampleGap: Sendable, Equatable {
  /// The kind.
  public var kind: String
  /// The school or other unit that did not deliver; nobody means that no one did.
  public var unit: String?
  /// From when on.
  public var days: DayInterval
}

/// A ruling in an example.
public struct ExampleRuling: Sendable, Equatable {
  /// The matter.
  public var matter: String
  /// Whether it is so.
  public var isSo: Bool
}

/// What the examples of a pack share.
public struct ExampleSetting: Sendable {
  /// The date of examples that do not say otherwise.
  public var date: Day
  /// The family of examples that do not say otherwise.
  public var people: [ExamplePerson]
  /// The terms.
  public var terms: [(term: AcademicTerm, days: DayInterval)]
}
