public import SQLiteAccess

/// A family, as it was formed.
public struct FamilyRow: Hashable, Sendable {
  /// The family's id.
  public var id: Int64
  /// The person who cares for most of its children.
  public var head: Int64
  /// How many people ever belonged to it.
  public var people: Int
  /// How many live with it on the run's day.
  public var residents: Int
  /// How many of those are children.
  public var children: Int
  /// The first day of its first member; nil where nobody knows.
  public var since: String?

  /// Describes a family.
  public init(
    id: Int64, head: Int64, people: Int, residents: Int, children: Int, since: String?
  ) {
    self.id = id
    self.head = head
    self.people = people
    self.residents = residents
    self.children = children
    self.since = since
  }
}

/// The days for which somebody has a part in a family.
public struct FamilyMemberRow: Hashable, Sendable {
  /// The family.
  public var family: Int64
  /// The person.
  public var person: Int64
  /// As what, as `FamilyRole` calls it.
  public var role: String
  /// The first day; nil where nobody knows.
  public var since: String?
  /// The last day; nil while it lasts.
  public var until: String?
  /// What the strongest tie to another member weighs.
  public var strength: Int

  /// States a membership.
  public init(
    family: Int64, person: Int64, role: String, since: String?, until: String?, strength: Int
  ) {
    self.family = family
    self.person = person
    self.role = role
    self.since = since
    self.until = until
    self.strength = strength
  }
}

/// Why two people are of one family.
public struct FamilyEvidenceRow: Hashable, Sendable {
  /// The family.
  public var family: Int64
  /// The member.
  public var person: Int64
  /// The other member.
  public var other: Int64
  /// What speaks for it.
  public var kind: String
  /// What it weighs.
  public var weight: Int
  /// The first day for which it holds, where it has one.
  public var since: String?
  /// The last day for which it holds, where it has one.
  public var until: String?
  /// The number of the file whose row says it.
  public var extract: Int?
  /// The line of the row.
  public var line: Int?

  /// States what speaks for a member.
  public init(
    family: Int64, person: Int64, other: Int64, kind: String, weight: Int, since: String?,
    until: String?, extract: Int?, line: Int?
  ) {
    self.family = family
    self.person = person
    self.other = other
    self.kind = kind
    self.weight = weight
    self.since = since
    self.until = until
    self.extract = extract
    self.line = line
  }
}

/// Something about a family that somebody should look at.
public struct FamilyNoteRow: Hashable, Sendable {
  /// The family, where it is about one.
  public var family: Int64?
  /// What it is.
  public var kind: String
  /// Whom it is about.
  public var person: Int64
  /// The other one, where there is one.
  public var other: Int64?
  /// What the evidence weighs.
  public var weight: Int

  /// States a note.
  public init(family: Int64?, kind: String, person: Int64, other: Int64?, weight: Int) {
    self.family = family
    self.kind = kind
    self.person = person
    self.other = other
    self.weight = weight
  }
}

/// Writing who is of which family.
extension RunFile {
  /// Adds families, in the order of their ids.
  public mutating func addFamilies(_ families: [FamilyRow]) throws(DatabaseError) {
    let statement = try connection.prepare("INSERT INTO family VALUES (?, ?, ?, ?, ?, ?)")
    for family in families {
      try statement.bind(family.id, at: 1)
      try statement.bind(family.head, at: 2)
      try statement.bind(family.people, at: 3)
      try statement.bind(family.residents, at: 4)
      try statement.bind(family.children, at: 5)
      try statement.bind(family.since.map { .text($0) } ?? .null, at: 6)
      try statement.run()
    }
  }

  /// Notes where the families live, when all of them are there: by their heads' newest addresses with a postcode.
  public mutating func addFamilyHomes() throws(DatabaseError) {
    // Of each family the last is the newest, and takes the place of the others.
    try connection.execute(
      """
      INSERT OR REPLACE INTO family_home
        SELECT family.id, place.postcode FROM family
          CROSS JOIN person_member ON person_member.person_id = family.head_id
          CROSS JOIN person_record ON person_record.key = person_member.record_key
          CROSS JOIN place ON place.key = person_record.place_key
        WHERE place.postcode IS NOT NULL AND NOT protected
        ORDER BY family.id, person_record.since, person_record.key
      """)
  }

  /// Adds memberships, in the order of families, people and days.
  public mutating func addFamilyMembers(
    _ members: [FamilyMemberRow]
  ) throws(DatabaseError) {
    let statement = try connection.prepare("INSERT INTO family_member VALUES (?, ?, ?, ?, ?, ?)")
    for member in members {
      try statement.bind(member.family, at: 1)
      try statement.bind(member.person, at: 2)
      try statement.bind(member.role, at: 3)
      try statement.bind(member.since.map { .text($0) } ?? .null, at: 4)
      try statement.bind(member.until.map { .text($0) } ?? .null, at: 5)
      try statement.bind(member.strength, at: 6)
      try statement.run()
    }
  }

  /// Adds what speaks for members, in the order of families and people.
  public mutating func addFamilyEvidence(
    _ evidence: [FamilyEvidenceRow]
  ) throws(DatabaseError) {
    let statement = try connection.prepare(
      "INSERT INTO family_evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for row in evidence {
      try statement.bind(row.family, at: 1)
      try statement.bind(row.person, at: 2)
      try statement.bind(row.other, at: 3)
      try statement.bind(row.kind, at: 4)
      try statement.bind(row.weight, at: 5)
      try statement.bind(row.since.map { .text($0) } ?? .null, at: 6)
      try statement.bind(row.until.map { .text($0) } ?? .null, at: 7)
      try statement.bind(row.extract.map { .integer(Int64($0)) } ?? .null, at: 8)
      try statement.bind(row.line.map { .integer(Int64($0)) } ?? .null, at: 9)
      try statement.run()
    }
  }

  /// Adds a note.
  public mutating func addFamilyNote(_ note: FamilyNoteRow) throws(DatabaseError) {
    let statement = try connection.prepare(
      "INSERT INTO family_note (family_id, kind, person_id, other_id, weight) VALUES (?, ?, ?, ?, ?)"
    )
    try statement.bind(note.family.map { .integer($0) } ?? .null, at: 1)
    try statement.bind(note.kind, at: 2)
    try statement.bind(note.person, at: 3)
    try statement.bind(note.other.map { .integer($0) } ?? .null, at: 4)
    try statement.bind(note.weight, at: 5)
    try statement.run()
  }

  /// Notes something about the families as a whole.
  public mutating func addFamilySummary(
    _ name: String, _ value: String
  ) throws(DatabaseError) {
    try connection.execute("INSERT INTO family_summary VALUES (\(name), \(value))")
  }
}
