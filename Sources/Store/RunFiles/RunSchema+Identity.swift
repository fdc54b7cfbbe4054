extension RunSchema {
  /// Which ids there were before, what became of them, and how decisions of the ledger stand.
  static let identity = """
    -- By what each family is known: the records of its people who live with it, or did last, and a hash for each of
    -- these people, who are the same when all their records are others.
    CREATE TABLE family_holder (
      record_key INTEGER PRIMARY KEY, family_id INTEGER NOT NULL) STRICT;
    -- Whose records were that are not there any more. `subject` is person or family.
    CREATE TABLE identity_gone (
      subject TEXT NOT NULL, record_key INTEGER NOT NULL, id INTEGER NOT NULL,
      PRIMARY KEY (subject, record_key)) STRICT, WITHOUT ROWID;
    -- Ids that nobody has now. `state` is dormant, where all records are gone, or merged, which is for good.
    CREATE TABLE identity_ended (
      subject TEXT NOT NULL, id INTEGER NOT NULL, state TEXT NOT NULL,
      PRIMARY KEY (subject, id)) STRICT, WITHOUT ROWID;
    -- What became of ids since the run before: born, split, merged, moved, dissolved, returned or corrected.
    CREATE TABLE lineage (
      number INTEGER PRIMARY KEY, subject TEXT NOT NULL, event TEXT NOT NULL, from_id INTEGER,
      to_id INTEGER, records INTEGER NOT NULL) STRICT;

    -- How each decision of the ledger that holds stands: applied, kept or waiting, where details have changed since
    -- (`changed` has their names with commas between), or dormant, where records are gone.
    CREATE TABLE decision_state (
      number INTEGER PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL,
      changed TEXT NOT NULL) STRICT;
    -- The records of each decision: as it names them, and the record that stands for each now, if any does.
    CREATE TABLE decision_record (
      number INTEGER NOT NULL, place INTEGER NOT NULL, record_key INTEGER NOT NULL,
      now_key INTEGER, PRIMARY KEY (number, place)) STRICT, WITHOUT ROWID;
    """
}
