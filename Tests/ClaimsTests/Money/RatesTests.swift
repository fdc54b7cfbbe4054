import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("What schemes pay")
struct RatesTests {
  /// Year, fee, crime and education, progress to work, employment: in pounds.
  static let table: [(String, Int, Int, Int, Int)] = [
    ("2012/13", 3_200, 700, 100, 800), ("2013/14", 2_400, 1_500, 100, 1_600),
    ("2014/15", 1_600, 2_300, 100, 2_400),
  ]

  @Test("every row of the first phase's table", arguments: table)
  func firstPhase(year: String, fee: Int, main: Int, progress: Int, work: Int) throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    let year = try #require(FinancialYear(year))
    #expect(rates.fee(in: year) == Pence(Int64(fee * 100)))
    #expect(rates.amount(of: "crime-education", in: year) == Pence(Int64(main * 100)))
    #expect(rates.amount(of: "progress-to-work", in: year) == Pence(Int64(progress * 100)))
    #expect(rates.amount(of: "employment", in: year) == Pence(Int64(work * 100)))
  }

  @Test("fee and a whole path of results always come to the same", arguments: table)
  func wholeFamily(year: String, fee: Int, main: Int, progress: Int, work: Int) throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    let year = try #require(FinancialYear(year))
    let amount = { rates.amount(of: $0, in: year) ?? .zero }
    let fees = try #require(rates.fee(in: year))
    #expect(fees + amount("employment") == rates.wholeFamily)
    #expect(fees + amount("crime-education") + amount("progress-to-work") == rates.wholeFamily)
    #expect(rates.wholeFamily == Pence(400_000))
    // 80, 60 and 40 percent of it are the fee.
    let share = [2012: 80, 2013: 60, 2014: 40][year.start] ?? 0
    #expect(fees * 100 == Pence(400_000) * share)
  }

  @Test("no rate outside of the years")
  func outside() throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    for year in [2011, 2015] {
      #expect(rates.fee(in: FinancialYear(start: year)) == nil)
      #expect(rates.amount(of: "employment", in: FinancialYear(start: year)) == nil)
    }
  }

  @Test("second phase and Supporting Families")
  func later() throws {
    let second = try Shipped.scheme("tf2-2015").rates
    let third = try Shipped.scheme("sf-2022").rates
    for year in 2014...2024 {
      let year = FinancialYear(start: year)
      #expect(second.fee(in: year) == Pence(100_000))
      #expect(second.amount(of: "progress", in: year) == Pence(80_000))
      #expect(second.amount(of: "employment", in: year) == Pence(80_000))
      #expect(third.fee(in: year) == .zero)
      #expect(third.amount(of: "successful-outcome", in: year) == Pence(80_000))
    }
    #expect(second.wholeFamily == Pence(180_000))
  }

  @Test(
    "the fees' release by families worked with",
    arguments: [
      (0, "0 of 1"), (32, "0 of 1"), (33, "1 of 2"), (74, "1 of 2"), (75, "1 of 1"),
      (100, "1 of 1"), (120, "1 of 1"),
    ])
  func release(worked: Int, share: String) throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    let released = try #require(rates.release(worked: worked, of: 100))
    #expect("\(released.part) of \(released.whole)" == share)
    #expect(rates.release(worked: 1, of: 0) == nil)
  }

  @Test("three quarters of 530 are reached at 398 and not at 397")
  func releaseOfHampshire() throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    #expect(rates.release(worked: 398, of: 530) == Share(1, of: 1))
    #expect(rates.release(worked: 397, of: 530) == Share(1, of: 2))
  }
}

