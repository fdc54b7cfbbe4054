extension RunSchema {
  /// Who is who: what linkage looks at, what it found, and with which model.
  static let linkage = """
    -- The details of a person as linkage compares them: one row for each row of person_record, in its order.
    -- Whoever is written with a title, or is somebody's parent, is an adult, if there is no birth date to say.
    -- A permanent pupil number ends with a digit; a temporary one ends with a letter and is only its school's.
    CREATE VIEW linkage_record AS
      SELECT person_record.rowid AS number, person_record.key AS id, source_id,
        source.name AS source, person_record.title, forenames,
        substr(forenames, 1, instr(forenames || ' ', ' ') - 1) AS forename,
        nullif(substr(forenames, instr(forenames || ' ', ' ') + 1), '') AS middle_names,
        surname, suffix, known_as, former_surnames, aliases, born, sex,
        coalesce(sex, CASE upper(rtrim(person_record.title, '.'))
          WHEN 'MR' THEN 'male' WHEN 'MASTER' THEN 'male' WHEN 'MRS' THEN 'female'
          WHEN 'MISS' THEN 'female' WHEN 'MS' THEN 'female' END) AS sex_or_title,
        CASE
          WHEN substr(born || '-01-01', 1, 10) > (SELECT cast(substr(value, 1, 4) - 16 AS TEXT) || substr(value, 5)
            FROM run WHERE name = 'as_of') AND length(born) IN (4, 10) THEN 'child'
          WHEN CASE length(born) WHEN 10 THEN born ELSE substr(born, 1, 4) || '-12-31' END
            <= (SELECT cast(substr(value, 1, 4) - 16 AS TEXT) || substr(value, 5)
            FROM run WHERE name = 'as_of') THEN 'adult'
          WHEN upper(rtrim(person_record.title, '.')) = 'MASTER' THEN 'child'
          WHEN person_record.title IS NOT NULL OR parent.from_key IS NOT NULL THEN 'adult'
        END AS age_group,
        CASE WHEN upn GLOB '*[0-9]' THEN upn END AS upn,
        CASE WHEN upn GLOB '*[A-Z]' THEN upn END AS temporary_upn,
        former_upn, nhs_number, substr(nino, 1, 8) AS nino, uln, pnc, cro, crn, local_numbers, place.uprn,
        nullif(trim(coalesce(saon || ' ', '') || coalesce(paon || ' ', '') || coalesce(street, '')), '')
          AS address, locality, town, postcode,
        CASE WHEN coalesce(paon, street) IS NOT NULL THEN match_key END AS address_key,
        since, until
      FROM person_record JOIN source ON source.id = person_record.source_id
        LEFT JOIN place ON place.key = person_record.place_key
        LEFT JOIN (SELECT DISTINCT from_key FROM relation
          JOIN relation_kind ON relation_kind.id = kind_id
          WHERE name IN ('parent-of', 'mother-of')) AS parent
          ON parent.from_key = person_record.key;

    -- One human being. `id` is a hash of the lowest key among the person's records.
    CREATE TABLE person (
      id INTEGER PRIMARY KEY, records INTEGER NOT NULL, sources INTEGER NOT NULL,
      lowest_key INTEGER NOT NULL) STRICT;
    CREATE TABLE person_member (
      record_key INTEGER PRIMARY KEY, person_id INTEGER NOT NULL) STRICT;
    CREATE INDEX person_member_of_person ON person_member (person_id);

    -- Two records that were compared and are worth keeping, the lower key first. `weight` is in bits, log2 of the
    -- odds; `levels` has a sign for each comparison: 1 to 9 and a to f, 0 where data are missing. `decision` is the
    -- number of the ledger's entry, where a person has decided.
    CREATE TABLE pair (
      left_key INTEGER NOT NULL, right_key INTEGER NOT NULL, weight REAL NOT NULL,
      probability REAL NOT NULL, levels TEXT NOT NULL, is_joined INTEGER NOT NULL,
      decision INTEGER) STRICT;
    -- What somebody may want to look at: weak-bridge, split or contradiction. Of a split, the two people and the
    -- heaviest pair between them; `why` is decision, identifier, one-row, rule or evidence.
    CREATE TABLE cluster_note (
      number INTEGER PRIMARY KEY, kind TEXT NOT NULL, why TEXT NOT NULL, detail TEXT,
      person_id INTEGER NOT NULL, other_id INTEGER NOT NULL, left_key INTEGER NOT NULL,
      right_key INTEGER NOT NULL, weight REAL NOT NULL) STRICT;

    CREATE TABLE linkage_summary (name TEXT PRIMARY KEY, value TEXT NOT NULL)
      STRICT, WITHOUT ROWID;
    -- The model: how likely each level is if two records are one person, and if they are strangers.
    CREATE TABLE linkage_level (
      comparison INTEGER NOT NULL, level INTEGER NOT NULL, comparison_name TEXT NOT NULL,
      label TEXT NOT NULL, m REAL NOT NULL, u REAL NOT NULL, weight REAL NOT NULL,
      PRIMARY KEY (comparison, level)) STRICT, WITHOUT ROWID;
    -- The blocking rules, and the pairs that each was the first to make.
    CREATE TABLE linkage_rule (
      number INTEGER PRIMARY KEY, rule TEXT NOT NULL, pairs INTEGER NOT NULL,
      largest_block INTEGER NOT NULL) STRICT;

    CREATE VIEW person_in_words AS
      SELECT person_member.person_id, person_member.record_key, source.name AS source,
        extract.file_name, person_record.line, forenames, surname, born, sex, upn, nhs_number,
        nino, postcode
      FROM person_member JOIN person_record ON person_record.key = person_member.record_key
        JOIN source ON source.id = person_record.source_id
        JOIN extract ON extract.id = person_record.extract_id
        LEFT JOIN place ON place.key = person_record.place_key;
    CREATE VIEW pair_in_words AS
      SELECT pair.left_key, pair.right_key, pair.weight AS pair_weight, comparison_name, label,
        linkage_level.weight
      FROM pair JOIN linkage_level
        ON linkage_level.level = instr('123456789abcdef', substr(levels, comparison, 1));
    """
}
