extension RunSchema {
  /// Where families stand in the programme, and what is claimed for them.
  static let programme = """
    -- Which id came from which, over all runs: `event` is merged, where the first id ended, or split.
    CREATE TABLE succession (
      subject TEXT NOT NULL, from_id INTEGER NOT NULL, to_id INTEGER NOT NULL,
      event TEXT NOT NULL, PRIMARY KEY (subject, from_id, to_id)) STRICT, WITHOUT ROWID;

    -- Every family with concern. `standing` is that of its life in the programme, or cannot-tell or concern where nobody
    -- and nothing has put it forward. `entered` says that people did. `eligibility` is by the packs that put families
    -- forward. `put_forward` is the day of the first run that did. `place` is that among those of the area that wait.
    -- `attached_pack` is the pack that it was attached by.
    CREATE TABLE cohort_family (
      family_id INTEGER PRIMARY KEY, in_run INTEGER NOT NULL, standing TEXT NOT NULL,
      entered INTEGER NOT NULL, eligibility TEXT, packs TEXT NOT NULL, criteria TEXT NOT NULL,
      concern_from TEXT, concern_to TEXT, put_forward TEXT, year TEXT, area TEXT NOT NULL,
      district TEXT, ward TEXT, children INTEGER NOT NULL, agencies INTEGER NOT NULL,
      identified TEXT, confirmed TEXT, confirmed_by TEXT, attached TEXT, lead_agency TEXT,
      lead_professional TEXT, assessed TEXT, planned TEXT, last_worked TEXT, service_consent TEXT,
      evaluation_consent TEXT, results TEXT, ended TEXT, ending TEXT, place INTEGER,
      points INTEGER, reasons TEXT, comparison INTEGER NOT NULL,
      contested INTEGER NOT NULL, attached_pack TEXT) STRICT;
    -- What differs from the run before: appeared, vanished, moved, handed.
    CREATE TABLE cohort_change (
      family_id INTEGER PRIMARY KEY, what TEXT NOT NULL, before TEXT, after TEXT) STRICT;
    -- Families at each step by year, and by area where `area` is not empty; `target` is what was agreed.
    CREATE TABLE cohort_funnel (
      year TEXT NOT NULL, area TEXT NOT NULL, target INTEGER, aim INTEGER,
      identified INTEGER NOT NULL, confirmed INTEGER NOT NULL, waiting INTEGER NOT NULL,
      attached INTEGER NOT NULL, planned INTEGER NOT NULL, worked INTEGER NOT NULL,
      achieved INTEGER NOT NULL, lost INTEGER NOT NULL, PRIMARY KEY (year, area))
      STRICT, WITHOUT ROWID;

    -- Claims as the ledger tells them. `changed` counts what later data says differently of a claim that is locked.
    CREATE TABLE claim (
      number INTEGER PRIMARY KEY, claim TEXT NOT NULL, status TEXT NOT NULL, claim_window TEXT NOT NULL,
      family_id INTEGER NOT NULL, reference TEXT NOT NULL, scheme TEXT NOT NULL,
      results TEXT NOT NULL, year TEXT NOT NULL, area TEXT NOT NULL, agency TEXT NOT NULL,
      pence INTEGER NOT NULL, paid_pence INTEGER NOT NULL, versions INTEGER NOT NULL,
      submitted TEXT, submitted_window TEXT, gaps INTEGER NOT NULL, changed INTEGER NOT NULL,
      origin TEXT NOT NULL) STRICT;
    -- What today's data says differently of claims that are locked; nothing is changed by it.
    CREATE TABLE claim_difference (
      claim INTEGER NOT NULL, place INTEGER NOT NULL, words TEXT NOT NULL,
      PRIMARY KEY (claim, place)) STRICT, WITHOUT ROWID;
    -- Families for which nothing is claimed yet, with what could be in the coming window of a scheme.
    CREATE TABLE claim_prospect (
      family_id INTEGER NOT NULL, scheme TEXT NOT NULL, claim_window TEXT NOT NULL, draft TEXT,
      results TEXT NOT NULL, pence INTEGER NOT NULL, year TEXT NOT NULL, area TEXT NOT NULL,
      gaps INTEGER NOT NULL, answerable INTEGER NOT NULL,
      PRIMARY KEY (family_id, scheme)) STRICT, WITHOUT ROWID;
    -- What keeps each from being claimed, and who can help.
    CREATE TABLE claim_gap (
      family_id INTEGER NOT NULL, scheme TEXT NOT NULL, place INTEGER NOT NULL, code TEXT NOT NULL,
      words TEXT NOT NULL, chase TEXT NOT NULL,
      PRIMARY KEY (family_id, scheme, place)) STRICT, WITHOUT ROWID;
    """
}
