public import SQLiteAccess

/// What linkage found, for reports.
public struct PeopleSummary: Hashable, Sendable {
  /// How many records of one source became how many people.
  public struct SourceCount: Hashable, Sendable {
    /// The source's name.
    public var source: String
    /// What people call it.
    public var title: String
    /// Its records.
    public var records: Int
    /// The people that they are.
    public var people: Int
    /// Those of them whom no other source knows.
    public var onlyHere: Int
  }

  /// How many people have so many records.
  public struct SizeCount: Hashable, Sendable {
    /// The number of records.
    public var records: Int
    /// The people.
    public var people: Int
  }

  /// A level of the model.
  public struct Level: Hashable, Sendable {
    /// What is compared.
    public var comparison: String
    /// What the level is called.
    public var label: String
    /// How likely it is when two records are one person.
    public var m: Double
    /// How likely it is when they are two strangers.
    public var u: Double
    /// What it adds to a weight, in bits.
    public var weight: Double
  }

  /// A blocking rule.
  public struct Rule: Hashable, Sendable {
    /// The rule as the settings write it.
    public var rule: String
    /// The pairs that it was the first to make.
    public var pairs: Int
    /// How many records its largest block has.
    public var largestBlock: Int
  }

  /// What was noted of the linkage as a whole, by name.
  public var facts: [String: String]
  /// By source, in the order of names.
  public var sources: [SourceCount]
  /// By number of records.
  public var sizes: [SizeCount]
  /// The model, comparison by comparison.
  public var levels: [Level]
  /// The blocking rules in their order.
  public var rules: [Rule]
  /// What somebody may want to look at: how many of each kind and reason.
  public var noteCounts: [NoteCount]
  /// The weakest bridges and the strongest splits first.
  public var notes: [ClusterNoteRow]

  /// How many notes there are of one kind and reason.
  public struct NoteCount: Hashable, Sendable {
    /// The kind of note.
    public var kind: String
    /// The reason.
    public var why: String
    /// How many there are.
    public var count: Int
  }
}

/// Reading what linkage found.
extension RunFile {
  /// What linkage found, with so many notes of each kind at most; nil where there was none.
  public mutating func peopleSummary(notesOfEachKind most: Int) throws(DatabaseError)
    -> PeopleSummary?
  {
    let facts = try linkageFacts()
    guard !facts.isEmpty else { return nil }
    return PeopleSummary(
      facts: facts, sources: try sourceCounts(),
      sizes: try connection.query(
        "SELECT records, count(*) FROM person GROUP BY records ORDER BY records"
      ) { (row) throws(DatabaseError) in
        PeopleSummary.SizeCount(records: row.integer(0), people: row.integer(1))
      },
      levels: try levels(),
      rules: try connection.query(
        "SELECT rule, pairs, largest_block FROM linkage_rule ORDER BY number"
      ) { (row) throws(DatabaseError) in
        PeopleSummary.Rule(
          rule: row.text(0), pairs: row.integer(1), largestBlock: row.integer(2))
      },
      noteCounts: try connection.query(
        "SELECT kind, why, count(*) FROM cluster_note GROUP BY kind, why ORDER BY kind, why"
      ) { (row) throws(DatabaseError) in
        PeopleSummary.NoteCount(kind: row.text(0), why: row.text(1), count: row.integer(2))
      },
      notes: try notes(most))
  }

  private mutating func sourceCounts() throws(DatabaseError) -> [PeopleSummary.SourceCount] {
    // One pass over all records: to join people to them and count in SQL takes several times as long.
    var counts: [Int: (records: Int, people: Set<Int64>)] = [:]
    try connection.forEach(
      "SELECT source_id, person_id FROM person_record CROSS JOIN person_member ON record_key = key"
    ) { (row) throws(DatabaseError) in
      counts[row.integer(0), default: (0, [])].records += 1
      counts[row.integer(0), default: (0, [])].people.insert(row.integer64(1))
    }
    // Whoever is in one source alone has the lowest key in it too.
    let alone = try connection.query(
      """
      SELECT source_id, count(*) FROM person CROSS JOIN person_record ON key = lowest_key
      WHERE sources = 1 GROUP BY source_id
      """
    ) { (row) throws(DatabaseError) in (row.integer(0), row.integer(1)) }
    let onlyHere = Dictionary(uniqueKeysWithValues: alone)
    return try connection.query("SELECT id, name, title FROM source ORDER BY name") {
      (row) throws(DatabaseError) -> PeopleSummary.SourceCount? in
      guard let count = counts[row.integer(0)] else { return nil }
      return PeopleSummary.SourceCount(
        source: row.text(1), title: row.text(2), records: count.records,
        people: count.people.count, onlyHere: onlyHere[row.integer(0)] ?? 0)
    }.compactMap(\.self)
  }

  private mutating func levels() throws(DatabaseError) -> [PeopleSummary.Level] {
    try connection.query(
      "SELECT comparison_name, label, m, u, weight FROM linkage_level ORDER BY comparison, level"
    ) { (row) throws(DatabaseError) in
      PeopleSummary.Level(
        comparison: row.text(0), label: row.text(1), m: row.real(2), u: row.real(3),
        weight: row.real(4))
    }
  }

  private mutating func notes(_ most: Int) throws(DatabaseError) -> [ClusterNoteRow] {
    var notes: [ClusterNoteRow] = []
    for (kind, order) in [
      ("contradiction", "number"), ("weak-bridge", "weight, number"),
      ("split", "weight DESC, number"),
    ] {
      notes += try connection.query(
        """
        SELECT kind, why, detail, person_id, other_id, left_key, right_key, weight
        FROM cluster_note WHERE kind = \(kind) ORDER BY \(raw: order) LIMIT \(most)
        """
      ) { (row) throws(DatabaseError) in
        ClusterNoteRow(
          kind: row.text(0), why: row.text(1), detail: row.optionalText(2),
          person: row.integer64(3), other: row.integer64(4), leftKey: row.integer64(5),
          rightKey: row.integer64(6), weight: row.real(7))
      }
    }
    return notes
  }
}
