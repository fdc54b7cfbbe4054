extension RunSchema {
  /// Which families meet which criteria at the run's date.
  static let criteria = """
    -- The packs that were asked, in the order of the pipeline; the first is the one that decides.
    CREATE TABLE pack (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      version INTEGER NOT NULL, starts TEXT NOT NULL, ends TEXT, eligible TEXT) STRICT;
    CREATE TABLE criterion (
      pack INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
      confidence TEXT NOT NULL, PRIMARY KEY (pack, number)) STRICT, WITHOUT ROWID;
    -- One row for each family and pack: a letter for each criterion in the pack's order, m met, n not met,
    -- c cannot tell, x not applicable.
    CREATE TABLE family_pack (
      family_id INTEGER NOT NULL, pack INTEGER NOT NULL, states TEXT NOT NULL,
      PRIMARY KEY (family_id, pack)) STRICT, WITHOUT ROWID;
    -- Those that are met, of which one cannot tell, or that lack only some of what they count: `part` of `whole`, where
    -- it takes `needed`.
    CREATE TABLE criterion_finding (
      family_id INTEGER NOT NULL, pack INTEGER NOT NULL, criterion INTEGER NOT NULL,
      state TEXT NOT NULL, part INTEGER NOT NULL, whole INTEGER NOT NULL,
      needed INTEGER NOT NULL, person_id INTEGER,
      PRIMARY KEY (family_id, pack, criterion)) STRICT, WITHOUT ROWID;
    -- The facts that a finding rests on; one that is not certain leaves it open.
    CREATE TABLE finding_evidence (
      family_id INTEGER NOT NULL, pack INTEGER NOT NULL, criterion INTEGER NOT NULL,
      fact_key INTEGER NOT NULL, certain INTEGER NOT NULL,
      PRIMARY KEY (family_id, pack, criterion, fact_key)) STRICT, WITHOUT ROWID;
    -- The first month at whose end a family met what makes it eligible by a pack; where `exact` is 0 it may have met it before.
    CREATE TABLE family_first_met (
      family_id INTEGER NOT NULL, pack INTEGER NOT NULL, month_from TEXT NOT NULL,
      month_to TEXT NOT NULL, exact INTEGER NOT NULL,
      PRIMARY KEY (family_id, pack)) STRICT, WITHOUT ROWID;

    CREATE VIEW finding_in_words AS
      SELECT criterion_finding.family_id, pack.name AS pack, criterion.name AS criterion,
        criterion.title, state, part, whole, needed, person_id
      FROM criterion_finding JOIN pack ON pack.number = criterion_finding.pack
        JOIN criterion ON criterion.pack = criterion_finding.pack
          AND criterion.number = criterion_finding.criterion;
    """
}
