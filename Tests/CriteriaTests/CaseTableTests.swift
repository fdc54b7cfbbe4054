import TestSupport
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
    _ people: String = people, _ facts: String = facts, piece: Int = 1_000, size: Int = 1 << 20
  ) throws -> [CaseFile] {
    let reader = CaseTableReader(try ShippedPacks.vocabulary())
    var cutter = try CaseTableCutter(
      people: pieces(people, of: piece), facts: pieces(facts, of: piece), size: size)
    var files: [CaseFile] = []
    while let piece = try cutter.next() { files.append(try reader.families(of: piece)) }
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
    #expect(try told(read(piece: size, size: 1)) == told([whole]))
  }

  /// What is told of families, in the words that do not depend on where the tables were cut.
  private struct Told: Equatable {
    let family: Int64
    let people: [Int64]
    let lines: [Int32]
    let details: [[String]]
  }

  private func told(_ files: [CaseFile]) -> [Told] {
    files.flatMap { file in
      file.families.map { family in
        Told(
          family: family.id.value, people: file.people[family.people].map(\.id.value),
          lines: file.facts[family.facts].map(\.line),
          details: file.facts[family.facts].map { fact in
            file.attributes[Int(fact.attributes.lowerBound)..<Int(fact.attributes.upperBound)].map {
              "\(file.words[$0.name])=\(file.words[$0.value])"
            }
          })
      }
    }
  }

  @Test func `wherever the tables are cut, no line is lost and no family is torn`() throws {
    var random = SplitMix64(seed: 20_130_722)
    for _ in 0..<40 {
      var (people, facts) = (
        "family,person,role,born,since,until\n",
        "family,person,kind,starts,ends,part,whole,details\n"
      )
      for family in 1...Int.random(in: 1...30, using: &random) where family % 7 != 3 {
        for person in 0..<Int.random(in: 1...4, using: &random) {
          people += "\(family),\(family * 10 + person),parent,1980-05-09,,\n"
        }
        for number in 0..<Int.random(in: 0...6, using: &random) {
          facts +=
            "\(family),\(family * 10),police.call,2013-01-0\(number + 1),,,,reason=R\(number)\n"
        }
      }
      let whole = try told(read(people, facts))
      for size in [1, 30, 90, 200, 1_000] {
        let piece = Int.random(in: 1...100, using: &random)
        #expect(try told(read(people, facts, piece: piece, size: size)) == whole)
      }
    }
  }

  @Test(
    arguments: [
      ("family,person\n", facts, "people", 1),
      (people, facts + "\n1,11,police.call,2013-01-01,,,,", "facts", 6),
      (people, facts + "\n3,11,police.kall,2013-01-01,,,,", "facts", 6),
      (people + "2,x,parent,,,\n", facts, "people", 5),
      (people + "2,22,uncle,,,\n", facts, "people", 5),
      (people + "1,13,parent,,,\n", facts, "people", 5),
      (
        people, "family,person,kind,starts,ends,part,whole,details\n1,99,police.call,,,,,", "facts",
        2
      ),
    ], [1, 1 << 20])
  func `says which line is wrong`(
    wrong: (people: String, facts: String, table: String, line: Int), size: Int
  ) throws {
    let problem = #expect(throws: CaseTableProblem.self) {
      try read(wrong.people, wrong.facts, size: size)
    }
    #expect(problem?.table == wrong.table && problem?.line == wrong.line)
  }
}
