import Testing
import Vocabulary

@testable import Criteria

/// Since when families meet what makes them eligible.
struct FirstMetTests {
  @Test func `is the first end of a month at which the pack says so`() throws {
    var sum = (found: 0, exact: 0)
    for name in ShippedPacks.names {
      let found = try compared(name)
      sum.found += found.count
      sum.exact += found.count(where: \.isExact)
    }
    #expect(sum.exact > 0 && sum.found > sum.exact, "a test that sees no case says nothing")
  }

  /// What the engine finds of a pack, after it was compared.
  private func compared(_ name: String) throws -> [FirstMet] {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack(name, vocabulary)
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    var invented = InventedFamilies(pack, vocabulary, terms, seed: 5)
    let date = pack.setting.date
    let file = invented.file(at: date, families: 12)
    var answers: [FirstMet] = []
    // What makes a family eligible, and some criteria that it is made of.
    let eligible = try #require(pack.eligibility.flatMap { pack.place(of: $0) })
    for criterion in Set([eligible, 0, pack.criteria.count / 2]).sorted() {
      let all = Array(file.families.indices)
      let found = engine.firstMet(criterion, by: all, of: file, until: date)
      for family in all {
        let plain = plainly(criterion, family, engine, file, date)
        #expect(found.first { $0.family == family } == plain, "\(pack.criteria[criterion].name)")
      }
      answers += found
    }
    return answers
  }

  /// One month after the other, each asked of the whole file.
  private func plainly(
    _ criterion: Int, _ family: Int, _ engine: CriteriaEngine, _ file: CaseFile, _ date: Day
  ) -> FirstMet? {
    var before = FindingState.cannotTell
    for back in (0..<60).reversed() {
      let start = date.adding(days: 1 - date.day).adding(months: -back)
      let end = back == 0 ? date : start.adding(months: 1).adding(days: -1)
      var alone = file
      alone.families = [file.families[family]]
      let state = engine.findings(for: alone, at: end).findings
        .first { Int($0.criterion) == criterion }?.state
      if state == .met {
        let month = DayInterval(first: start, last: end) ?? DayInterval(start)
        return FirstMet(family: family, month: month, isExact: before != .cannotTell)
      }
      before = state ?? .notApplicable
    }
    return nil
  }
}
