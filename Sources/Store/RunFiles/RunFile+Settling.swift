public import SQLiteAccess

/// Making one of what was written more than once.
extension RunFile {
  /// Removes the repetitions that the writer could not remember, and builds the indexes by which rows are found.
  ///
  /// The row written first holds: it is from the newest extract. Sorting is left to SQLite, which does it in bounded
  /// memory.
  public mutating func settle(_ forgotten: RecordWriter.Forgotten) throws(DatabaseError) {
    if forgotten.people { try settlePeople() }
    if forgotten.places { try removeRepetitions(from: "place") }
    if forgotten.statements {
      try countRepeatedFacts()
      try removeRepetitions(from: "fact")
      try removeRepetitions(from: "relation")
    }
    try connection.executeScript(
      """
      CREATE UNIQUE INDEX person_record_by_key ON person_record (key);
      CREATE UNIQUE INDEX place_by_key ON place (key);
      CREATE INDEX fact_by_record ON fact (record_key) WHERE record_key IS NOT NULL;
      CREATE INDEX fact_by_place ON fact (place_key) WHERE place_key IS NOT NULL;
      CREATE INDEX later_mention_by_record ON later_mention (record_key);
      CREATE INDEX relation_by_from ON relation (from_key);
      CREATE INDEX relation_by_to ON relation (to_key);
      """)
  }

  /// A person's details that came again become a later mention of the first.
  private mutating func settlePeople() throws(DatabaseError) {
    try connection.executeScript(
      """
      CREATE TEMP TABLE repeated AS
        SELECT id FROM (
          SELECT rowid AS id, row_number() OVER (PARTITION BY key ORDER BY rowid) AS number
          FROM person_record)
        WHERE number > 1;
      INSERT INTO later_mention
        SELECT key, extract_id, line, slot FROM person_record
        WHERE rowid IN (SELECT id FROM repeated) ORDER BY rowid;
      DELETE FROM person_record WHERE rowid IN (SELECT id FROM repeated);
      DROP TABLE repeated;
      """)
  }

  /// The facts about to be removed belong to those that their extracts state again.
  private mutating func countRepeatedFacts() throws(DatabaseError) {
    try connection.execute(
      """
      UPDATE extract SET facts_repeated = facts_repeated + (
        SELECT count(*) FROM (
          SELECT extract_id, row_number() OVER (PARTITION BY key ORDER BY rowid) AS number
          FROM fact)
        WHERE number > 1 AND extract_id = extract.id)
      """)
  }

  private mutating func removeRepetitions(from table: String) throws(DatabaseError) {
    try connection.execute(
      """
      DELETE FROM \(raw: table) WHERE rowid IN (
        SELECT id FROM (
          SELECT rowid AS id, row_number() OVER (PARTITION BY key ORDER BY rowid) AS number
          FROM \(raw: table))
        WHERE number > 1)
      """)
  }
}
