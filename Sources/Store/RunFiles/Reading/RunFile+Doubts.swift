public import SQLiteAccess

/// Two records that were compared, as people look at them again.
public struct ComparedPair: Hashable, Sendable {
  /// The lower key.
  public var left: Int64
  /// The higher key.
  public var right: Int64
  /// The weight in bits.
  public var weight: Double
  /// How likely it is that they are one person.
  public var probability: Double
  /// The person of the lower key.
  public var leftPerson: Int64
  /// The person of the higher key.
  public var rightPerson: Int64
  /// How many records the first person has.
  public var leftRecords: Int
  /// How many records the second person has.
  public var rightRecords: Int
  /// The number of the source of the lower key.
  public var leftSource: Int
  /// The number of the source of the higher key.
  public var rightSource: Int

  /// Whether they are one person.
  public var isJoined: Bool { leftPerson == rightPerson }

  /// Describes a pair.
  public init(
    left: Int64, right: Int64, weight: Double, probability: Double, leftPerson: Int64,
    rightPerson: Int64, leftRecords: Int, rightRecords: Int, leftSource: Int, rightSource: Int
  ) {
    self.left = left
    self.right = right
    self.weight = weight
    self.probability = probability
    self.leftPerson = leftPerson
    self.rightPerson = rightPerson
    self.leftRecords = leftRecords
    self.rightRecords = rightRecords
    self.leftSource = leftSource
    self.rightSource = rightSource
  }
}

/// What a comparison added to a pair's weight.
public struct PairStep: Hashable, Sendable {
  /// What was compared.
  public var comparison: String
  /// The level that was reached.
  public var label: String
  /// The bits that it adds.
  public var weight: Double
}

/// Reading what may be wrong with who is who.
extension RunFile {
  /// What was noted about the linkage as a whole, by name; nothing where there was none.
  public mutating func linkageFacts() throws(DatabaseError) -> [String: String] {
    let facts = try connection.query("SELECT name, value FROM linkage_summary") {
      (row) throws(DatabaseError) in (row.text(0), row.text(1))
    }
    return Dictionary(facts, uniquingKeysWith: { one, _ in one })
  }

  /// The weight of two records that were compared and kept, the lower key first.
  public mutating func pairWeight(_ left: Int64, _ right: Int64) throws(DatabaseError) -> Double? {
    try connection.first(
      "SELECT weight FROM pair WHERE left_key = \(left) AND right_key = \(right)"
    ) { (row) throws(DatabaseError) in row.real(0) }
  }

  /// Hands over every pair that was kept, in the order of keys, with whose records they are.
  public mutating func forEachComparedPair(
    _ body: (ComparedPair) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEachComparedPair("1", body)
  }

  /// Hands over the pairs that were kept whose answer is this likely to be wrong or more, and those about which decisions
  /// contradict one another: of a large run's pairs the few that anybody has to look at.
  public mutating func forEachDoubtfulPair(
    from chance: Double, _ body: (ComparedPair) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEachComparedPair(
      """
      (is_joined = 0 AND probability >= \(chance)) OR (is_joined = 1 AND probability <= \(1 - chance))
        OR pair.rowid IN (SELECT pair.rowid FROM cluster_note CROSS JOIN pair
          ON pair.left_key = min(cluster_note.left_key, cluster_note.right_key)
            AND pair.right_key = max(cluster_note.left_key, cluster_note.right_key)
          WHERE kind = 'contradiction')
      """, body)
  }

  private mutating func forEachComparedPair(
    _ condition: String, _ body: (ComparedPair) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let owners = try RecordOwners(&connection)
    let statement = try connection.prepare(
      """
      SELECT left_key, right_key, weight, probability FROM pair
      WHERE \(condition) ORDER BY pair.rowid
      """)
    while try statement.step() {
      let row = statement.row
      let (left, right) = (row.integer64(0), row.integer64(1))
      guard let one = owners[left], let other = owners[right] else { continue }
      try body(
        ComparedPair(
          left: left, right: right, weight: row.real(2), probability: row.real(3),
          leftPerson: one.person, rightPerson: other.person, leftRecords: one.records,
          rightRecords: other.records, leftSource: one.source, rightSource: other.source))
    }
  }

  /// The number of the source of each record.
  public mutating func recordSources() throws(DatabaseError) -> [(key: Int64, source: Int)] {
    try connection.query("SELECT key, source_id FROM person_record") {
      (row) throws(DatabaseError) in (key: row.integer64(0), source: row.integer(1))
    }
  }

  /// Hands over every two records of one person, the lower key first.
  public mutating func forEachJoinedPair(
    _ body: (Int64, Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let statement = try connection.prepare(
      """
      SELECT a.record_key, b.record_key FROM person_member AS a
        JOIN person_member AS b ON b.person_id = a.person_id AND b.record_key > a.record_key
      """)
    while try statement.step() { try body(statement.row.integer64(0), statement.row.integer64(1)) }
  }

  /// Every note about people: weak bridges, splits and contradictions.
  public mutating func clusterNotes() throws(DatabaseError) -> [ClusterNoteRow] {
    try connection.query(
      """
      SELECT kind, why, detail, person_id, other_id, left_key, right_key, weight
      FROM cluster_note ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      ClusterNoteRow(
        kind: row.text(0), why: row.text(1), detail: row.optionalText(2),
        person: row.integer64(3), other: row.integer64(4), leftKey: row.integer64(5),
        rightKey: row.integer64(6), weight: row.real(7))
    }
  }

  /// What each comparison added to a pair's weight, in the order of the model; what rarity adds is not among it.
  public mutating func pairSteps(
    _ left: Int64, _ right: Int64
  ) throws(DatabaseError) -> [PairStep] {
    try connection.query(
      """
      SELECT comparison_name, label, linkage_level.weight
      FROM pair JOIN linkage_level
        ON linkage_level.level = instr('123456789abcdef', substr(levels, comparison, 1))
      WHERE left_key = \(left) AND right_key = \(right) ORDER BY comparison
      """
    ) { (row) throws(DatabaseError) in
      PairStep(comparison: row.text(0), label: row.text(1), weight: row.real(2))
    }
  }
}
