import SQLiteAccess

/// The tables of `run.db`, one script for each stage that adds some; a script that has shipped is never changed.
enum RunSchema {
  /// Says in the file's header that this is a run file: «KRUN».
  static let applicationID: Int32 = 0x4B52_554E

  static let migrations: [Migration] = [
    Migration("2026-11 intake", intake), Migration("2026-11 linkage", linkage),
    Migration("2026-11 identity", identity), Migration("2026-11 families", families),
    Migration("2026-11 criteria", criteria),
    Migration("2026-11 journeys", journeys), Migration("2026-11 programme", programme),
  ]

  private static let intake = """
    CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE agency (
      name TEXT PRIMARY KEY, title TEXT NOT NULL, universal INTEGER NOT NULL)
      STRICT, WITHOUT ROWID;
    -- Whose a source is, and by what right it is held; `purposes` are words with commas between.
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      agency TEXT NOT NULL, owner TEXT NOT NULL, basis TEXT NOT NULL, gateway TEXT NOT NULL,
      agreement TEXT, purposes TEXT NOT NULL, retain TEXT NOT NULL) STRICT;
    CREATE TABLE slot (
      source_id INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY (source_id, number)) STRICT, WITHOUT ROWID;
    CREATE TABLE fact_kind (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      agency TEXT NOT NULL, shape TEXT NOT NULL, level INTEGER NOT NULL, cost TEXT,
      sensitivity TEXT NOT NULL) STRICT;
    CREATE TABLE relation_kind (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      inverse TEXT) STRICT;

    -- One row a file. What was read is what was accepted, quarantined and skipped.
    CREATE TABLE extract (
      id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, delivered TEXT NOT NULL,
      state TEXT NOT NULL, encoding TEXT, delimiter TEXT, records_read INTEGER NOT NULL,
      accepted INTEGER NOT NULL, quarantined INTEGER NOT NULL, skipped INTEGER NOT NULL,
      stated_total INTEGER, facts_repeated INTEGER NOT NULL DEFAULT 0,
      facts_ended INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE extract_skip (
      extract_id INTEGER NOT NULL, reason TEXT NOT NULL, records INTEGER NOT NULL,
      PRIMARY KEY (extract_id, reason)) STRICT, WITHOUT ROWID;
    CREATE TABLE extract_problem (
      extract_id INTEGER NOT NULL, code TEXT NOT NULL, column_name TEXT NOT NULL,
      rejects INTEGER NOT NULL, count INTEGER NOT NULL, first_lines TEXT NOT NULL,
      PRIMARY KEY (extract_id, rejects, column_name, code)) STRICT, WITHOUT ROWID;
    -- `type` is the column's type in the contract, which says what `least` and `greatest` count: days since 1970
    -- where it is `date`, of which only the month is true; pence where it is `money`. Sensitive columns have neither.
    CREATE TABLE extract_column (
      extract_id INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
      present INTEGER NOT NULL, absent INTEGER NOT NULL, invalid INTEGER NOT NULL,
      different INTEGER NOT NULL, least INTEGER, greatest INTEGER,
      type TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (extract_id, number)) STRICT, WITHOUT ROWID;
    -- How often a code or a shape (`what`) came in a column.
    CREATE TABLE extract_value (
      extract_id INTEGER NOT NULL, number INTEGER NOT NULL, what TEXT NOT NULL,
      value TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (extract_id, number, what, value)) STRICT, WITHOUT ROWID;
    CREATE TABLE rejection (
      extract_id INTEGER NOT NULL, line INTEGER NOT NULL, lines INTEGER NOT NULL,
      first_byte INTEGER NOT NULL, bytes INTEGER NOT NULL, code TEXT NOT NULL,
      column_name TEXT NOT NULL, masked_value TEXT NOT NULL) STRICT;

    -- The details of one person as one source gives them; `key` is the same in every run.
    CREATE TABLE person_record (
      key INTEGER NOT NULL, source_id INTEGER NOT NULL, extract_id INTEGER NOT NULL,
      line INTEGER NOT NULL, slot INTEGER NOT NULL, title TEXT, forenames TEXT, surname TEXT,
      suffix TEXT, known_as TEXT, former_surnames TEXT, aliases TEXT, name_notes TEXT,
      born TEXT, sex TEXT, ethnicity TEXT, upn TEXT, former_upn TEXT, nhs_number TEXT,
      nino TEXT, uln TEXT, pnc TEXT, cro TEXT, crn TEXT, local_numbers TEXT, place_key INTEGER,
      since TEXT, until TEXT, protected INTEGER NOT NULL) STRICT;
    -- Where the same details came again; the first time is in person_record itself.
    CREATE TABLE later_mention (
      record_key INTEGER NOT NULL, extract_id INTEGER NOT NULL, line INTEGER NOT NULL,
      slot INTEGER NOT NULL) STRICT;
    CREATE TABLE place (
      key INTEGER NOT NULL, uprn INTEGER, saon TEXT, paon TEXT, street TEXT, locality TEXT,
      town TEXT, postcode TEXT, care_of TEXT, kind TEXT, match_key TEXT) STRICT;

    -- Times are as exact as the row is: 2007-05-03, 2007-05, 2007-Q2 or 2007.
    CREATE TABLE fact (
      key INTEGER NOT NULL, source_id INTEGER NOT NULL, extract_id INTEGER NOT NULL,
      line INTEGER NOT NULL, kind_id INTEGER NOT NULL, record_key INTEGER, place_key INTEGER,
      starts TEXT, ends TEXT, part INTEGER, whole INTEGER, attributes TEXT,
      professional INTEGER) STRICT;
    CREATE TABLE relation (
      key INTEGER NOT NULL, source_id INTEGER NOT NULL, extract_id INTEGER NOT NULL,
      line INTEGER NOT NULL, kind_id INTEGER NOT NULL, from_key INTEGER NOT NULL,
      to_key INTEGER NOT NULL, since TEXT, until TEXT) STRICT;

    CREATE TABLE finding (
      number INTEGER PRIMARY KEY, severity TEXT NOT NULL, code TEXT NOT NULL,
      source_name TEXT NOT NULL, file_name TEXT, column_name TEXT, message TEXT NOT NULL,
      remedy TEXT NOT NULL) STRICT;

    -- How fresh a source is, and how it compares with the runs before: fresh, warn, stale, missing or not-due.
    -- Hundredths are of one: 97 is 97%.
    CREATE TABLE source_state (
      source_name TEXT PRIMARY KEY, state TEXT NOT NULL, newest TEXT, age_days INTEGER,
      due TEXT, rows INTEGER, usual_rows INTEGER, overlap_hundredths INTEGER,
      unseen_hundredths INTEGER) STRICT, WITHOUT ROWID;
    -- What each code in extract_problem and rejection means, and what to do about it.
    CREATE TABLE problem_code (
      code TEXT PRIMARY KEY, level TEXT NOT NULL, meaning TEXT NOT NULL,
      remedy TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- Every appearance of a person in a row.
    CREATE VIEW mention AS
      SELECT key AS record_key, extract_id, line, slot FROM person_record
      UNION ALL SELECT record_key, extract_id, line, slot FROM later_mention;
    -- Facts with the words in place of the numbers, for reading.
    CREATE VIEW fact_in_words AS
      SELECT fact_kind.name AS kind, fact.starts, fact.ends, fact.part, fact.whole,
        fact.attributes, source.name AS source, extract.file_name, fact.line, fact.record_key,
        fact.place_key
      FROM fact JOIN fact_kind ON fact_kind.id = fact.kind_id
        JOIN source ON source.id = fact.source_id
        JOIN extract ON extract.id = fact.extract_id;
    """
}