@Suite("What an authority can draw")
struct FundingTests {
  private func hampshire() throws -> Funding {
    let rates = try Shipped.scheme("tf1-2012").rates
    return try #require(
      Funding(
        families: [
          (FinancialYear(start: 2012), 530), (FinancialYear(start: 2013), 712),
          (FinancialYear(start: 2014), 348),
        ], results: ["crime-education", "progress-to-work"], rates: rates))
  }

  @Test("1,590 families of one county to the penny")
  func toThePenny() throws {
    let funding = try hampshire()
    #expect(funding.families == 1_590)
    #expect(funding.fundable == 1_325)
    #expect(funding.fees.text == "£3,301,333.33")
    #expect(funding.results.text == "£1,998,666.67")
    #expect(funding.total.text == "£5,300,000.00")
    #expect(funding.total == Pence(400_000) * funding.fundable)
    #expect(funding.lines.map(\.fees.text) == ["£1,413,333.33", "£1,424,000.00", "£464,000.00"])
  }

  @Test("random cohorts: lines add up, nothing is lost but the last part of a penny")
  func properties() throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    var random = SplitMix64(seed: 1)
    for _ in 0..<2_000 {
      let families = (2012...2014).map { (FinancialYear(start: $0), random.below(3_000)) }
      let path = random.below(2) == 0 ? ["employment"] : ["crime-education", "progress-to-work"]
      let funding = try #require(Funding(families: families, results: path, rates: rates))
      let all = families.reduce(0) { $0 + $1.1 }
      // Fee and path come to £4,000 for each family, of which five sixths are paid.
      let exact = Int64(all) * 400_000 * 5
      #expect(funding.total.count == exact / 6)
      #expect(funding.lines.reduce(Pence.zero) { $0 + $1.total } == funding.total)
      #expect(funding.fundable == all * 5 / 6)
      for (line, (year, count)) in zip(funding.lines, families) {
        let fee = try #require(rates.fee(in: year)).count * Int64(count) * 5
        #expect(abs(line.fees.count * 6 - fee) < 6 * 2)
        #expect(line.fees >= .zero && line.results >= .zero)
      }
    }
  }

  @Test("a year without a rate is no funding at all")
  func withoutRate() throws {
    let rates = try Shipped.scheme("tf1-2012").rates
    #expect(
      Funding(families: [(FinancialYear(start: 2015), 1)], results: ["employment"], rates: rates)
        == nil)
  }

  @Test("shares of every small list add up and are never a whole one off")
  func apportioning() {
    withEvery("first", 0...12) { first in
      withEvery("second", 0...12) { second in
        withEvery("whole", [1, 2, 3, 6, 7]) { whole in
          let parts = [Int64(first), Int64(second), 5]
          let shares = Apportioning.shares(of: parts, over: Int64(whole))
          checkEqual(shares.reduce(0, +), parts.reduce(0, +) / Int64(whole))
          for (part, share) in zip(parts, shares) {
            check(abs(share * Int64(whole) - part) < Int64(whole), "\(share) of \(part)")
          }
        }
      }
    }
  }
}

@Suite("Falls by a share")
struct ShareTests {
  @Test(
    "the published small counts",
    arguments: [
      (1, 3, 1, 0, true), (1, 3, 2, 1, true), (1, 3, 3, 2, true), (1, 3, 4, 3, false),
      (3, 5, 1, 0, true), (3, 5, 2, 0, true), (3, 5, 3, 1, true), (3, 5, 4, 1, true),
      (3, 5, 5, 2, true), (3, 5, 2, 1, false), (3, 5, 3, 2, false), (3, 5, 4, 2, false),
      (3, 5, 5, 3, false), (1, 3, 6, 4, true), (1, 3, 6, 5, false), (1, 3, 5, 4, false),
    ])
  func small(part: Int, whole: Int, base: Int, now: Int, holds: Bool) throws {
    let share = try #require(Share(part, of: whole))
    #expect(share.isFall(from: base, to: now) == holds)
  }

  @Test("every count to 60 agrees with the two inequalities of the rules")
  func inequalities() throws {
    let third = try #require(Share(1, of: 3))
    let sixty = try #require(Share(3, of: 5))
    withEvery("base", 0...60) { base in
      withEvery("now", 0...60) { now in
        checkEqual(third.isFall(from: base, to: now), 3 * now <= 2 * base)
        checkEqual(sixty.isFall(from: base, to: now), 5 * now <= 2 * base)
        // A base of twelve months counts half.
        checkEqual(
          third.isFall(from: base, in: 12, to: now, in: 6), 3 * now * 2 <= 2 * base)
      }
    }
  }

  @Test("what is no share")
  func none() {
    #expect(Share(1, of: 0) == nil)
    #expect(Share(4, of: 3) == nil)
    #expect(Share(-1, of: 3) == nil)
  }
}
