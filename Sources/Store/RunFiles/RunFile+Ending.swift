public import SQLiteAccess

/// An extract that holds everything that was true on its day, and is not the newest such of its source.
public struct OlderList: Hashable, Sendable {
  /// The extract's number.
  public var extract: Int
  /// The day on which it was delivered, as `2013-07-22`.
  public var delivered: String

  /// States an extract and its day.
  public init(extract: Int, delivered: String) {
    self.extract = extract
    self.delivered = delivered
  }
}

extension RunFile {
  /// Ends episodes that are open yet and that no newer list of their source has.
  ///
  /// A list of what is still true is silent about what is over: many agencies send their open cases and nothing else. All
  /// that is known of such an episode is that it was true on the day of the last list that had it, so that is the day on
  /// which it ends; each extract tells how many of its facts came to that. It is done when the file is settled, since only
  /// then every fact stands where the newest list has it.
  public mutating func endVanished(from lists: [OlderList]) throws(DatabaseError) {
    guard !lists.isEmpty else { return }
    try connection.executeScript(
      """
      CREATE TEMP TABLE older_list (extract_id INTEGER PRIMARY KEY, delivered TEXT NOT NULL);
      CREATE TEMP TABLE vanished_fact (
        row INTEGER PRIMARY KEY, extract_id INTEGER NOT NULL, delivered TEXT NOT NULL);
      """)
    for list in lists {
      try connection.execute("INSERT INTO older_list VALUES (\(list.extract), \(list.delivered))")
    }
    try connection.execute(
      """
      INSERT INTO vanished_fact
        SELECT fact.rowid, older_list.extract_id, delivered
        FROM fact JOIN older_list ON older_list.extract_id = fact.extract_id
        WHERE ends IS NULL AND starts <= delivered
          AND kind_id IN (SELECT id FROM fact_kind WHERE shape = 'episode')
      """)
    try connection.execute(
      """
      UPDATE fact SET ends = (SELECT delivered FROM vanished_fact WHERE row = fact.rowid)
        WHERE rowid IN (SELECT row FROM vanished_fact)
      """)
    try connection.execute(
      """
      UPDATE extract SET facts_ended = (
          SELECT count(*) FROM vanished_fact WHERE extract_id = extract.id)
        WHERE id IN (SELECT extract_id FROM vanished_fact)
      """)
    try connection.executeScript("DROP TABLE vanished_fact; DROP TABLE older_list;")
  }
}
