import Testing
import Vocabulary

@testable import Cohorts

@Suite("Lives follow families to the ids that they have now")
struct CarryingTests {
  /// Entries as the ledger holds them, judged by nobody.
  private func entry(_ family: Int64, _ event: CohortEvent, _ on: String) -> CohortEntry {
    CohortEntry(family: FamilyID(family), on: day(on), by: "mary", event: event)
  }

  private func attached(_ family: Int64) -> [CohortEntry] {
    [
      entry(family, .identified(area: "north"), "2012-07-01"),
      entry(family, .confirmed, "2012-08-01"),
      entry(family, Lives.attachment(), "2012-09-01"),
    ]
  }

  private func book(_ entries: [CohortEntry], _ successors: [Int64: Int64] = [:]) -> CohortBook {
    var map: [FamilyID: FamilyID] = [:]
    for (from, to) in successors { map[FamilyID(from)] = FamilyID(to) }
    return CohortBook(entries, successors: map)
  }

  @Test("without a merger the entries fold as they always do")
  func plain() {
    let entries = attached(1) + [entry(2, .identified(area: "south"), "2012-07-01")]
    var replayed = CohortBook()
    replayed.replay(entries)
    #expect(book(entries).lives == replayed.lives)
    #expect(book(entries).contested == [])
  }

  @Test("a life goes on under the id that its family became part of, by either id")
  func followed() {
    let later = [entry(1, .planned, "2012-10-01"), entry(7, .assessed, "2012-11-01")]
    let book = book(attached(1) + later, [1: 7])
    #expect(book.lives.map(\.family) == [FamilyID(7)])
    #expect(book.lives.map(\.status) == [.attached])
    // What was entered under the new id, which never came in by itself, belongs to the same life.
    #expect(book[FamilyID(7)]?.planned == day("2012-10-01"))
    #expect(book[FamilyID(7)]?.assessed == day("2012-11-01"))
    #expect(book[FamilyID(1)] == book[FamilyID(7)])
  }

  @Test("of two lives the one that came further is the family's, until somebody ends one")
  func contested() {
    let other = [entry(7, .identified(area: "south"), "2012-07-01")]
    let both = book(attached(1) + other, [1: 7])
    #expect(both.contested == [FamilyID(7)])
    #expect(both.lives.map(\.status) == [.attached])
    #expect(both.lives.map(\.family) == [FamilyID(7)])
    // The order in which the two were entered changes nothing.
    #expect(book(other + attached(1), [1: 7]).lives == both.lives)
    // The life that gave way keeps the id that it had, and is ended under it.
    let third = [entry(3, .identified(area: "north"), "2012-07-01")]
    let three = book(attached(1) + third, [1: 7, 3: 7])
    #expect(three.contested == [FamilyID(7)])
    #expect(three[FamilyID(3)]?.status == .identified)
    let settled = book(attached(1) + third + [entry(3, .declined, "2012-10-01")], [1: 7, 3: 7])
    #expect(settled.contested == [])
    #expect(settled.lives.map(\.status) == [.attached])
  }

  @Test("who may be entered is judged by the life that the family has now")
  func judged() throws {
    var book = book(attached(1), [1: 7])
    let programme = Lives().programme
    #expect(throws: CohortRefusal.self) {
      try book.take(entry(7, .confirmed, "2012-12-01"), in: programme)
    }
    try book.take(entry(7, .planned, "2012-12-01"), in: programme)
    #expect(book[FamilyID(1)]?.planned == day("2012-12-01"))
  }
}
