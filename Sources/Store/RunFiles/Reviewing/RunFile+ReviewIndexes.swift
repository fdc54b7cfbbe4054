public import SQLiteAccess

extension RunFile {
  /// Adds what finds records, places, facts and relations at once, for stages to come and for people who review.
  ///
  /// Made when the tables are full, which is quicker than keeping them in order while they grow.
  public mutating func addRecordIndexes() throws(DatabaseError) {
    try addIndexes([
      ("person_record_key", "person_record (key)"),
      ("later_mention_of_record", "later_mention (record_key)"),
      ("fact_of_record", "fact (record_key)"),
      // A record's address; whoever else lived at it; what was told of the address itself.
      ("place_key", "place (key)"), ("place_uprn", "place (uprn) WHERE uprn IS NOT NULL"),
      ("place_match_key", "place (match_key) WHERE match_key <> ''"),
      ("fact_of_place", "fact (place_key) WHERE record_key IS NULL"),
      // Whoever has a number, and whoever lives in a postcode.
      ("record_upn", "person_record (upn) WHERE upn IS NOT NULL"),
      ("record_nhs_number", "person_record (nhs_number) WHERE nhs_number IS NOT NULL"),
      ("record_nino", "person_record (nino) WHERE nino IS NOT NULL"),
      ("record_place", "person_record (place_key) WHERE place_key IS NOT NULL"),
      ("place_postcode", "place (postcode) WHERE postcode IS NOT NULL"),
      ("relation_from", "relation (from_key)"), ("relation_to", "relation (to_key)"),
    ])
  }

  /// Adds what finds pairs, notes and lineages at once.
  public mutating func addReviewIndexes() throws(DatabaseError) {
    try addIndexes([
      ("pair_left", "pair (left_key)"), ("pair_right", "pair (right_key)"),
      ("cluster_note_of_person", "cluster_note (person_id)"),
      ("cluster_note_of_other", "cluster_note (other_id)"),
      ("lineage_from", "lineage (from_id)"), ("lineage_to", "lineage (to_id)"),
      ("family_note_of_family", "family_note (family_id)"),
    ])
  }

  private mutating func addIndexes(
    _ indexes: [(name: String, place: String)]
  ) throws(DatabaseError) {
    for (name, place) in indexes {
      try connection.execute("CREATE INDEX IF NOT EXISTS \(raw: name) ON \(raw: place)")
    }
  }
}
