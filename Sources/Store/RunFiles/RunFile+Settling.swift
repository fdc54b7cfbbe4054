public import SQLiteAccess

/// Taking over what a `RecordWriter` wrote, each thing once.
extension RunFile {
  /// Takes over the rows, without the repetitions that the writer could not notice at once.
  ///
  /// The row written first holds: it is from the newest extract. Rows without repetitions are taken over as they are,
  /// which SQLite does page by page (https://sqlite.org/src/doc/trunk/src/insert.c, the transfer optimization).
  ///
  /// Each page is written once and not looked at again, so few are kept in memory, however large the file.
  public mutating func settle(_ rows: RecordWriter.Rows) throws(DatabaseError) {
    try connection.apply([.cacheKibibytes(16 << 10)])
    try connection.execute("ATTACH \(path + RecordWriter.suffix) AS rows")
    try takeOver(.mention, without: nil)
    if try takeOver(.person, without: rows.people) {
      try connection.execute(
        """
        INSERT INTO later_mention
          SELECT key, extract_id, line, slot FROM rows.person_record
          WHERE rowid IN (SELECT row FROM repeated_person_record) ORDER BY rowid
        """)
    }
    try takeOver(.place, without: rows.places)
    if try takeOver(.fact, without: rows.facts) {
      try connection.execute(
        """
        UPDATE extract SET facts_repeated = facts_repeated + (
          SELECT count(*) FROM rows.fact
          WHERE rowid IN (SELECT row FROM repeated_fact) AND extract_id = extract.id)
        """)
    }
    try takeOver(.relation, without: rows.relations)
  }

  /// Takes over one table, and tells whether there were repetitions.
  @discardableResult
  private mutating func takeOver(
    _ table: RowTable, without log: KeyLog?
  ) throws(DatabaseError) -> Bool {
    guard let log, try noteRepeated(log, of: table) else {
      try connection.execute(
        "INSERT INTO main.\(raw: table.name) SELECT * FROM rows.\(raw: table.name)")
      return false
    }
    try connection.execute(
      """
      INSERT INTO main.\(raw: table.name) SELECT * FROM rows.\(raw: table.name)
        WHERE rowid NOT IN (SELECT row FROM repeated_\(raw: table.name)) ORDER BY rowid
      """)
    return true
  }

  /// Puts the numbers of the rows whose keys came before into a temporary table, and tells whether there are any.
  private mutating func noteRepeated(
    _ log: KeyLog, of table: RowTable
  ) throws(DatabaseError) -> Bool {
    let list = "repeated_\(table.name)"
    try connection.execute("CREATE TEMP TABLE \(raw: list) (row INTEGER PRIMARY KEY)")
    let statement = try connection.prepare("INSERT INTO \(list) VALUES (?)")
    var isAny = false
    try log.forEachRepeated(in: &self) { (_, row) throws(DatabaseError) in
      try statement.bind(row, at: 1)
      try statement.run()
      isAny = true
    }
    return isAny
  }
}
