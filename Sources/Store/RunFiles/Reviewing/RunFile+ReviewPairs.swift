public import SQLiteAccess
public import Vocabulary

/// Two records that the run compared, with whose they are.
public struct ReviewPair: Hashable, Sendable {
  /// The records.
  public var pair: RecordPair
  /// Whose each is, in the pair's order.
  public var people: [PersonID]
  /// The weight of the evidence, in bits.
  public var weight: Double
  /// How likely they are one person by this evidence alone.
  public var probability: Double
  /// Whether they became one person.
  public var isJoined: Bool
  /// The ledger's entry that decided about them.
  public var decision: Int?
}

/// Reading pairs for whoever reviews them.
extension RunFile {
  private static let pairColumns: SQL = """
    SELECT left_key, right_key, weight, probability, is_joined, decision, lm.person_id, rm.person_id
    FROM pair JOIN person_member AS lm ON lm.record_key = left_key
      JOIN person_member AS rm ON rm.record_key = right_key
    """

  /// The pair, if the run compared the two and kept it.
  public mutating func reviewPair(_ pair: RecordPair) throws(DatabaseError) -> ReviewPair? {
    let (one, other) = Self.stored(pair)
    return try connection.first(
      "\(Self.pairColumns) WHERE left_key = \(one) AND right_key = \(other)", ReviewPair.read
    ) ?? nil
  }

  /// The pairs between a person's records, and those that lead to other people's.
  public mutating func reviewPairs(of person: PersonID) throws(DatabaseError) -> [ReviewPair] {
    // Those between two of the person's records are found from the left one alone.
    var found = try connection.query(
      "\(Self.pairColumns) WHERE lm.person_id = \(person.value)", ReviewPair.read)
    found += try connection.query(
      "\(Self.pairColumns) WHERE rm.person_id = \(person.value) AND lm.person_id <> \(person.value)",
      ReviewPair.read)
    return found.compactMap(\.self).sorted { ($1.weight, $0.pair) < ($0.weight, $1.pair) }
  }

  /// What was noted about a person, or about why they are not one with another.
  public mutating func notes(about person: PersonID) throws(DatabaseError) -> [ClusterNoteRow] {
    try notes("person_id = \(person.value) OR other_id = \(person.value)")
  }

  private mutating func notes(_ condition: SQL) throws(DatabaseError) -> [ClusterNoteRow] {
    try connection.query(
      """
      SELECT kind, why, detail, person_id, other_id, left_key, right_key, weight
      FROM cluster_note WHERE \(condition) ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      ClusterNoteRow(
        kind: row.text(0), why: row.text(1), detail: row.optionalText(2), person: row.integer64(3),
        other: row.integer64(4), leftKey: row.integer64(5), rightKey: row.integer64(6),
        weight: row.real(7))
    }
  }

  /// The keys as the table has them: the lower number first, and numbers there have signs.
  private static func stored(_ pair: RecordPair) -> (Int64, Int64) {
    let (one, other) = (pair.left.storeNumber, pair.right.storeNumber)
    return (min(one, other), max(one, other))
  }
}

extension ReviewPair {
  fileprivate static func read(_ row: borrowing Row) throws(DatabaseError) -> ReviewPair? {
    let keys = [RecordKey(storeNumber: row.integer64(0)), RecordKey(storeNumber: row.integer64(1))]
    guard let pair = RecordPair(keys[0], keys[1]) else { return nil }
    let people = [PersonID(row.integer64(6)), PersonID(row.integer64(7))]
    let isTurned = pair.left != keys[0]
    return ReviewPair(
      pair: pair, people: isTurned ? people.reversed() : people,
      weight: row.real(2),
      probability: row.real(3), isJoined: row.integer(4) != 0, decision: row.optionalInteger(5))
  }
}
