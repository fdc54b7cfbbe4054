extension RunSchema {
  /// Families' ways through the services: signs of need, the earliest concern, what was missed, what it cost.
  ///
  /// A date that is known in part stands as the first and the last day that it may be, `..._from` and `..._to`.
  static let journeys = """
    -- What the journeys were followed by: packs, prices, and what no feed of the run can show.
    CREATE TABLE journey_basis (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    -- The signs of the pack, in its order.
    CREATE TABLE sign (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      wording TEXT NOT NULL, unfed INTEGER NOT NULL) STRICT;
    -- From which day each agency's data tell anything; null where it delivered nothing.
    CREATE TABLE journey_observed (agency TEXT PRIMARY KEY, since TEXT) STRICT, WITHOUT ROWID;

    -- One family. The concern is the earlier of the two definitions, of one sign and of several; it may have been from
    -- `may_be_from`, where a vague date leaves that open. `lead_...` are days from the concern to the headline. Pence are
    -- null where no costs were asked for; `least` says that vague dates make the sum a least one.
    CREATE TABLE journey (
      family_id INTEGER PRIMARY KEY, first_sign_from TEXT, first_sign_to TEXT,
      concern_from TEXT, concern_to TEXT, single_from TEXT, single_to TEXT, sum_from TEXT,
      sum_to TEXT, may_be_from TEXT, headline TEXT, headline_from TEXT, headline_to TEXT,
      lead_least INTEGER, lead_most INTEGER, professionals INTEGER NOT NULL,
      agencies INTEGER NOT NULL, undated INTEGER NOT NULL, tier TEXT, tier_may_be TEXT,
      pence INTEGER, costed INTEGER, events INTEGER, overlapping INTEGER, least INTEGER) STRICT;
    CREATE TABLE journey_sign (
      family_id INTEGER NOT NULL, number INTEGER NOT NULL, sign INTEGER NOT NULL,
      step TEXT NOT NULL, person_id INTEGER, date_from TEXT NOT NULL, date_to TEXT NOT NULL,
      weight INTEGER NOT NULL, certain INTEGER NOT NULL,
      PRIMARY KEY (family_id, number)) STRICT, WITHOUT ROWID;
    -- The facts that show a sign, with their kinds, so that whoever may not see these is not told of the sign.
    CREATE TABLE journey_sign_fact (
      family_id INTEGER NOT NULL, number INTEGER NOT NULL, fact_key INTEGER NOT NULL,
      kind_id INTEGER NOT NULL,
      PRIMARY KEY (family_id, number, fact_key)) STRICT, WITHOUT ROWID;
    -- Signs of which nobody can tell; `reason` is not-covered or vague. Those that no feed can show are in `sign`.
    CREATE TABLE journey_untold (
      family_id INTEGER NOT NULL, sign INTEGER NOT NULL, step TEXT NOT NULL, person_id INTEGER,
      reason TEXT NOT NULL, kind_id INTEGER) STRICT;
    CREATE TABLE journey_threshold (
      family_id INTEGER NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
      date_from TEXT NOT NULL, date_to TEXT NOT NULL,
      PRIMARY KEY (family_id, name)) STRICT, WITHOUT ROWID;
    -- Dates that were reached: by the journey's pack, and the first time that a pack of criteria was met.
    CREATE VIEW family_threshold AS
      SELECT family_id, name, title, date_from, date_to FROM journey_threshold
      UNION ALL
      SELECT family_id, CASE exact WHEN 1 THEN 'met-' ELSE 'met-by-' END || pack.name,
        CASE exact WHEN 1 THEN 'first met: ' ELSE 'met by then, perhaps before: ' END || pack.title,
        month_from, month_to
      FROM family_first_met JOIN pack ON pack.number = family_first_met.pack;
    -- `reason` is outcome or no-plan; `known` and `elsewhere` are names of signs with blanks between.
    CREATE TABLE journey_missed (
      family_id INTEGER NOT NULL, number INTEGER NOT NULL, date_from TEXT NOT NULL,
      date_to TEXT NOT NULL, agency TEXT NOT NULL, reason TEXT NOT NULL, known TEXT NOT NULL,
      elsewhere TEXT NOT NULL, next_from TEXT, next_to TEXT, lost_least INTEGER,
      lost_most INTEGER, pence_after INTEGER, extract_id INTEGER, line INTEGER,
      PRIMARY KEY (family_id, number)) STRICT, WITHOUT ROWID;
    CREATE TABLE journey_agency (
      family_id INTEGER NOT NULL, agency TEXT NOT NULL, contacts INTEGER NOT NULL,
      missed INTEGER NOT NULL, assessments INTEGER NOT NULL, plans INTEGER NOT NULL,
      episodes INTEGER NOT NULL, open_days INTEGER NOT NULL, professionals INTEGER NOT NULL,
      services INTEGER NOT NULL, facts INTEGER NOT NULL,
      PRIMARY KEY (family_id, agency)) STRICT, WITHOUT ROWID;
    -- Several agencies had something open and nobody was in the lead.
    CREATE TABLE journey_uncoordinated (
      family_id INTEGER NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
      agencies TEXT NOT NULL) STRICT;
    CREATE TABLE journey_cost (
      family_id INTEGER NOT NULL, agency TEXT NOT NULL, stance TEXT NOT NULL,
      stage TEXT NOT NULL, pence INTEGER NOT NULL, events INTEGER NOT NULL,
      PRIMARY KEY (family_id, agency, stance, stage)) STRICT, WITHOUT ROWID;
    -- Kinds that have no cost: they cost something, and nobody knows what.
    CREATE TABLE journey_not_costed (
      family_id INTEGER NOT NULL, kind_id INTEGER NOT NULL, facts INTEGER NOT NULL,
      PRIMARY KEY (family_id, kind_id)) STRICT, WITHOUT ROWID;
    -- What agencies wrote down, in the order in which it may have been; never from the benefits system.
    CREATE TABLE journey_entry (
      family_id INTEGER NOT NULL, number INTEGER NOT NULL, person_id INTEGER,
      kind_id INTEGER NOT NULL, starts TEXT NOT NULL, ends TEXT, weight INTEGER NOT NULL,
      signs TEXT NOT NULL, pence INTEGER, extract_id INTEGER NOT NULL, line INTEGER NOT NULL,
      PRIMARY KEY (family_id, number)) STRICT, WITHOUT ROWID;
    -- Visits that are due to families that came to a new home; `made` is yes, no or cannot-tell.
    CREATE TABLE journey_visit (
      family_id INTEGER NOT NULL, arrival_from TEXT NOT NULL, arrival_to TEXT NOT NULL,
      due TEXT NOT NULL, made TEXT NOT NULL, missing TEXT NOT NULL) STRICT;
    CREATE INDEX journey_untold_of_family ON journey_untold (family_id);
    CREATE INDEX journey_uncoordinated_of_family ON journey_uncoordinated (family_id);
    CREATE INDEX journey_visit_of_family ON journey_visit (family_id);
    """
}
