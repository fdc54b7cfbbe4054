public import SQLiteAccess

/// Whose a record was.
public struct HolderRow: Hashable, Sendable {
  /// The record's key.
  public var key: Int64
  /// The id of the person or family.
  public var id: Int64

  /// States it.
  public init(key: Int64, id: Int64) {
    self.key = key
    self.id = id
  }
}

/// What became of an id since the run before.
public struct LineageRow: Hashable, Sendable {
  /// What happened: `born`, `split`, `merged`, `moved`, `dissolved`, `returned`, `corrected`.
  public var event: String
  /// The id that was.
  public var from: Int64?
  /// The id that is.
  public var to: Int64?
  /// How many records it is about.
  public var records: Int

  /// States it.
  public init(event: String, from: Int64?, to: Int64?, records: Int) {
    self.event = event
    self.from = from
    self.to = to
    self.records = records
  }
}

/// Ids are kept alike for the two that have them.
public enum IdentitySubject: String, Hashable, Sendable, CaseIterable {
  /// People.
  case person
  /// Families.
  case family
}

/// Which ids there were, and what became of them.
extension RunFile {
  /// Adds what has to be known of ids that are not there any more, and what happened.
  public mutating func addIdentity(
    _ subject: IdentitySubject, gone: [HolderRow], dormant: [Int64], merged: [Int64],
    events: [LineageRow]
  ) throws(DatabaseError) {
    let goneRow = try connection.prepare("INSERT INTO identity_gone VALUES (?, ?, ?)")
    for holder in gone {
      try goneRow.bind(text: subject.rawValue.utf8.span, at: 1)
      try goneRow.bind(holder.key, at: 2)
      try goneRow.bind(holder.id, at: 3)
      try goneRow.run()
    }
    for (state, ids) in [("dormant", dormant), ("merged", merged)] {
      for id in ids {
        try connection.execute(
          "INSERT INTO identity_ended VALUES (\(subject.rawValue), \(id), \(state))")
      }
    }
    for event in events {
      try connection.execute(
        """
        INSERT INTO lineage (subject, event, from_id, to_id, records)
        VALUES (\(subject.rawValue), \(event.event), \(event.from), \(event.to), \(event.records))
        """)
    }
  }

  /// Whether the file tells of ids at all; one that an older program wrote does not.
  public mutating func hasIdentity() throws(DatabaseError) -> Bool {
    try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'identity_gone'") {
      (row) throws(DatabaseError) in row.integer(0)
    } != nil
  }

  /// Whose the records were that are not there any more, in the order of keys.
  public mutating func goneHolders(_ subject: IdentitySubject) throws(DatabaseError) -> [HolderRow]
  {
    try connection.query(
      """
      SELECT record_key, id FROM identity_gone WHERE subject = \(subject.rawValue)
      ORDER BY record_key
      """
    ) { (row) throws(DatabaseError) in HolderRow(key: row.integer64(0), id: row.integer64(1)) }
  }

  /// Ids that nobody has, in order: those that sleep, or those that ended.
  public mutating func endedIDs(
    _ subject: IdentitySubject, state: String
  ) throws(DatabaseError) -> [Int64] {
    try connection.query(
      """
      SELECT id FROM identity_ended
      WHERE subject = \(subject.rawValue) AND state = \(state) ORDER BY id
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
  }

  /// What became of ids since the run before.
  public mutating func lineage(_ subject: IdentitySubject) throws(DatabaseError) -> [LineageRow] {
    try connection.query(
      """
      SELECT event, from_id, to_id, records FROM lineage
      WHERE subject = \(subject.rawValue) ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      LineageRow(
        event: row.text(0), from: row.isNull(1) ? nil : row.integer64(1),
        to: row.isNull(2) ? nil : row.integer64(2), records: row.integer(3))
    }
  }

  /// Adds by what each family is known, in the order of keys: records, and hashes of what else stands for it.
  public mutating func addFamilyHolders(_ holders: [HolderRow]) throws(DatabaseError) {
    let statement = try connection.prepare("INSERT INTO family_holder VALUES (?, ?)")
    for holder in holders {
      try statement.bind(holder.key, at: 1)
      try statement.bind(holder.id, at: 2)
      try statement.run()
    }
  }

  /// By what each family is known, in the order of keys; nothing where there are no families.
  public mutating func familyHolders() throws(DatabaseError) -> [HolderRow] {
    guard try hasIdentity() else { return [] }
    return try connection.query(
      "SELECT record_key, family_id FROM family_holder ORDER BY record_key"
    ) { (row) throws(DatabaseError) in HolderRow(key: row.integer64(0), id: row.integer64(1)) }
  }

  /// In whose family each record is, in the order of keys; nothing where there are no families.
  public mutating func familyRecords() throws(DatabaseError) -> [HolderRow] {
    guard try hasIdentity() else { return [] }
    return try connection.query(
      """
      SELECT family_holder.record_key, family_id FROM family_holder
        JOIN person_member ON person_member.record_key = family_holder.record_key
      ORDER BY family_holder.record_key
      """
    ) { (row) throws(DatabaseError) in HolderRow(key: row.integer64(0), id: row.integer64(1)) }
  }

  /// Whose each record is, in the order of keys.
  public mutating func personHolders() throws(DatabaseError) -> [HolderRow] {
    try connection.query("SELECT record_key, person_id FROM person_member ORDER BY record_key") {
      (row) throws(DatabaseError) in HolderRow(key: row.integer64(0), id: row.integer64(1))
    }
  }
}
