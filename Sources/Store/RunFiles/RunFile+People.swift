public import SQLiteAccess

/// One human being, as linkage found them.
public struct PersonRow: Hashable, Sendable {
  /// The person's id.
  public var id: Int64
  /// How many records are theirs.
  public var records: Int
  /// How many sources know them.
  public var sources: Int
  /// The lowest key among their records.
  public var lowestKey: Int64

  /// Describes a person.
  public init(id: Int64, records: Int, sources: Int, lowestKey: Int64) {
    self.id = id
    self.records = records
    self.sources = sources
    self.lowestKey = lowestKey
  }
}

/// Two records that were compared.
public struct PairRow: Hashable, Sendable {
  var leftKey: Int64
  var rightKey: Int64
  var weight: Double
  var probability: Double
  var levels: String
  var isJoined: Bool
  var decision: Int?

  /// Describes a pair, the lower key first.
  public init(
    leftKey: Int64, rightKey: Int64, weight: Double, probability: Double, levels: String,
    isJoined: Bool, decision: Int?
  ) {
    self.leftKey = leftKey
    self.rightKey = rightKey
    self.weight = weight
    self.probability = probability
    self.levels = levels
    self.isJoined = isJoined
    self.decision = decision
  }
}

/// Something about a person that somebody may want to look at.
public struct ClusterNoteRow: Hashable, Sendable {
  /// `weak-bridge`, `split` or `contradiction`.
  public var kind: String
  /// Why: `decision`, `identifier`, `one-row`, `rule` or `evidence`.
  public var why: String
  /// More about it, such as the kind of identifier.
  public var detail: String?
  /// The person.
  public var person: Int64
  /// Of a split, the other person; else the same.
  public var other: Int64
  /// The pair that it is about.
  public var leftKey: Int64
  /// The pair that it is about.
  public var rightKey: Int64
  /// The weight of the evidence in bits.
  public var weight: Double

  /// Describes a note.
  public init(
    kind: String, why: String, detail: String?, person: Int64, other: Int64, leftKey: Int64,
    rightKey: Int64, weight: Double
  ) {
    self.kind = kind
    self.why = why
    self.detail = detail
    self.person = person
    self.other = other
    self.leftKey = leftKey
    self.rightKey = rightKey
    self.weight = weight
  }
}

/// What linkage found.
extension RunFile {
  /// Adds people, in the order of their ids.
  public mutating func addPeople(_ people: [PersonRow]) throws(DatabaseError) {
    let statement = try connection.prepare("INSERT INTO person VALUES (?, ?, ?, ?)")
    for person in people {
      try statement.bind(person.id, at: 1)
      try statement.bind(person.records, at: 2)
      try statement.bind(person.sources, at: 3)
      try statement.bind(person.lowestKey, at: 4)
      try statement.run()
    }
  }

  /// Adds whose each record is, in the order of keys, when there are none.
  public mutating func addMembers(
    _ members: [(key: Int64, person: Int64)]
  ) throws(DatabaseError) {
    // By person they come in any order: an index that grows with them is looked up for each, one that is made of all of
    // them is sorted once.
    try connection.execute("DROP INDEX IF EXISTS person_member_of_person")
    let statement = try connection.prepare("INSERT INTO person_member VALUES (?, ?)")
    for member in members {
      try statement.bind(member.key, at: 1)
      try statement.bind(member.person, at: 2)
      try statement.run()
    }
    try connection.execute("CREATE INDEX person_member_of_person ON person_member (person_id)")
  }

  /// Adds pairs, made one after the other.
  public mutating func addPairs(
    _ count: Int, _ pair: (Int) -> PairRow
  ) throws(DatabaseError) {
    let statement = try connection.prepare("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?, ?)")
    for index in 0..<count {
      let row = pair(index)
      try statement.bind(row.leftKey, at: 1)
      try statement.bind(row.rightKey, at: 2)
      try statement.bind(row.weight, at: 3)
      try statement.bind(row.probability, at: 4)
      try statement.bind(text: row.levels.utf8.span, at: 5)
      try statement.bind(row.isJoined ? 1 : 0, at: 6)
      try statement.bind(row.decision.map { .integer(Int64($0)) } ?? .null, at: 7)
      try statement.run()
    }
  }

  /// Adds a note.
  public mutating func addClusterNote(_ note: ClusterNoteRow) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO cluster_note (kind, why, detail, person_id, other_id, left_key, right_key, weight)
      VALUES (\(note.kind), \(note.why), \(note.detail), \(note.person), \(note.other),
        \(note.leftKey), \(note.rightKey), \(note.weight))
      """)
  }

  /// Notes something about the linkage as a whole.
  public mutating func addLinkageSummary(
    _ name: String, _ value: String
  ) throws(DatabaseError) {
    try connection.execute("INSERT INTO linkage_summary VALUES (\(name), \(value))")
  }

  /// Adds a level of the model.
  public mutating func addLinkageLevel(
    comparison: Int, level: Int, comparisonName: String, label: String, m: Double, u: Double,
    weight: Double
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO linkage_level VALUES
        (\(comparison), \(level), \(comparisonName), \(label), \(m), \(u), \(weight))
      """)
  }

  /// Adds a blocking rule and what it found.
  public mutating func addLinkageRule(
    _ rule: String, number: Int, pairs: Int, largestBlock: Int
  ) throws(DatabaseError) {
    try connection.execute(
      "INSERT INTO linkage_rule VALUES (\(number), \(rule), \(pairs), \(largestBlock))")
  }
}
