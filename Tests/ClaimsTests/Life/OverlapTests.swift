import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("Claimed once")
struct OverlapTests {
  @Test("another reference, the same child")
  func person() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen(family: 1, people: [1, 2])) == nil)
    #expect(claiming.submit(1) == nil)
    let refusal = claiming.prepare(Claiming.frozen(family: 2, people: [2, 3]))
    #expect(refusal?.code == .claimedAlready)
    #expect(refusal?.words == "1 person of it is counted already in C00001")
    #expect(claiming.prepare(Claiming.frozen(family: 3, people: [4, 5])) == nil)
  }

  @Test("the family's later names, by merge and by split")
  func families() throws {
    for steps in [[(1, 9)], [(1, 8), (8, 9)], [(9, 1)]] as [[(Int64, Int64)]] {
      var claiming = try Claiming()
      #expect(claiming.prepare(Claiming.frozen(family: 1, people: [1])) == nil)
      #expect(claiming.submit(1) == nil)
      for (from, to) in steps { claiming.lineage.families.add(.init(from: from, to: to)) }
      let refusal = claiming.prepare(Claiming.frozen(family: 9, people: [7]))
      #expect(refusal?.words == "the family is claimed already in C00001")
    }
  }

  @Test("two parts of a family that came apart before it was claimed")
  func parts() throws {
    var claiming = try Claiming()
    claiming.lineage.families.add(.init(from: 1, to: 2))
    claiming.lineage.families.add(.init(from: 1, to: 3))
    #expect(claiming.prepare(Claiming.frozen(family: 2, people: [1])) == nil)
    #expect(claiming.submit(1) == nil)
    #expect(claiming.prepare(Claiming.frozen(family: 3, people: [2])) == nil)
    #expect(claiming.submit(2) == nil)
  }

  @Test("a person's other names")
  func people() throws {
    for (steps, isBarred) in [
      ([(1, 5)], true), ([(5, 1)], true), ([(1, 6), (6, 5)], true), ([(4, 1), (4, 5)], false),
    ] as [([(Int64, Int64)], Bool)] {
      var claiming = try Claiming()
      #expect(claiming.prepare(Claiming.frozen(family: 1, people: [1])) == nil)
      #expect(claiming.submit(1) == nil)
      for (from, to) in steps { claiming.lineage.people.add(.init(from: from, to: to)) }
      let refusal = claiming.prepare(Claiming.frozen(family: 2, people: [5]))
      #expect((refusal?.code == .claimedAlready) == isBarred)
    }
  }

  @Test("a person whose id was lost, by a record of theirs")
  func records() throws {
    var claiming = try Claiming()
    var first = Claiming.frozen(family: 1, people: [1])
    first.people[0].records = [RecordKey(7), RecordKey(8)]
    var second = Claiming.frozen(family: 2, people: [2])
    second.people[0].records = [RecordKey(8)]
    #expect(claiming.prepare(first) == nil)
    #expect(claiming.prepare(second)?.words == "1 person of it is counted already in C00001")
    second.people[0].records = [RecordKey(9)]
    #expect(claiming.prepare(second) == nil)
  }

  @Test("across phases: the second bars what the first claimed, and so does the third")
  func phases() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen()) == nil)
    #expect(claiming.submit(1) == nil)
    let second = Claiming.frozen(scheme: "tf2-2015", result: "progress", amount: 80_000)
    #expect(claiming.prepare(second, window: "2015-09")?.code == .claimedAlready)
    let third = Claiming.frozen(
      scheme: "sf-2022", path: "supporting-families", result: "successful-outcome")
    #expect(claiming.prepare(third, window: "2023-03")?.code == .claimedAlready)
    claiming.rules.schemes["sf-2022"]?.barredBy = []
    #expect(claiming.prepare(third, window: "2023-03") == nil)
  }

  @Test("two drafts, of which the families merged before the second was submitted")
  func late() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen(family: 1, people: [1])) == nil)
    #expect(claiming.prepare(Claiming.frozen(family: 2, people: [2])) == nil)
    #expect(claiming.sign(1) == nil && claiming.sign(2) == nil)
    claiming.lineage.people.add(.init(from: 1, to: 3))
    claiming.lineage.people.add(.init(from: 2, to: 3))
    // 1 and 2 are both 3 now, and 3 came from 1: each reaches the other through it.
    #expect(claiming.say(1, .submitted) == nil)
    #expect(claiming.say(2, .submitted)?.code == .claimedAlready)
  }

  @Test("two submitted claims that become one are told, and both stay")
  func conflicts() throws {
    var claiming = try Claiming()
    #expect(claiming.prepare(Claiming.frozen(family: 1, people: [1])) == nil)
    #expect(claiming.prepare(Claiming.frozen(family: 2, people: [2])) == nil)
    #expect(claiming.submit(1) == nil && claiming.submit(2) == nil)
    #expect(claiming.book.conflicts(lineage: claiming.lineage, rules: claiming.rules).isEmpty)
    claiming.lineage.families.add(.init(from: 1, to: 3))
    claiming.lineage.families.add(.init(from: 2, to: 3))
    let found = claiming.book.conflicts(lineage: claiming.lineage, rules: claiming.rules)
    #expect(found.count == 1)
    #expect(claiming.book.all.filter(\.occupies).count == 2)
  }
}
