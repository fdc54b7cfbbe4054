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
      (1, 1, 'a.csv', 'x', 1, '2011-01-01', 'read', NULL, NULL, 0, 0, 0, 0, NULL, 0, 0);
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
      let all = try CaseReader(common: CaseFile()).all(in: &file)
      return all.portions(of: size).map { all.batch($0) }
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
      try file.addRecordIndexes()
      let reader = CaseReader(common: CaseFile())
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

  /// What a case file says of one family, in words, so that files can be compared whatever their numbering.
  private func told(_ file: CaseFile, ofFamily place: Int) -> [String] {
    let family = file.families[place]
    let people = file.people[family.people].map { person in
      let parts = file.memberships[person.memberships].map { "\($0.role) \($0.days)" }
      return
        "\(person.id.value) \(person.born?.text ?? "-") \(String(describing: person.isFemale)) "
        + parts.joined(separator: ", ")
    }
    let facts = file.facts[family.facts].map { fact in
      let details = file.attributes[
        Int(fact.attributes.lowerBound)..<Int(fact.attributes.upperBound)
      ].map { "\(file.words[$0.name])=\(file.words[$0.value])" }
      let person = fact.person.map { "\(file.people[$0].id.value)" } ?? "home"
      return "\(fact.key) \(fact.kind) \(person) \(fact.starts?.text ?? "-") \(details)"
    }
    return people + facts
  }

  /// A run in which everything happens to everybody: people who move, share homes, belong to two families, leave, and
  /// facts of all precisions about them and their addresses.
  private func randomRun(_ random: inout SplitMix64) -> String {
    func day() -> String {
      "20\(Int.random(in: 10...13, using: &random))-0\(Int.random(in: 1...9, using: &random))-1"
        + "\(Int.random(in: 0...9, using: &random))"
    }
    func date() -> String {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: "'\(day().prefix(4))'"
      case 1: "'\(day().prefix(7))'"
      case 2: "'\(day().prefix(4))-Q\(Int.random(in: 1...4, using: &random))'"
      default: "'\(day())'"
      }
    }
    func perhaps(_ value: String) -> String { Bool.random(using: &random) ? value : "NULL" }
    var script = """
      INSERT INTO extract VALUES
        (1, 1, 'a.csv', 'x', 1, '2011-01-01', 'read', NULL, NULL, 0, 0, 0, 0, NULL, 0, 0);
      """
    for place in 1...8 {
      let address = Int.random(in: 0...3, using: &random)
      script += """
        INSERT INTO place (key, uprn, paon, match_key) VALUES (\(place),
          \(perhaps("\(Int.random(in: 1...4, using: &random))")), \(perhaps("'1'")),
          \(address == 0 ? "''" : "'A\(address)'"));
        """
    }
    for family in 1...30 {
      script += "INSERT INTO family VALUES (\(family), 1, 1, 1, 0, NULL);"
      for _ in 0...3 {
        let roles = FamilyRole.allCases.map(\.rawValue)
        script += """
          INSERT INTO family_member VALUES (\(family), \(Int.random(in: 1...50, using: &random)),
            '\(roles.randomElement(using: &random) ?? "other")', \(perhaps("'\(day())'")),
            \(perhaps("'\(day())'")), 1);
          """
      }
    }
    for record in 1...150 {
      script += """
        INSERT INTO person_member VALUES (\(record), \(Int.random(in: 1...50, using: &random)));
        INSERT INTO person_record (key, source_id, extract_id, line, slot, born, sex, place_key,
          since, protected) VALUES (\(record), 1, 1, \(record), 0, \(perhaps(date())),
          \(["'male'", "'female'", "NULL"].randomElement(using: &random) ?? "NULL"),
          \(perhaps("\(Int.random(in: 1...9, using: &random))")), \(perhaps(date())),
          \(Int.random(in: 0...9, using: &random) == 0 ? 1 : 0));
        """
    }
    for fact in 1...400 {
      let ofPlace = Int.random(in: 0...3, using: &random) == 0
      script += """
        INSERT INTO fact (key, source_id, extract_id, line, kind_id, record_key, place_key, starts,
          attributes) VALUES (\(fact), 1, 1, \(fact), \(Int.random(in: 1...4, using: &random)),
          \(ofPlace ? "NULL" : "\(Int.random(in: 1...150, using: &random))"),
          \(ofPlace ? "\(Int.random(in: 1...8, using: &random))" : "NULL"), \(perhaps(date())),
          \(["'{\"a\":\"b\"}'", "'{\"a\":3}'", "NULL"].randomElement(using: &random) ?? "NULL"));
        """
    }
    return script
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `tells the same of families looked up as of those read from end to end`(seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(randomRun(&random))
      try file.addRecordIndexes()
      let reader = CaseReader(common: CaseFile())
      let all = try reader.all(in: &file).whole
      #expect(all.families.count == 30 && all.facts.contains { $0.person == nil })
      for place in all.families.indices {
        let single = try reader.family(all.families[place].id, in: &file)
        #expect(told(single, ofFamily: 0) == told(all, ofFamily: place))
      }
      let few = try reader.families((5..<12).map { FamilyID($0) }, in: &file).whole
      #expect(
        few.families.indices.map { told(few, ofFamily: $0) }
          == (4..<11).map { told(all, ofFamily: $0) })
    }
  }
}
