/// Some families with their people and everything dated that is known of them: what criteria and journeys are asked of.
///
/// All lists lie flat and refer to each other by index, so that millions of facts are a handful of allocations. A large
/// council is taken in several files, each with some thousands of families; nothing in one refers to another.
public struct CaseFile: Sendable {
  /// The families, in the order of their ids.
  public var families: [CaseFamily] = []
  /// The people of each family, in the order of their ids; whoever belongs to two families stands here twice.
  public var people: [CasePerson] = []
  /// When who had which part in the family, in the order of people and days.
  public var memberships: [CaseMembership] = []
  /// The facts of each family, in the order of kind, person and first day: see ``CaseFact``.
  public var facts: [CaseFact] = []
  /// The coded details of facts.
  public var attributes: [CaseAttribute] = []
  /// The words that attributes are numbered by.
  public var words = CaseWords()
  /// What was delivered for which time, so that silence can be told from nothing having happened.
  public var coverage: [CaseCoverage] = []
  /// Which source is expected to tell of which kind.
  public var suppliers: [CaseSupplier] = []
  /// What people ruled, in the order of families.
  public var rulings: [CaseRuling] = []
  /// What people decided in place of what rules say, in the order of the ledger.
  public var overrides: [CaseOverride] = []
  /// The names of the sources, in the order of their numbers.
  public var sources: [String] = []

  /// A file with nothing in it.
  public init() {}
}

/// A family of a case file.
public struct CaseFamily: Hashable, Sendable {
  /// Which family this is.
  public var id: FamilyID
  /// Its people, by their places in ``CaseFile/people``.
  public var people: Range<Int>
  /// Its facts, by their places in ``CaseFile/facts``.
  public var facts: Range<Int>
  /// The day from which the family is worked with, where it is.
  public var start: Day?

  /// Names a family's part of the lists.
  public init(id: FamilyID, people: Range<Int>, facts: Range<Int>, start: Day? = nil) {
    self.id = id
    self.people = people
    self.facts = facts
    self.start = start
  }
}

/// Someone who belongs to a family, or did.
public struct CasePerson: Hashable, Sendable {
  /// Who this is.
  public var id: PersonID
  /// The birth date, as exact as it is known.
  public var born: PartialDate?
  /// The day of death, where there is one.
  public var died: PartialDate?
  /// The sex, where it is known.
  public var isFemale: Bool?
  /// When the person had which part, by the places in ``CaseFile/memberships``.
  public var memberships: Range<Int>

  /// Describes a person.
  public init(
    id: PersonID, born: PartialDate? = nil, died: PartialDate? = nil, isFemale: Bool? = nil,
    memberships: Range<Int>
  ) {
    self.id = id
    self.born = born
    self.died = died
    self.isFemale = isFemale
    self.memberships = memberships
  }
}

/// The days on which a person has one part in a family.
public struct CaseMembership: Hashable, Sendable {
  /// As what.
  public var role: FamilyRole
  /// The days, with an open end while it lasts.
  public var days: DayInterval

  /// States a membership.
  public init(role: FamilyRole, days: DayInterval) {
    self.role = role
    self.days = days
  }
}
