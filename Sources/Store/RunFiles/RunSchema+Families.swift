extension RunSchema {
  /// Who is of which family, since when, as what and why.
  static let families = """
    -- One family. `head_id` is the person who cares for most of its children; `residents` and `children` count those who
    -- live with it on the run's day, `children` those who are not grown up.
    CREATE TABLE family (
      id INTEGER PRIMARY KEY, head_id INTEGER NOT NULL, people INTEGER NOT NULL,
      residents INTEGER NOT NULL, children INTEGER NOT NULL, since TEXT) STRICT;
    -- Where a family lives: the postcode of its head's newest address; a protected one is never written here.
    CREATE TABLE family_home (family_id INTEGER PRIMARY KEY, postcode TEXT NOT NULL) STRICT;
    -- The days for which somebody has a part in a family; `until` is the last of them and null while it lasts. `since`
    -- is null where nobody knows. `strength` is what the strongest tie to another member weighs.
    CREATE TABLE family_member (
      family_id INTEGER NOT NULL, person_id INTEGER NOT NULL, role TEXT NOT NULL, since TEXT,
      until TEXT, strength INTEGER NOT NULL) STRICT;
    -- Why two people are of one family. `kind` is together, another, same-arrival, child-with-adult, only-two, surname,
    -- ruling, or the kind of a relation; the row is the one that says it.
    CREATE TABLE family_evidence (
      family_id INTEGER NOT NULL, person_id INTEGER NOT NULL, other_id INTEGER NOT NULL,
      kind TEXT NOT NULL, weight INTEGER NOT NULL, since TEXT, until TEXT, extract_id INTEGER,
      line INTEGER) STRICT;
    -- What somebody should look at: oversized, kept-apart, contradiction, weak, institution, child-alone or
    -- familyless.
    CREATE TABLE family_note (
      number INTEGER PRIMARY KEY, family_id INTEGER, kind TEXT NOT NULL, person_id INTEGER NOT NULL,
      other_id INTEGER, weight INTEGER NOT NULL) STRICT;
    -- What people decided about a family in place of what a pack's rules say: `finding` is met, not-met, cannot-tell or
    -- not-applicable; `criterion` is null where local discretion has the family in the pack's cohort, or keeps it out.
    CREATE TABLE family_ruling (
      entry INTEGER PRIMARY KEY, family_id INTEGER NOT NULL, pack TEXT NOT NULL, criterion TEXT,
      finding TEXT NOT NULL, since TEXT NOT NULL, until TEXT) STRICT;
    CREATE TABLE family_summary (name TEXT PRIMARY KEY, value TEXT NOT NULL)
      STRICT, WITHOUT ROWID;

    CREATE INDEX family_member_of_family ON family_member (family_id);
    CREATE INDEX family_member_of_person ON family_member (person_id);
    CREATE INDEX family_evidence_of_family ON family_evidence (family_id);
    """
}
