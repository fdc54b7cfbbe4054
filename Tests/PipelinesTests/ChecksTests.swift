import Intake
import Store
import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Pipelines

/// What is said of a series, on both sides of every threshold.
@Suite struct ChecksTests {
  private static let asOf = day("2013-07-22")

  /// A contract with a few lines changed.
  private static func contract(_ changes: [(String, String)] = []) throws -> SourceContract {
    try withTemporaryFolder { folder in
      let tiny = try TinyPipeline(in: folder)
      for (old, new) in changes { try tiny.edit("council/sources/exclusions.yaml", old, new) }
      return try #require(try tiny.load().definition.contracts.first)
    }
  }

  private static func delivery(
    _ asOf: String = "2013-07-01", accepted: Int = 100, quarantined: Int = 0,
    columns: [Delivery.Column] = [], inBoth: Int = 90, people: Int = 100
  ) -> Delivery {
    Delivery(
      fileName: "exclusions_\(asOf).csv", delivered: day(asOf), isRead: true, accepted: accepted,
      quarantined: quarantined, columns: columns, peopleInBoth: inBoth, people: people)
  }

  private static func codes(
    _ contract: SourceContract, _ deliveries: [Delivery], asOf: Day = asOf
  ) -> [String] {
    SourceJudgement(contract, deliveries, asOf: asOf).findings.map { "\($0.severity) \($0.code)" }
  }

  // MARK: Freshness

  @Test(arguments: [
    ("2013-07-01", "fresh", [String]()), ("2013-08-15", "fresh", []),
    ("2013-08-16", "warn", ["warning stale-warning"]),
    ("2013-10-09", "warn", ["warning stale-warning"]),
    ("2013-10-10", "stale", ["error stale"]), ("2020-01-01", "stale", ["error stale"]),
  ])
  func `an extract is old on the day after its time is out`(
    _ asOf: String, _ state: String, _ codes: [String]
  ) throws {
    let contract = try Self.contract()
    let judgement = SourceJudgement(contract, [Self.delivery()], asOf: day(asOf))
    #expect(judgement.state.state == state)
    #expect(judgement.findings.map { "\($0.severity) \($0.code)" } == codes)
    #expect(judgement.state.ageDays == day("2013-07-01").days(until: day(asOf)))
    #expect(judgement.state.due == "2013-08-01")
  }

  @Test func `months are counted by the calendar`() throws {
    let contract = try Self.contract([("45 days", "1 month"), ("100 days", "1 year")])
    let end = [Self.delivery("2013-01-31")]
    #expect(Self.codes(contract, end, asOf: day("2013-02-28")) == [])
    #expect(Self.codes(contract, end, asOf: day("2013-03-01")) == ["warning stale-warning"])
    #expect(Self.codes(contract, end, asOf: day("2014-01-31")) == ["warning stale-warning"])
    #expect(Self.codes(contract, end, asOf: day("2014-02-01")) == ["error stale"])
  }

  @Test func `what was not read does not make a series fresh`() throws {
    var refused = Self.delivery("2013-07-20")
    refused.isRead = false
    let contract = try Self.contract()
    let judgement = SourceJudgement(contract, [refused, Self.delivery()], asOf: Self.asOf)
    #expect(judgement.state.newest == "2013-07-01")
    #expect(Self.codes(contract, [refused]) == ["error missing-extract"])
    let optional = try Self.contract([("every: month", "every: month\n  required: false")])
    #expect(Self.codes(optional, [refused]) == [])
    #expect(SourceJudgement(optional, [], asOf: Self.asOf).state.state == "not-due")
  }

  @Test func `quiet months, whose files are alike to the byte, keep a series of increments fresh`()
    async throws
  {
    try await withTiny { tiny in
      try tiny.edit(
        "council/sources/reports.yaml", "every: quarter",
        "every: month\n  rows: {least: 0}\n  warn_after: 45 days\n  error_after: 60 days")
      for month in ["05", "06", "07"] {
        try tiny.deliver("reports 01-\(month)-2013.csv", "Ref,Name,Date\n")
      }
      let outcome = try await tiny.run()
      #expect(outcome.ending == .published)
      #expect(outcome.findings.map(\.code) == [])
      let state = "SELECT state, newest, rows FROM source_state WHERE source_name = 'reports'"
      #expect(try tiny.query(state, in: outcome.run) == ["fresh|2013-07-01|0"])
    }
  }

  // MARK: Tolerances

