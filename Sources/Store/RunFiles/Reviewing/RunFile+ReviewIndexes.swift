public import SQLiteAccess

extension RunFile {
  /// Adds what a person who reviews needs to find records, pairs and notes at once.
  ///
  /// Made when the tables are full, which is quicker than keeping them in order while they grow.
  public mutating func addReviewIndexes() throws(DatabaseError) {
    for (name, place) in [
      ("person_record_key", "person_record (key)"),
      ("later_mention_of_record", "later_mention (record_key)"),
      ("fact_of_record", "fact (record_key)"),
      ("pair_left", "pair (left_key)"), ("pair_right", "pair (right_key)"),
      ("cluster_note_of_person", "cluster_note (person_id)"),
      ("cluster_note_of_other", "cluster_note (other_id)"),
    ] {
      try connection.execute("CREATE INDEX IF NOT EXISTS \(raw: name) ON \(raw: place)")
    }
  }
}
