extension IdentifierKind {
  /// The numbers that mean the same everywhere, each of which has a column of its own in the store.
  public static let national: [IdentifierKind] = [
    .upn, .formerUPN, .nhsNumber, .nino, .uln, .pnc, .cro, .crn,
  ]
}

/// An address as a row gives it.
public struct PlaceEntry: Hashable, Sendable {
  /// The lasting key: equal for equal details.
  public var key: UInt64
  /// The property number, or 0.
  public var uprn: Int64 = 0
  /// The flat or unit within the building.
  public var saon = TextRange.none
  /// The number or name of the building.
  public var paon = TextRange.none
  /// The street.
  public var street = TextRange.none
  /// The part of the town.
  public var locality = TextRange.none
  /// The town.
  public var town = TextRange.none
  /// The postcode.
  public var postcode = TextRange.none
  /// Whose letterbox it is, where that is said.
  public var careOf = TextRange.none
  /// The kind of place: dwelling, institution, no fixed abode.
  public var kind = TextRange.none
  /// Equal for the usual spellings of one address.
  public var matchKey = TextRange.none

  /// A place of which nothing is said yet.
  public init(key: UInt64 = 0) {
    self.key = key
  }
}

/// A person as a slot of a row names them.
public struct PersonEntry: Hashable, Sendable {
  /// The lasting key: equal for equal details from one source.
  public var key: UInt64 = 0
  /// The line on which the row begins.
  public var line: UInt32 = 0
  /// The slot's number in the contract.
  public var slot: UInt8 = 0
  /// Whether the address was withheld.
  public var isProtected = false
  /// The form of address.
  public var title = TextRange.none
  /// First and middle names.
  public var forenames = TextRange.none
  /// The surname.
  public var surname = TextRange.none
  /// «Jr», «II» and the like.
  public var suffix = TextRange.none
  /// What the person is called.
  public var knownAs = TextRange.none
  /// Surnames of earlier days, with semicolons between several.
  public var formerSurnames = TextRange.none
  /// Other names, with semicolons between several.
  public var aliases = TextRange.none
  /// What was noticed in reading the name, with spaces between several.
  public var nameNotes = TextRange.none
  /// The birth date, as exact as it was given.
  public var born = TextRange.none
  /// `male` or `female`.
  public var sex = TextRange.none
  /// The ethnic group as coded by the source.
  public var ethnicity = TextRange.none
  /// The national numbers, in the order of `IdentifierKind.national`.
  public var numbers: [8 of TextRange] = .init(repeating: .none)
  /// The agencies' own numbers: `yois-id=123`, with semicolons between several.
  public var localNumbers = TextRange.none
  /// The key of the place where the person is said to live; 0 if nowhere is said or it is withheld.
  public var place: UInt64 = 0
  /// From when the person is said to live there.
  public var since = TextRange.none
  /// Until when.
  public var until = TextRange.none

  /// A person of whom nothing is said yet.
  public init() {}

  /// Whether both are the same slot of the same row with the same details.
  public static func == (left: PersonEntry, right: PersonEntry) -> Bool {
    left.key == right.key && left.line == right.line && left.slot == right.slot
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(line)
    hasher.combine(slot)
  }
}

/// A fact as a row states it.
public struct FactEntry: Hashable, Sendable {
  /// What makes two rows the same fact.
  public var key: UInt64 = 0
  /// The line on which the row begins.
  public var line: UInt32 = 0
  /// The kind's number in the vocabulary.
  public var kind: UInt16 = 0
  /// The person it is about, or 0.
  public var person: UInt64 = 0
  /// The place it is about, or 0.
  public var place: UInt64 = 0
  /// The day of an event, the start of an episode or a span.
  public var starts = TextRange.none
  /// The end of an episode or a span; nothing where it is open.
  public var ends = TextRange.none
  /// How many there are of those that are counted.
  public var part: Int64 = 0
  /// How many there could be.
  public var whole: Int64 = 0
  /// Whether `part` and `whole` mean anything.
  public var isMeasure = false
  /// A JSON object, its keys in the order of the contract; nothing where there are no attributes.
  public var attributes = TextRange.none
  /// A keyed hash of the professional's name or number; 0 where none is named.
  public var professional: UInt64 = 0

  /// A fact of which nothing is said yet.
  public init() {}
}

/// A relation between two people of one row.
public struct RelationEntry: Hashable, Sendable {
  /// What makes two rows the same relation.
  public var key: UInt64
  /// The line on which the row begins.
  public var line: UInt32
  /// The kind's number in the vocabulary.
  public var kind: UInt16
  /// The person who is the relation.
  public var from: UInt64
  /// The person to whom.
  public var to: UInt64
  /// From when the person is said to live there.
  public var since: TextRange
  /// Until when.
  public var until: TextRange

  /// States a relation.
  public init(
    key: UInt64, line: UInt32, kind: UInt16, from: UInt64, to: UInt64, since: TextRange,
    until: TextRange
  ) {
    self.key = key
    self.line = line
    self.kind = kind
    self.from = from
    self.to = to
    self.since = since
    self.until = until
  }
}
