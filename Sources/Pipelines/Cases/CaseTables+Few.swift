import SQLiteAccess
import Store
import Vocabulary

/// The tables for a few families: only what hangs together with their people is looked at, so that it takes as long in a
/// large run as in a small one.
///
/// A connection keeps the tables and fills them anew: whoever makes or drops a table has SQLite prepare every other
/// statement of the connection again.
extension CaseTables {
  static func makeFew(_ families: [Int64], in file: inout RunFile) throws(DatabaseError) {
    try file.connection.executeScript(schemaOfFew)
    for table in ["wanted", "stay", "birth", "place", "dwelling", "home", "fact"] {
      try file.connection.execute("DELETE FROM temp.case_\(raw: table)")
    }
    for family in families {
      try file.connection.execute("INSERT INTO temp.case_wanted VALUES (\(family))")
    }
    try file.connection.execute(
      """
      INSERT INTO temp.case_stay
        SELECT family_id, person_id, max(coalesce(until, '9999-12-31')) FROM family_member
        WHERE family_id IN (SELECT family_id FROM temp.case_wanted) GROUP BY family_id, person_id
      """)
    try file.connection.execute(birthsOfFew)
    try CaseHomes.fillFew(in: &file)
    try file.connection.execute(factsOfFew)
    try file.connection.execute(factsOfHomesOfFew)
  }

  private static let schemaOfFew = """
    CREATE TEMP TABLE IF NOT EXISTS case_wanted (family_id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS case_stay (family_id INTEGER, person_id INTEGER, until TEXT);
    CREATE TEMP TABLE IF NOT EXISTS case_birth (
      person_id INTEGER, born TEXT, sex TEXT, times INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS case_place (key INTEGER PRIMARY KEY);
    \(CaseHomes.schema)
    CREATE TEMP TABLE IF NOT EXISTS case_fact (
      family_id INTEGER, person_id INTEGER, key INTEGER, kind_id INTEGER, source_id INTEGER,
      extract_id INTEGER, line INTEGER, starts TEXT, ends TEXT, part INTEGER, whole INTEGER,
      attributes TEXT, professional INTEGER);
    """

  // SQLite joins in the order that is written where it says CROSS JOIN.
  private static let birthsOfFew: SQL = """
    INSERT INTO temp.case_birth
      SELECT person_member.person_id, born, sex, count(*)
      FROM (SELECT DISTINCT person_id FROM temp.case_stay) AS stay
        CROSS JOIN person_member ON person_member.person_id = stay.person_id
        CROSS JOIN person_record ON person_record.key = person_member.record_key
      GROUP BY person_member.person_id, born, sex
    """

  private static let factsOfFew: SQL = """
    INSERT INTO temp.case_fact
      SELECT case_stay.family_id, case_stay.person_id, fact.key, kind_id, source_id, extract_id,
        line, starts, ends, part, whole, attributes, professional
      FROM temp.case_stay
        CROSS JOIN person_member ON person_member.person_id = case_stay.person_id
        CROSS JOIN fact ON fact.record_key = person_member.record_key
      WHERE starts IS NULL OR starts <= case_stay.until
    """

  private static let factsOfHomesOfFew: SQL = """
    INSERT INTO temp.case_fact
      SELECT DISTINCT family_member.family_id, NULL, fact.key, kind_id, source_id, extract_id,
        line, starts, ends, part, whole, attributes, professional
      FROM temp.case_stay
        CROSS JOIN temp.case_home ON case_home.person_id = case_stay.person_id
        CROSS JOIN temp.case_dwelling ON case_dwelling.dwelling = case_home.dwelling
        CROSS JOIN fact ON fact.place_key = case_dwelling.place_key
        JOIN family_member ON family_member.person_id = case_stay.person_id
          AND family_member.family_id = case_stay.family_id
    \(raw: ofThoseAtHome)
    """
}
