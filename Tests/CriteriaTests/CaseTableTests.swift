import Testing
import Vocabulary

@testable import Criteria

/// Families from plain tables, in pieces of any size.
struct CaseTableTests {
  private static let people = """
    family,person,role,born,since,until
    1,11,parent,1980-05-09,,
    1,12,dependent-child,2001-02,2010-01-01,2013-06-30
    2,21,parent,,,

    """
  private static let facts = """
    family,person,kind,starts,ends,part,whole,details\r
    1,12,education.exclusion.fixed,2012-10-01,,,,school=8201001;reason=PA\r
    1,,police.call,2012-Q3,,,,\r
    1,12,education.absence.unauthorised,2012-09-03,2012-12-21,7,140,school=8201001\r
    2,21,police.call,2013-01-01,,,,
    """

  private func pieces(_ text: String, of size: Int) -> () -> [UInt8]? {
    let bytes = Array(text.utf8)
    var start = 0
    return {
      guard start < bytes.count else { return nil }
      let end = min(start + size, bytes.count)
      defer { start = end }
      return Array(bytes[start..<end])
    }
  }

  private func read(
    _ people: String = people, _ facts: String = facts, piece: Int = 1_000, batch: Int = 10
  ) throws -> [CaseFile] {
    var reader = try CaseTableReader(
      try ShippedPacks.vocabulary(), people: pieces(people, of: piece),
      facts: pieces(facts, of: piece))
    var files: [CaseFile] = []
    while let file = try reader.batch(of: batch) { files.append(file) }
    return files
  }

  @Test func `reads families with their facts in order`() throws {
    let file = try #require(try read().first)
    #expect(file.families.map(\.id.value) == [1, 2])
    #expect(file.people.map { $0.born?.text } == ["1980-05-09", "2001-02", nil])
    #expect(file.memberships[1].days.description == "2010-01-01...2013-06-30")
    #expect(file.facts.count == 4)
    let exclusion = try #require(file.facts.first { $0.attributes.count == 2 })
    #expect(exclusion.person == 1 && exclusion.starts?.text == "2012-10-01")
    #expect(file.facts.first { $0.whole == 140 }?.part == 7)
    #expect(file.facts.filter { $0.person == nil }.map { $0.starts?.text } == ["2012-Q3"])
  }

  @Test(arguments: [1, 2, 7, 64]) func `reads the same from pieces of any size`(size: Int) throws {
    let whole = try #require(try read().first)
    let found = try #require(try read(piece: size).first)
    #expect(found.facts == whole.facts && found.people == whole.people)
    #expect(try read(piece: size, batch: 1).map(\.facts.count) == [3, 1])
  }

  @Test(arguments: [
    ("family,person\n", facts, "people", 1),
    (people, facts + "\n1,11,police.call,2013-01-01,,,,", "facts", 6),
    (people, facts + "\n3,11,police.kall,2013-01-01,,,,", "facts", 6),
    (people + "2,x,parent,,,\n", facts, "people", 5),
    (people + "2,22,uncle,,,\n", facts, "people", 5),
    (
      people, "family,person,kind,starts,ends,part,whole,details\n1,99,police.call,,,,,", "facts", 2
    ),
  ])
  func `says which line is wrong`(
    people: String, facts: String, table: String, line: Int
  ) throws {
    let problem = #expect(throws: CaseTableProblem.self) { try read(people, facts) }
    // A fact of a family that has gone by, or of none that comes, is told where it stands.
    if problem?.table != nil { #expect(problem?.table == table && problem?.line == line) }
  }
}
