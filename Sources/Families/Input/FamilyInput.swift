public import Vocabulary

/// Everything from which families are formed: flat lists that refer to each other by index.
///
/// The lists may come in any order but for people, who stand in the order of their ids; what is found does not depend
/// on it.
public struct FamilyInput: Sendable {
  /// Everyone, in the order of their ids.
  public var people: [KnownPerson] = []
  /// The surnames that people are or were known by, as numbers; see ``KnownPerson/surnames``.
  public var surnames: [Int32] = []
  /// Every home that somebody was seen in.
  public var dwellings: [KnownDwelling] = []
  /// Who was seen where and when.
  public var sightings: [Sighting] = []
  /// What rows say about two people.
  public var relations: [StatedRelation] = []
  /// When the council looked after a child.
  public var care: [CareSpell] = []
  /// What people have ruled.
  public var rulings: [FamilyRuling] = []
  /// The day for which families are formed.
  public var asOf: Day

  /// An input without anyone in it.
  public init(asOf: Day) {
    self.asOf = asOf
  }
}

/// A person of the run, as far as families are concerned.
public struct KnownPerson: Sendable {
  /// Who this is.
  public var id: PersonID
  /// The birth date, as exact as it is known.
  public var born: PartialDate?
  /// The day from which the person is nowhere: a death, or a practice's list left for good.
  public var left: Day?
  /// The sex, where it is known.
  public var isFemale: Bool?
  /// The first forename as a number; 0 where there is none.
  public var forename: Int32
  /// The letters with which the first forenames of the rows begin, which is all that some of them give: a bit for each.
  public var initials: UInt32
  /// The surnames, by their places in ``FamilyInput/surnames``.
  public var surnames: Range<Int>
  /// The day from which the address is kept secret.
  public var protected: Day?

  /// Describes a person.
  public init(
    id: PersonID, born: PartialDate? = nil, left: Day? = nil, isFemale: Bool? = nil,
    forename: Int32 = 0, initials: UInt32 = 0, surnames: Range<Int> = 0..<0, protected: Day? = nil
  ) {
    self.id = id
    self.born = born
    self.left = left
    self.isFemale = isFemale
    self.forename = forename
    self.initials = initials
    self.surnames = surnames
    self.protected = protected
  }
}

/// A home: one address, a flat apart from the flat beside it.
public struct KnownDwelling: Sendable {
  /// What makes two addresses the same, in every run.
  public var key: Int64
  /// The same for every flat of a building; 0 where the address has no number or street.
  public var building: Int64
  /// The same for this home with another postcode; 0 where the address has no number or street.
  public var house: Int64
  /// The same for this home with the street in another spelling; 0 where the address has no number or postcode.
  public var number: Int64
  /// Whether the address names a flat or a room.
  public var hasUnit: Bool
  /// Whether it is a room in a house of rooms: a hostel's, a refuge's.
  public var isRoom: Bool
  /// Whether it is no home: a hostel, a home for many, an office, a school.
  public var isInstitution: Bool

  /// Describes a home.
  public init(
    key: Int64, building: Int64 = 0, house: Int64 = 0, number: Int64 = 0,
    hasUnit: Bool = false, isRoom: Bool = false, isInstitution: Bool = false
  ) {
    self.key = key
    self.building = building
    self.house = house
    self.number = number
    self.hasUnit = hasUnit
    self.isRoom = isRoom
    self.isInstitution = isInstitution
  }
}

/// Where a row comes from: what every membership leads back to.
public struct RowPlace: Hashable, Sendable, Comparable {
  /// The number of the file in the run.
  public var extract: Int32
  /// The line on which the row begins.
  public var line: Int32

  /// Names a row.
  public init(extract: Int32, line: Int32) {
    self.extract = extract
    self.line = line
  }

  /// Orders rows by file and line.
  public static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.extract, left.line) < (right.extract, right.line)
  }
}

/// Somebody was at a home, by one source.
public struct Sighting: Sendable {
  /// Who, by the place in ``FamilyInput/people``.
  public var person: Int32
  /// Where, by the place in ``FamilyInput/dwellings``.
  public var dwelling: Int32
  /// The first day that the rows vouch for.
  public var from: Day
  /// The last day that the rows vouch for.
  public var seen: Day
  /// The last day, where a row says that it ended.
  public var until: Day?
  /// Whether the rows date it: an address that merely stands beside somebody else's is not dated.
  public var isDated: Bool
  /// Whether the source keeps track of where somebody lives, and does not only say where they lived on a day.
  public var isKept: Bool
  /// Whether the row gives no birth date, so that it may be about a namesake.
  public var isBare: Bool
  /// The source's number in the run.
  public var source: UInt16
  /// The row.
  public var row: RowPlace

  /// States a sighting.
  public init(
    person: Int32, dwelling: Int32, from: Day, seen: Day, until: Day? = nil, isDated: Bool = true,
    isKept: Bool = false, isBare: Bool = false, source: UInt16 = 0,
    row: RowPlace = RowPlace(extract: 0, line: 0)
  ) {
    self.person = person
    self.dwelling = dwelling
    self.from = from
    self.seen = seen
    self.until = until
    self.isDated = isDated
    self.isKept = isKept
    self.isBare = isBare
    self.source = source
    self.row = row
  }
}

/// What a row says about two people.
public struct StatedRelation: Sendable {
  /// The first, by the place in ``FamilyInput/people``: the parent, the carer.
  public var from: Int32
  /// The other one.
  public var to: Int32
  /// The kind, by its place in ``FamilySettings/relations``.
  public var kind: Int
  /// The first day, where the row says it.
  public var since: Day?
  /// The last day, where the row says it.
  public var until: Day?
  /// The row.
  public var row: RowPlace

  /// States a relation.
  public init(
    from: Int32, to: Int32, kind: Int, since: Day? = nil, until: Day? = nil,
    row: RowPlace = RowPlace(extract: 0, line: 0)
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.since = since
    self.until = until
    self.row = row
  }
}

/// The days for which the council looks after a child.
public struct CareSpell: Sendable {
  /// The child, by the place in ``FamilyInput/people``.
  public var person: Int32
  /// The days, open while it lasts.
  public var days: DayInterval

  /// States a spell of care.
  public init(person: Int32, days: DayInterval) {
    self.person = person
    self.days = days
  }
}
