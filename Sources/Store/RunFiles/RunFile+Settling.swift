public import SQLiteAccess

/// Taking out what a `RecordWriter` wrote more than once.
extension RunFile {
  /// Begins a transaction and takes out the repetitions that the writer could not notice at once.
  ///
  /// The row written first holds: it is from the newest extract.
  public mutating func settle(_ rows: RecordWriter.Rows) throws(DatabaseError) {
    // What is taken out lies all over the file, and is not looked at again.
    try connection.apply([.exclusiveLocking(true), .cacheKibibytes(16 << 10)])
    try begin()
    if try noteRepeated(rows.people, of: .person) {
      try connection.execute(
        """
        INSERT INTO later_mention SELECT key, extract_id, line, slot FROM person_record
          WHERE rowid IN (SELECT row FROM repeated_person_record) ORDER BY rowid
        """)
      try takeOut(.person)
    }
    if try noteRepeated(rows.places, of: .place) { try takeOut(.place) }
    if try noteRepeated(rows.facts, of: .fact) {
      try connection.execute(
        """
        UPDATE extract SET facts_repeated = facts_repeated + (
          SELECT count(*) FROM fact
          WHERE rowid IN (SELECT row FROM repeated_fact) AND extract_id = extract.id)
        """)
      try takeOut(.fact)
    }
    if try noteRepeated(rows.relations, of: .relation) { try takeOut(.relation) }
  }

  private mutating func takeOut(_ table: RowTable) throws(DatabaseError) {
    try connection.execute(
      "DELETE FROM \(raw: table.name) WHERE rowid IN (SELECT row FROM repeated_\(raw: table.name))")
  }

  /// Puts the numbers of the rows whose keys came before into a temporary table, and tells whether there are any.
  private mutating func noteRepeated(
    _ log: KeyLog, of table: RowTable
  ) throws(DatabaseError) -> Bool {
    let list = "repeated_\(table.name)"
    try connection.execute("CREATE TEMP TABLE \(raw: list) (row INTEGER PRIMARY KEY)")
    let statement = try connection.prepare("INSERT INTO \(list) VALUES (?)")
    var isAny = false
    try log.forEachRepeated(in: path + RecordWriter.suffix) { (row) throws(DatabaseError) in
      try statement.bind(row, at: 1)
      try statement.run()
      isAny = true
    }
    return isAny
  }
}
