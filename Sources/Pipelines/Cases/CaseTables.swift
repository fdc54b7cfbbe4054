import SQLiteAccess
import Store
import Vocabulary

/// Temporary tables that put what is known of each family side by side, so that families can be read in batches.
///
/// A person's facts count for a family until the person leaves it: whoever joins brings what went before along. A fact
/// about an address counts for the families of which somebody lived there when it happened.
struct CaseTables {
  /// Makes the tables from people, families and facts, for all families or for some.
  static func make(in file: inout RunFile, for families: [Int64]? = nil) throws(DatabaseError) {
    if let families, families.count <= fewest { return try makeFew(families, in: &file) }
    try drop(in: &file)
    try file.connection.executeScript(
      "CREATE TEMP TABLE case_wanted (family_id INTEGER PRIMARY KEY)")
    for family in families ?? [] {
      try file.connection.execute("INSERT INTO temp.case_wanted VALUES (\(family))")
    }
    let condition =
      families == nil ? "" : "WHERE family_id IN (SELECT family_id FROM temp.case_wanted)"
    try file.connection.executeScript(
      """
      CREATE TEMP TABLE case_stay AS
        SELECT family_id, person_id, max(coalesce(until, '9999-12-31')) AS until
        FROM family_member \(condition) GROUP BY family_id, person_id
      """)
    try file.connection.executeScript(
      "CREATE INDEX temp.case_stay_of_person ON case_stay (person_id)")
    try file.connection.executeScript(births)
    try CaseHomes.make(in: &file)
    try file.connection.executeScript(facts)
  }

  /// Up to so many families are few.
  private static let fewest = 20

  /// Drops what was made, so that the room can be used again.
  static func drop(in file: inout RunFile) throws(DatabaseError) {
    try file.connection.executeScript(
      """
      DROP TABLE IF EXISTS temp.case_wanted; DROP TABLE IF EXISTS temp.case_birth;
      DROP TABLE IF EXISTS temp.case_stay; DROP TABLE IF EXISTS temp.case_home;
      DROP TABLE IF EXISTS temp.case_dwelling; DROP TABLE IF EXISTS temp.case_fact;
      """)
  }

  private static let births = """
    CREATE TEMP TABLE case_birth AS
      SELECT person_member.person_id, born, sex, count(*) AS times
      FROM person_record JOIN person_member ON person_member.record_key = person_record.key
      WHERE person_member.person_id IN (SELECT person_id FROM temp.case_stay)
      GROUP BY person_member.person_id, born, sex;
    CREATE INDEX temp.case_birth_of_person ON case_birth (person_id);
    """

  /// For whom a fact about an address counts: for those who were at home there when it happened.
  static let ofThoseAtHome = """
    WHERE fact.record_key IS NULL AND starts IS NOT NULL
      AND family_member.role NOT IN
        ('non-resident-parent', 'looked-after-child', 'non-resident-child')
      -- A date known in part is compared as far as it is known; a quarter as its year.
      AND CASE WHEN starts LIKE '%Q%' THEN substr(starts, 1, 4) ELSE starts END
        BETWEEN substr(max(case_home.since, coalesce(family_member.since, '')), 1,
          CASE WHEN starts LIKE '%Q%' THEN 4 ELSE length(starts) END)
        AND min(case_home.until, coalesce(family_member.until, '9999-12-31'))
    """

  private static let facts = """
    CREATE TEMP TABLE case_fact AS
      SELECT case_stay.family_id, case_stay.person_id, fact.key, kind_id, source_id, extract_id,
        line, starts, ends, part, whole, attributes, professional
      FROM fact JOIN person_member ON person_member.record_key = fact.record_key
        JOIN case_stay ON case_stay.person_id = person_member.person_id
      WHERE starts IS NULL OR starts <= case_stay.until;
    INSERT INTO temp.case_fact
      SELECT DISTINCT family_member.family_id, NULL, fact.key, kind_id, source_id, extract_id,
        line, starts, ends, part, whole, attributes, professional
      FROM fact JOIN temp.case_dwelling ON case_dwelling.place_key = fact.place_key
        JOIN temp.case_home ON case_home.dwelling = case_dwelling.dwelling
        JOIN temp.case_stay ON case_stay.person_id = case_home.person_id
        JOIN family_member ON family_member.person_id = case_stay.person_id
          AND family_member.family_id = case_stay.family_id
    \(ofThoseAtHome);
    CREATE INDEX temp.case_fact_of_family ON case_fact (family_id);
    """
}
