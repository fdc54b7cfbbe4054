import SQLiteAccess
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// What families' case files hold of a run.
struct CaseReaderTests {
  /// Two families: a mother (1) with a daughter (2), who moved from home 10 to home 20; a man alone (3) who moved into
  /// home 10 after them; and an uncle (4) who left the first family in 2012.
  private static let run = """
    CREATE TABLE IF NOT EXISTS family (
      id INTEGER PRIMARY KEY, head_id INTEGER NOT NULL, people INTEGER NOT NULL,
      residents INTEGER NOT NULL, children INTEGER NOT NULL, since TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS family_member (
      family_id INTEGER NOT NULL, person_id INTEGER NOT NULL, role TEXT NOT NULL, since TEXT,
      until TEXT, strength INTEGER NOT NULL) STRICT;
    INSERT INTO family VALUES (100, 1, 3, 2, 1, NULL), (200, 3, 1, 1, 0, NULL);
    INSERT INTO family_member VALUES
      (100, 1, 'parent', NULL, NULL, 9), (100, 2, 'dependent-child', NULL, NULL, 9),
      (100, 4, 'other', NULL, '2012-06-30', 3), (200, 3, 'parent', '2013-02-01', NULL, 9);
    INSERT INTO extract VALUES
      (1, 1, 'a.csv', 'x', 1, '2011-01-01', 'read', NULL, NULL, 0, 0, 0, 0, NULL, 0);
    INSERT INTO place (key, uprn, paon, street, match_key) VALUES
      (1000, 10, '1', 'HIGH STREET', 'A'), (1001, NULL, '1', 'HIGH STREET', 'A'),
      (2000, 20, '2', 'LOW STREET', 'B'), (3000, 30, '3', 'SECRET STREET', 'C');
    INSERT INTO person_record (key, source_id, extract_id, line, slot, born, sex, place_key,
        since, protected) VALUES
      (11, 1, 1, 1, 0, '1980-05-09', 'female', 1000, '2011-01-01', 0),
      (12, 1, 1, 2, 0, '1980', 'female', 2000, '2013-01-10', 0),
      (13, 1, 1, 3, 0, NULL, NULL, 3000, '2013-03-01', 1),
      (21, 1, 1, 4, 0, '2001-02', NULL, NULL, NULL, 0),
      (31, 1, 1, 5, 0, NULL, 'male', 1001, '2013-02-01', 0),
      (41, 1, 1, 6, 0, NULL, NULL, NULL, NULL, 0);
    INSERT INTO person_member VALUES (11, 1), (12, 1), (13, 1), (21, 2), (31, 3), (41, 4);
    INSERT INTO fact (key, source_id, extract_id, line, kind_id, record_key, place_key, starts,
        ends, part, whole, attributes, professional) VALUES
      (501, 1, 1, 1, 4, 21, NULL, '2012-10-01', NULL, NULL, NULL,
        '{"school":"8201001","reason":"P\\\\A"}', NULL),
      (502, 1, 1, 2, 4, 21, NULL, '2012-09', NULL, NULL, NULL, NULL, NULL),
      (503, 1, 1, 3, 2, 41, NULL, '2012-06-30', NULL, NULL, NULL, NULL, NULL),
      (504, 1, 1, 4, 2, 41, NULL, '2012-07-01', NULL, NULL, NULL, NULL, NULL),
      (505, 1, 1, 5, 3, NULL, 1001, '2012-05-05', NULL, NULL, NULL, NULL, NULL),
      (506, 1, 1, 6, 3, NULL, 1000, '2013-03-05', NULL, NULL, NULL, NULL, NULL),
      (507, 1, 1, 7, 3, NULL, 2000, '2013-03', NULL, NULL, NULL, NULL, NULL),
      (508, 1, 1, 8, 3, NULL, 3000, '2013-04-01', NULL, NULL, NULL, NULL, NULL),
      (509, 1, 1, 9, 5, 11, NULL, '2012-09-03', '2012-12-21', 7, 140, NULL, -5);
    """

  private func read(batches size: Int) throws -> [CaseFile] {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(Self.run)
      var found: [CaseFile] = []
      try CaseReader(CaseFile(), &file).forEachBatch(of: size, in: &file) { cases, _ in
        found.append(cases)
      }
      return found
    }
  }

  private func keys(_ file: CaseFile, ofFamily family: Int) -> [Int64] {
    file.facts[file.families[family].facts].map(\.key).sorted()
  }

  @Test func `has people with their parts and births`() throws {
    let file = try #require(try read(batches: 10).first)
    #expect(file.families.map(\.id.value) == [100, 200])
    #expect(file.people[file.families[0].people].map(\.id.value) == [1, 2, 4])
    #expect(file.people.map { $0.born?.text } == ["1980-05-09", "2001-02", nil, nil])
    #expect(file.people[0].isFemale == true && file.people[3].isFemale == false)
    let uncle = file.memberships[file.people[2].memberships.lowerBound]
    #expect(uncle.role == .other && uncle.days.last.iso == "2012-06-30")
  }

  @Test func `has what happened to members until they left, and to the home while it was theirs`()
    throws
  {
    let file = try #require(try read(batches: 10).first)
    // 504 is after the uncle left, 506 after the family moved, 508 about an address that is protected.
    #expect(keys(file, ofFamily: 0) == [501, 502, 503, 505, 507, 509])
    #expect(keys(file, ofFamily: 1) == [506])
    let facts = file.facts[file.families[0].facts]
    #expect(facts.map(\.kind) == [2, 3, 3, 4, 4, 5])
    #expect(facts.filter { $0.kind == 3 }.allSatisfy { $0.person == nil })
    let measure = try #require(facts.last)
    #expect(measure.part == 7 && measure.whole == 140 && measure.person == 0)
    #expect(measure.professional == UInt64(bitPattern: -5))
  }

  @Test func `has the details of facts in words`() throws {
    let file = try #require(try read(batches: 10).first)
    let fact = try #require(file.facts.first { $0.key == 501 })
    let details = file.attributes[
      Int(fact.attributes.lowerBound)..<Int(fact.attributes.upperBound)]
    #expect(
      details.map { "\(file.words[$0.name])=\(file.words[$0.value])" } == [
        "school=8201001", "reason=P\\A",
      ])
  }

  @Test func `has the same families whatever the size of a batch`() throws {
    let whole = try #require(try read(batches: 10).first)
    let single = try read(batches: 1)
    #expect(single.count == 2)
    for (place, file) in single.enumerated() {
      #expect(file.families[0].id == whole.families[place].id)
      #expect(keys(file, ofFamily: 0) == keys(whole, ofFamily: place))
    }
  }

  @Test func `reads one family by itself as it stands among all`() throws {
    let whole = try #require(try read(batches: 10).first)
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(Self.run)
      try file.addReviewIndexes()
      let reader = try CaseReader(CaseFile(), &file)
      // Twice, since a desk that stays open reads one after the other.
      for place in [0, 1, 0] {
        let family = whole.families[place]
        let single = try reader.family(family.id, in: &file)
        #expect(single.families.map(\.id) == [family.id])
        #expect(single.people.map(\.id) == whole.people[family.people].map(\.id))
        #expect(single.people.map(\.born) == whole.people[family.people].map(\.born))
        #expect(keys(single, ofFamily: 0) == keys(whole, ofFamily: place))
      }
    }
  }
}
