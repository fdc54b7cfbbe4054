import Claims
import SQLiteAccess
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

@Suite("The national evaluation's return")
struct EvaluationListTests {
  /// A mother (1), her daughter (2) and an uncle who left (3), each with a postcode and the daughter with a school.
  private static func family(protecting person: Int?) -> String {
    let records = [1, 2, 3].map {
      "(\($0), 1, 1, \($0), 0, '2001-02-0\($0)', 1000, '2013-01-01', \($0 == person ? 1 : 0))"
    }
    return """
      CREATE TABLE IF NOT EXISTS family_member (
        family_id INTEGER NOT NULL, person_id INTEGER NOT NULL, role TEXT NOT NULL, since TEXT,
        until TEXT, strength INTEGER NOT NULL) STRICT;
      INSERT INTO family_member VALUES
        (100, 1, 'parent', NULL, NULL, 9), (100, 2, 'dependent-child', NULL, NULL, 9),
        (100, 3, 'other', NULL, '2012-06-30', 3);
      INSERT INTO place (key, postcode, match_key) VALUES (1000, 'SX1 1AA', 'A');
      INSERT INTO person_record (key, source_id, extract_id, line, slot, born, place_key, since,
        protected) VALUES \(records.joined(separator: ", "));
      INSERT INTO person_member VALUES (1, 1), (2, 2), (3, 3);
      INSERT INTO fact_kind (id, name, title, agency, shape, level, sensitivity) VALUES
        (4, 'education.enrolment', 'e', 'education', 'episode', 0, 'ordinary');
      INSERT INTO fact (key, source_id, extract_id, line, kind_id, record_key, starts, attributes)
        VALUES (501, 1, 1, 1, 4, 2, '2012-09-03', '{"school":"8201001"}');
      """
  }

  @Test(
    "where anybody of a family is protected nobody's postcode or school is told",
    arguments: [nil, 1, 2, 3] as [Int?])
  func protection(person: Int?) throws {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(Self.family(protecting: person))
      let people = try EvaluationList.people(of: FamilyID(100), true, &file)
      #expect(people.map(\.relation) == ["parent", "dependent-child"])
      #expect(people.map(\.born) == ["2001-02-01", "2001-02-02"])
      #expect(people.map(\.postcode) == (person == nil ? ["SX1 1AA", "SX1 1AA"] : ["", ""]))
      #expect(people.map(\.school) == (person == nil ? ["", "8201001"] : ["", ""]))
    }
  }
}
