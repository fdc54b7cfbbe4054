import Testing
import Vocabulary

@testable import Intake

@Suite("Drift between extracts")
struct DriftTests {
  static func delivery(
    rows: Int = 100, columns: [Delivery.Column] = [], inBoth: Int = 0, people: Int = 0
  ) -> Delivery {
    Delivery(
      fileName: "sample_2013-07-01.csv", delivered: ReadExtract.day("2013-07-01"), isRead: true,
      accepted: rows, quarantined: 0, columns: columns, peopleInBoth: inBoth, people: people)
  }

  static func column(missing: Int, of whole: Int) -> Delivery.Column {
    Delivery.Column(name: "DOB", present: whole - missing, missing: missing, codes: [:])
  }

  static func column(_ codes: [String: Int]) -> Delivery.Column {
    Delivery.Column(
      name: "Kind", present: codes.values.reduce(0, +), missing: 0, codes: codes)
  }

  @Test("the usual number of rows is the middle of the earlier extracts")
  func usualRows() {
    let earlier = [90, 1_000, 100].map { Self.delivery(rows: $0) }
    #expect(Drift(newest: Self.delivery(), earlier: earlier).usualRows == 100)
    #expect(Drift(newest: Self.delivery(), earlier: []).usualRows == nil)
  }

  @Test("the share of people who were there before is in hundredths; of nobody, there is none")
  func overlap() {
    let before = [Self.delivery()]
    let some = Drift(newest: Self.delivery(inBoth: 199, people: 200), earlier: before)
    #expect(some.overlapHundredths == 99)
    #expect(Drift(newest: Self.delivery(), earlier: before).overlapHundredths == nil)
  }

  @Test("a column is emptied when its missing share rises by more than ten hundredths")
  func emptied() {
    func changes(_ before: Int, _ now: Int, of whole: Int = 100) -> [Drift.Change] {
      Drift(
        newest: Self.delivery(columns: [Self.column(missing: now, of: whole)]),
        earlier: [Self.delivery(columns: [Self.column(missing: before, of: whole)])]
      ).emptied
    }
    #expect(changes(5, 15) == [])
    #expect(changes(5, 16) == [Drift.Change(column: "DOB", before: 5, now: 16)])
    #expect(changes(50, 5) == [])
    #expect(changes(0, 49, of: 49) == [])
    #expect(changes(0, 50, of: 50) == [Drift.Change(column: "DOB", before: 0, now: 100)])
  }

  @Test("a mix of codes has changed when more than a fifth of it has moved, whatever its size")
  func mixed() {
    func moved(_ before: [String: Int], _ now: [String: Int]) -> [Int] {
      Drift(
        newest: Self.delivery(columns: [Self.column(now)]),
        earlier: [Self.delivery(columns: [Self.column(before)])]
      ).mixed.map(\.now)
    }
    #expect(moved(["a": 50, "b": 50], ["a": 70, "b": 30]) == [])
    #expect(moved(["a": 50, "b": 50], ["a": 71, "b": 29]) == [21])
    #expect(moved(["a": 50, "b": 50], ["a": 500, "b": 500]) == [])
    #expect(moved(["a": 100], ["b": 100]) == [100])
    #expect(moved(["a": 49], ["b": 100]) == [])
  }
}