  @Test(arguments: [
    (0, "30%", "60%", [String]()), (30, "30%", "60%", []),
    (31, "30%", "60%", ["warning too-many-rejected"]),
    (60, "30%", "60%", ["warning too-many-rejected"]),
    (61, "30%", "60%", ["error too-many-rejected"]), (20, "20", "40", []),
    (21, "20", "40", ["warning too-many-rejected"]), (41, "20", "40", ["error too-many-rejected"]),
    (0, "0%", "0%", []), (1, "0%", "0%", ["error too-many-rejected"]),
    (1, "1%", "1.01%", []), (2, "1%", "1.99%", ["error too-many-rejected"]),
    (2, "1%", "2%", ["warning too-many-rejected"]),
  ])
  func `so many of a hundred rows may be rejected`(
    _ rejected: Int, _ warn: String, _ error: String, _ codes: [String]
  ) throws {
    let contract = try Self.contract([
      ("footer:", "rejected: {warn_over: \(warn), error_over: \(error)}\nfooter:")
    ])
    let newest = Self.delivery(accepted: 100 - rejected, quarantined: rejected)
    #expect(Self.codes(contract, [newest]) == codes)
    // Every extract is judged, since each is in the run.
    #expect(Self.codes(contract, [Self.delivery(), newest]) == codes)
  }

  @Test func `a series that says nothing of rejections tolerates few`() async throws {
    try await withTiny { tiny in
      try tiny.edit(
        "council/pipeline.yaml", "defaults:\n  rejected: {warn_over: 30%, error_over: 60%}", "")
      let contract = try #require(try tiny.load().definition.contracts.first)
      #expect(contract.rejected == .usual)
      let none = Self.delivery(accepted: 0, quarantined: 5_000)
      #expect(Self.codes(contract, [none]) == ["error too-many-rejected"])
      // What is said of one limit leaves the other.
      try tiny.edit(
        "council/sources/exclusions.yaml", "footer:", "rejected: {warn_over: 5%}\nfooter:")
      let stricter = try #require(try tiny.load().definition.contracts.first)
      #expect(Self.codes(stricter, [none]) == ["error too-many-rejected"])
      #expect(stricter.rejected.warnOver?.text == "5%")
    }
  }

  @Test(arguments: [
    (0, 0, "", ["warning no-rows"]), (1, 0, "", []), (0, 0, "{least: 0}", []),
    (0, 3, "{least: 0}", ["warning all-rejected"]), (0, 3, "", ["warning all-rejected"]),
    (1, 3, "", []),
  ])
  func `a file of which nothing was accepted is told`(
    _ accepted: Int, _ quarantined: Int, _ rows: String, _ codes: [String]
  ) throws {
    let contract = try Self.contract(
      [("footer:", "rejected: {warn_over: 1% and 5, error_over: 1% and 5}\nfooter:")]
        + (rows.isEmpty ? [] : [("every: month", "every: month\n  rows: \(rows)")]))
    let newest = Self.delivery(accepted: accepted, quarantined: quarantined)
    #expect(Self.codes(contract, [newest, Self.delivery()]) == codes)
  }

  // MARK: Drift

  private static func column(
    present: Int, missing: Int, _ codes: [String: Int] = [:]
  ) -> Delivery.Column {
    Delivery.Column(name: "Category", present: present, missing: missing, codes: codes)
  }

