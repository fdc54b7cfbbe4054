import SQLiteAccess
import Store
import Vocabulary

/// A run as it would be if some records were other people's: temporary tables of the same names lie over those of the
/// file, so that stages read them as they would read a run.
struct RunOverlay {
  /// Lays people over a run whose connection is used for nothing else.
  static func lay(
    _ moves: [(record: RecordKey, person: PersonID)], over file: inout RunFile
  ) throws(DatabaseError) {
    try file.connection.executeScript(
      """
      CREATE TEMP TABLE person_member (
        record_key INTEGER PRIMARY KEY, person_id INTEGER NOT NULL) STRICT;
      INSERT INTO temp.person_member SELECT record_key, person_id FROM main.person_member;
      """)
    for (record, person) in moves {
      try file.connection.execute(
        """
        UPDATE temp.person_member SET person_id = \(person.value)
        WHERE record_key = \(record.storeNumber)
        """)
    }
    try file.connection.executeScript(
      """
      CREATE INDEX temp.new_member_of_person ON person_member (person_id);
      CREATE TEMP TABLE person (id INTEGER PRIMARY KEY) STRICT;
      INSERT INTO temp.person SELECT DISTINCT person_id FROM temp.person_member ORDER BY person_id;
      """)
  }

  /// Lays families over a run: those that would be other than they are, and none beside them.
  static func lay(_ families: [FamilyMemberRow], over file: inout RunFile) throws(DatabaseError) {
    try file.connection.executeScript(
      """
      CREATE TEMP TABLE family (id INTEGER PRIMARY KEY) STRICT;
      CREATE TEMP TABLE family_member (
        family_id INTEGER NOT NULL, person_id INTEGER NOT NULL, role TEXT NOT NULL, since TEXT,
        until TEXT, strength INTEGER NOT NULL) STRICT;
      CREATE INDEX temp.new_member_of_family ON family_member (family_id);
      """)
    try file.addFamilyMembers(families)
    try file.connection.execute(
      "INSERT INTO temp.family SELECT DISTINCT family_id FROM temp.family_member")
  }
}
