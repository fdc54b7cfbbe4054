public import SQLiteAccess
public import Vocabulary

/// Records with what people look at when they decide.
extension RunFile {
  /// The columns of `linkage_record` that a decision rests on; what is worked out from others, or from the day, is not
  /// among them.
  public static let decisiveColumns = [
    "address", "aliases", "born", "crn", "cro", "forenames", "former_surnames", "former_upn",
    "known_as", "local_numbers", "locality", "nhs_number", "nino", "pnc", "postcode", "sex",
    "since", "suffix", "surname", "temporary_upn", "town", "uln", "until", "upn", "uprn",
  ]

  /// Hands over the records of which the key, or else the source, is wanted.
  ///
  /// The columns of the others are not read.
  public mutating func forEachSnapshot(
    where isWanted: (RecordKey, String) -> Bool, _ body: (SeenRecord) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let columns = Self.decisiveColumns
    let statement = try connection.prepare(
      "SELECT id, source, \(columns.joined(separator: ", ")) FROM linkage_record ORDER BY number")
    while try statement.step() {
      let row = statement.row
      let key = RecordKey(UInt64(bitPattern: row.integer64(0)))
      let source = row.text(1)
      guard isWanted(key, source) else { continue }
      var values: [SeenValue] = []
      for (place, name) in columns.enumerated() where !row.isNull(place + 2) {
        values.append(SeenValue(name, row.text(place + 2)))
      }
      try body(SeenRecord(key: key, source: source, values: values))
    }
  }

  /// The records of these keys as they are, in the order of keys; those that are not there are left out.
  public mutating func snapshots(of keys: some Sequence<RecordKey>) throws(DatabaseError)
    -> [SeenRecord]
  {
    let wanted = Set(keys)
    var found: [SeenRecord] = []
    guard !wanted.isEmpty else { return [] }
    try forEachSnapshot(where: { key, _ in wanted.contains(key) }) {
      (record) throws(DatabaseError) in found.append(record)
    }
    return found.sorted { $0.key < $1.key }
  }
}
