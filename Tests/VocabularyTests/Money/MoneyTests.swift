import Testing

@testable import Vocabulary

@Suite struct PenceTests {
  private func read(_ text: String, _ rules: PenceRules) -> Result<Int64, PenceProblem> {
    Result { () throws(PenceProblem) -> Int64 in try Pence(text, rules).count }
  }

  @Test(arguments: [
    ("0", 0), ("12", 1200), ("12.5", 1250), ("12.50", 1250), ("12.500", 1250), (".50", 50),
    ("£12", 1200),
    ("£ 12", 1200), ("1,234.56", 123_456), ("£1,234,567.89", 123_456_789), ("1234.56", 123_456),
    ("-3.20", -320), ("3.20-", -320), ("-£3.20", -320), ("£-3.20", -320), ("(3.20)", -320),
    ("(£3.20)", -320), ("12.00 CR", -1200), ("12.00cr", -1200), ("12.00 DR", 1200), (" 12 ", 1200),
    ("£12.00\u{A0}CR", -1200), ("-0.00", 0), ("100000000000.00", 10_000_000_000_000), ("007", 700),
  ])
  func `reads amounts`(text: String, expected: Int64) {
    #expect(read(text, .all) == .success(expected))
  }

  @Test(arguments: [
    ("", PenceProblem.empty), ("  ", .empty), ("£", .wrongShape), ("-", .wrongShape),
    (".", .wrongShape),
    ("12.", .wrongShape), ("12.345", .fractionOfPenny), ("1,23", .wrongShape),
    ("1,2345", .wrongShape),
    ("1234,567", .wrongShape), (",123", .wrongShape), ("1,,234", .wrongShape),
    ("12.3.4", .wrongShape),
    ("twelve", .wrongShape), ("--3", .wrongShape), ("-3-", .wrongShape), ("-3 CR", .wrongShape),
    ("(3", .wrongShape), ("(-3)", .wrongShape), ("CR", .wrongShape), ("€12", .wrongShape),
    ("100000000000.01", .tooLarge), ("1000000000000", .tooLarge),
    ("99999999999999999999", .tooLarge),
    ("1.5E+06", .wrongShape), ("()", .wrongShape), ("1 234", .wrongShape),
    ("£1,234.5 6", .wrongShape),
  ])
  func `refuses the rest`(text: String, problem: PenceProblem) {
    #expect(read(text, .all) == .failure(problem))
  }

  @Test(arguments: [
    ("£12", PenceRules.poundSign), ("1,234", .thousands), ("-3", .minus), ("3-", .minus),
    ("(3)", .brackets), ("3 CR", .creditSuffix), ("3 DR", .creditSuffix),
  ])
  func `allows only what the rules say`(text: String, rule: PenceRules) {
    #expect(read(text, rule) != .failure(.wrongShape))
    #expect(read(text, PenceRules.all.subtracting(rule)) == .failure(.wrongShape))
  }

  @Test func `writes what it reads`() throws {
    for count in Array(stride(from: Int64(-250), through: 250, by: 1)) + [
      99_999, 100_000, 123_456_789,
    ] {
      let amount = Pence(count)
      #expect(try Pence(amount.text, .all) == amount)
    }
    #expect(Pence(123_456_789).text == "£1,234,567.89")
    #expect(Pence(-5).text == "-£0.05")
    #expect(Pence(100_000_007).description == "£1,000,000.07")
    #expect(Pence(.min).text == "-£92,233,720,368,547,758.08")
  }

  @Test func `counts exactly`() {
    var sum = Pence.zero
    for _ in 0..<10 { sum += Pence(10) }
    #expect(sum == Pence(100) && sum - Pence(101) == -Pence(1) && Pence(7) * 3 == Pence(21))
    #expect(Pence(-1) < .zero)
  }

  @Test func `stops at an amount that cannot be held`() async {
    await #expect(processExitsWith: .failure) { _ = Pence(.max) + Pence(1) }
  }
}

@Suite struct ProportionTests {
  @Test func `agrees with the percentage rounded down, for all small counts`() {
    for denominator in 1...24 {
      for numerator in 0...24 {
        let proportion = Proportion(numerator, of: denominator)
        for percent in [0, 10, 15, 50, 100, 150] {
          // A whole number of percent is reached if the percentage rounded down reaches it.
          let reaches = numerator * 100 / denominator >= percent
          #expect(proportion.isAtLeast(percent: percent) == Certainty(reaches))
          #expect(proportion.isBelow(percent: percent) == Certainty(!reaches))
          #expect(proportion.isAtLeast(tenthsOfPercent: percent * 10) == Certainty(reaches))
        }
      }
    }
  }

  @Test(arguments: [
    (15, 100, 150, Certainty.yes), (149, 1000, 150, .no), (1, 3, 333, .yes), (1, 3, 334, .no),
    (0, 0, 150, .cannotTell), (5, 0, 0, .cannotTell), (0, 10, 0, .yes),
    (.max, .max, 1000, .yes), (.max, .max, 1001, .no),
  ])
  func `tenths of a percent`(
    numerator: Int, denominator: Int, tenths: Int, expected: Certainty
  ) {
    let proportion = Proportion(numerator, of: denominator)
    #expect(proportion.isAtLeast(tenthsOfPercent: tenths) == expected)
    #expect(proportion.isBelow(tenthsOfPercent: tenths) == expected.negated)
  }

  @Test func `sums both counts`() {
    #expect(Proportion(3, of: 10) + Proportion(1, of: 30) == Proportion(4, of: 40))
  }

  @Test func `refuses negative counts`() async {
    await #expect(processExitsWith: .failure) { _ = Proportion(-1, of: 2) }
  }
}
