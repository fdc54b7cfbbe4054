public import SQLiteAccess
public import Vocabulary

/// How a decision of the ledger stands in a run.
public struct DecisionStateRow: Hashable, Sendable {
  /// The number of the ledger's entry.
  public var number: Int
  /// What kind of decision it is.
  public var kind: DecisionKind
  /// How it stands.
  public var state: DecisionStanding
  /// The names of the details that have changed since, in order.
  public var changed: [String]
  /// The records that it names, in its order.
  public var records: [DecisionRecordRow]

  /// States it.
  public init(
    number: Int, kind: DecisionKind, state: DecisionStanding, changed: [String],
    records: [DecisionRecordRow]
  ) {
    self.number = number
    self.kind = kind
    self.state = state
    self.changed = changed
    self.records = records
  }
}

/// A record that a decision names.
public struct DecisionRecordRow: Hashable, Sendable {
  /// As the decision names it.
  public var named: RecordKey
  /// The record that stands for it now, if any does.
  public var now: RecordKey?

  /// States it.
  public init(named: RecordKey, now: RecordKey?) {
    self.named = named
    self.now = now
  }
}

/// How a decision that holds is heeded in a run.
public enum DecisionStanding: String, Hashable, Sendable, CaseIterable {
  /// As it was made.
  case applied
  /// Still, though details that matter have changed since: somebody has to look again.
  case kept
  /// Not until somebody has looked again, since details that matter have changed.
  case waiting
  /// Not, since a record that it names is gone; it returns with the record.
  case dormant
}

/// How decisions stand in a run.
extension RunFile {
  /// Adds how decisions stand.
  public mutating func addDecisionStates(_ rows: [DecisionStateRow]) throws(DatabaseError) {
    for row in rows {
      try connection.execute(
        """
        INSERT INTO decision_state VALUES
          (\(row.number), \(row.kind.rawValue), \(row.state.rawValue),
            \(row.changed.joined(separator: ",")))
        """)
      for (place, record) in row.records.enumerated() {
        let now = record.now.map { Int64(bitPattern: $0.value) }
        try connection.execute(
          """
          INSERT INTO decision_record VALUES
            (\(row.number), \(place), \(Int64(bitPattern: record.named.value)), \(now))
          """)
      }
    }
  }

  /// How decisions stand, in the order of their numbers.
  public mutating func decisionStates() throws(DatabaseError) -> [DecisionStateRow] {
    var rows = try connection.query(
      "SELECT number, kind, state, changed FROM decision_state ORDER BY number"
    ) { (row) throws(DatabaseError) in
      DecisionStateRow(
        number: row.integer(0), kind: DecisionKind(rawValue: row.text(1)) ?? .note,
        state: DecisionStanding(rawValue: row.text(2)) ?? .dormant,
        changed: row.text(3).split(separator: ",").map(String.init), records: [])
    }
    var place = 0
    let records = try connection.query(
      "SELECT number, record_key, now_key FROM decision_record ORDER BY number, place"
    ) { (row) throws(DatabaseError) in
      (
        number: row.integer(0), named: Self.key(row.integer64(1)),
        now: row.isNull(2) ? nil : Self.key(row.integer64(2))
      )
    }
    for record in records {
      while place < rows.count, rows[place].number < record.number { place += 1 }
      guard place < rows.count else { break }
      rows[place].records.append(DecisionRecordRow(named: record.named, now: record.now))
    }
    return rows
  }

  private static func key(_ value: Int64) -> RecordKey { RecordKey(UInt64(bitPattern: value)) }
}