  @Test(arguments: [
    (0, 10, false), (0, 11, true), (5, 15, false), (5, 16, true), (50, 10, false),
    (90, 100, false), (89, 100, true),
  ])
  func `a column is emptied when more than ten in a hundred more are missing`(
    _ before: Int, _ now: Int, _ warns: Bool
  ) throws {
    let deliveries = [now, before].map { missing in
      Self.delivery(columns: [Self.column(present: 100 - missing, missing: missing)])
    }
    #expect(
      try Self.codes(Self.contract(), deliveries)
        == (warns ? ["warning missing-values-change"] : []))
  }

  @Test(arguments: [
    (50, 70, false), (50, 71, true), (50, 30, false), (50, 29, true), (0, 20, false),
    (0, 21, true),
  ])
  func `a mix of codes moves when more than twenty in a hundred change`(
    _ before: Int, _ now: Int, _ warns: Bool
  ) throws {
    let deliveries = [now, before].map { fixed in
      Self.delivery(
        columns: [
          Self.column(present: 100, missing: 0, ["fixed": fixed, "permanent": 100 - fixed])
        ])
    }
    #expect(
      try Self.codes(Self.contract(), deliveries) == (warns ? ["warning code-mix-change"] : []))
  }

  @Test(arguments: [(49, false), (50, true)])
  func `few values tell nothing of a mix or of what is missing`(
    _ values: Int, _ warns: Bool
  ) throws {
    let contract = try Self.contract()
    let emptied = [
      Self.delivery(columns: [Self.column(present: 0, missing: values)]),
      Self.delivery(columns: [Self.column(present: values, missing: 0)]),
    ]
    #expect(Self.codes(contract, emptied).isEmpty == !warns)
    let mixed = ["fixed", "permanent"].map { code in
      Self.delivery(columns: [Self.column(present: values, missing: 0, [code: values])])
    }
    #expect(Self.codes(contract, mixed).isEmpty == !warns)
  }

  @Test(arguments: [(100, false), (80, false), (79, true), (120, false), (121, true)])
  func `the number of rows is held against the middle of the earlier ones`(
    _ rows: Int, _ warns: Bool
  ) throws {
    let contract = try Self.contract([("every: month", "every: month\n  change: 20%")])
    let earlier = [10, 100, 1_000].map { Self.delivery(accepted: $0) }
    let judgement = SourceJudgement(
      contract, [Self.delivery(accepted: rows)] + earlier, asOf: Self.asOf)
    #expect(judgement.state.usualRows == 100)
    #expect(judgement.findings.map(\.code) == (warns ? ["row-count-change"] : []))
    #expect(Self.codes(contract, [Self.delivery(accepted: rows)]) == [])
  }

  @Test(arguments: [(50, 100, false), (49, 100, true), (0, 50, true), (0, 49, false)])
  func `a whole list keeps half of the people's details of the one before`(
    _ inBoth: Int, _ people: Int, _ warns: Bool
  ) throws {
    let deliveries = [Self.delivery(inBoth: inBoth, people: people), Self.delivery()]
    let codes = try Self.codes(Self.contract(), deliveries)
    #expect(codes == (warns ? ["warning people-change"] : []))
    let increment = try Self.contract([("contents: snapshot", "contents: increment")])
    #expect(Self.codes(increment, deliveries) == [])
  }

  // MARK: False alarms

  /// Months in which nothing happens but chance: at most 1 in 100 of them may warn.
  @Test func `two hundred quiet months raise no more than two alarms`() throws {
    let contract = try Self.contract([("every: month", "every: month\n  change: 20%")])
    var random = SplitMix64(seed: 2_013)
    var deliveries: [Delivery] = []
    var alarms = 0
    for _ in 0..<200 {
      // 400 rows give or take 10%; each cell is missing with 4%, and a third of the codes are of one kind.
      let rows = 360 + random.below(81)
      let missing = (0..<rows).count { _ in random.below(100) < 4 }
      let fixed = (0..<rows - missing).count { _ in random.below(3) == 0 }
      let inBoth = (0..<rows).count { _ in random.below(100) < 85 }
      let rejected = (0..<rows).count { _ in random.below(200) == 0 }
      let column = Self.column(
        present: rows - missing, missing: missing,
        ["fixed": fixed, "permanent": rows - missing - fixed])
      let newest = Self.delivery(
        accepted: rows - rejected, quarantined: rejected, columns: [column], inBoth: inBoth,
        people: rows)
      deliveries = [newest] + deliveries.prefix(11)
      if !Self.codes(contract, deliveries).isEmpty { alarms += 1 }
    }
    #expect(alarms <= 2)
  }

  /// The same measure with changes that a person should see: each is seen in every month.
  @Test func `a column cut to a half, or half of the rows, raises the alarm every time`() throws {
    let contract = try Self.contract([("every: month", "every: month\n  change: 20%")])
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let rows = 360 + random.below(81)
      let quiet = Self.delivery(
        accepted: rows, columns: [Self.column(present: rows, missing: 0)], inBoth: rows,
        people: rows)
      let emptied = Self.delivery(
        accepted: rows, columns: [Self.column(present: rows / 2, missing: rows - rows / 2)],
        inBoth: rows, people: rows)
      let halved = Self.delivery(accepted: rows / 2, inBoth: rows / 2, people: rows / 2)
      #expect(Self.codes(contract, [emptied, quiet]) == ["warning missing-values-change"])
      #expect(Self.codes(contract, [halved, quiet]) == ["warning row-count-change"])
    }
  }
}
