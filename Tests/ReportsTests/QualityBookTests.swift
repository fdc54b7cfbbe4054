import Testing

@testable import Reports
@testable import Store

@Suite struct QualityBookTests {
  private func book() throws -> ReportBook {
    let people = PeopleSummary(
      facts: [
        "model": "people", "model_version": "1", "records": "1000", "people": "400",
        "pairs_possible": "499500", "pairs_compared": "4995", "join_probability": "0.6",
      ], sources: [.init(source: "a", title: "A", records: 1_000, people: 400, onlyHere: 3)],
      sizes: [], levels: [],
      rules: [.init(rule: "born, surname", pairs: 4_000, largestBlock: 12)],
      noteCounts: [], notes: [])
    let quality = LinkageQuality(
      joined: 800, expectedWrong: 7_600_000, apart: 200, expectedMissed: 20_499_999, decided: 50,
      groups: [
        .init(kind: "Sex", name: "female", people: 210, linked: 200),
        .init(kind: "Sex", name: "male", people: 188, linked: 150),
        .init(kind: "Sex", name: "", people: 2, linked: 1),
        .init(kind: "Born", name: "1980s", people: 400, linked: 200),
      ],
      sources: [.init(title: "A", records: 1_000, born: 990, sex: 0, postcode: 500, number: 250)])
    return QualityBook(run: try SampleRun.picture(), people: people, quality: quality).book
  }

  @Test func theStatementHasTheItemsThatAreAskedFor() throws {
    let words = try book().sections.flatMap(\.paragraphs).joined(separator: " ")
    for item in [
      "the model people version 1", "4,995 had something in common", "from a probability of 0.6",
      "Clerical share: 50 of 1,000 pairs that were kept, 5%", "They are no measurement",
    ] { #expect(words.contains(item), "\(item)") }
    #expect(try book().figures[0].figure == "99.1%")
  }

  @Test func errorsAreRoundedAndNeverLost() throws {
    let table = try #require(try book().tables.first { $0.name == "linkage-errors" })
    #expect(table.rows.map { $0[2] } == [.number(8), .number(20)])
  }

  /// Two people whose sex is not known are hidden, and so is another group, from which they could be worked out.
  @Test func aSmallGroupTakesAnotherWithIt() throws {
    let table = try #require(try book().tables.first { $0.name == "linkage-groups" })
    #expect(table.rows.map { $0[2] } == [.number(210), .suppressed, .suppressed, .number(400)])
    #expect(table.rows[3][4] == .share(Share(200, of: 400)))
    #expect(table.rows[3][5] == .share(Share(450, of: 1_000)))
  }

  @Test func whatChangedIsToldWithItsSign() throws {
    func night(_ counts: [(String, Int)], _ sources: [String: Int]) -> NightFigures {
      NightFigures(
        asOf: "2013-07-21", figures: counts.map { .init(words: $0.0, count: $0.1) },
        sources: sources)
    }
    let book = ChangeBook(
      run: try SampleRun.picture(), before: night([("Families", 10)], ["A": 5]),
      now: night([("Families", 8), ("Claims", 1)], ["B": 7]),
      lineage: [.init(subject: "family", event: "merged", count: 2)]
    ).book
    let figures = try #require(book.tables.first)
    #expect(
      figures.rows == [
        [.text("Families"), .number(10), .number(8), .number(-2)],
        [.text("Claims"), .none, .number(1), .none],
      ])
    #expect(book.figures[1].figure == "−2")
    #expect(book.tables[1].rows.map { $0[3] } == [.none, .none])
    #expect(book.tables[2].rows == [[.text("Families"), .text("Merged"), .number(2)]])
  }
}
