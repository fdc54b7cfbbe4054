import Testing
import Vocabulary

@testable import Journeys

/// Costs are exact, none is added twice, and what has no cost is said to have none.
@Suite struct CostTests {
  @Test func upratingAgreesWithTheSource() throws {
    let table = try Shipped.costs()
    // The source's own column in prices of 2015/16, in pence; its deflator has more decimals than it prints.
    let expected: [String: Int64] = [
      "crime.average": 66_337, "dv.incident": 283_648, "prison.adult": 3_484_038,
      "youth.first_time_entrant": 361_967, "yoi.15_17": 9_774_074, "truancy.persistent": 187_793,
      "exclusion.permanent": 1_147_295, "csc.referral": 13_097, "caf.6_months": 165_027,
      "cin.6_months": 162_610, "lac.average": 5_267_564, "eviction.complex": 727_642,
      "homeless.application": 272_430, "temp.hostel": 11_704, "ae.attendance": 11_664,
      "outpatient": 11_447,
      "camhs.case": 517_166, "mh.community": 16_694, "drug.treatment": 274_235,
      "fire.response": 365_872,
      "asb.simple": 4_713, "asb.further_action": 67_323, "cp.core_assessment": 115_133,
    ]
    for (key, pence) in expected {
      let cost = try #require(table.cost(of: key), "\(key)")
      #expect(abs(cost.amount.count - pence) * 100_000 <= pence, "\(key)")
    }
  }

  @Test func upratingRoundsOnceToTheNearestPenny() {
    let deflator = Deflator([
      Deflator.Index(year: "2010/11", thousandths: 200_000),
      Deflator.Index(year: "2015/16", thousandths: 300_000),
      Deflator.Index(year: "2016/17", thousandths: 300_001),
    ])
    #expect(deflator.uprate(Pence(101), from: "2010/11", to: "2015/16") == Pence(152))
    #expect(deflator.uprate(Pence(-101), from: "2010/11", to: "2015/16") == Pence(-151))
    #expect(deflator.uprate(Pence(100), from: "2010/11", to: "2015/16") == Pence(150))
    #expect(deflator.uprate(Pence(7), from: "2011/12", to: "2015/16") == nil)
  }

  @Test func everyCostOfTheVocabularyHasARow() throws {
    let table = try Shipped.costs()
    for key in Shipped.vocabulary.kinds.compactMap(\.cost) {
      #expect(table.cost(of: key) != nil, "\(key)")
    }
  }

  private func costs(_ describe: (inout CaseBuilder, Int) -> Void) throws -> JourneyCosts {
    var builder = CaseBuilder()
    let child = builder.person(
      born: date("2002-03-15"), role: .dependentChild, days: days("2002-03-15"))
    describe(&builder, child)
    builder.endFamily()
    builder.cover(days("2000-01-01", "2013-07-22"))
    var engine = JourneyEngine(
      try Shipped.rules(), costs: try Shipped.costs(), vocabulary: Shipped.vocabulary,
      file: builder.file, asOf: day("2013-07-22"))
    return try #require(engine.journey(of: builder.file.families[0]).costs)
  }

  @Test func aFamilyOfNothingCostsNothingThatIsKnown() throws {
    let costs = try costs { _, _ in }
    #expect(costs.total == .zero)
    #expect(costs.basis == "based on 0 of 0 events costed")
  }

  @Test func oneIncidentIsPaidOnceWhoeverTellsIt() throws {
    let costs = try costs { builder, child in
      builder.fact("police.domestic.incident", date("2012-05-03"), with: [("incident", "A1")])
      builder.fact(
        "police.offence.proven", of: child, date("2012-05-03"), with: [("crime", "C9")])
      builder.fact(
        "housing.antisocial.against", of: child, date("2012-05-03"), with: [("case", "7")])
    }
    #expect(costs.total == Pence(283_648))
    #expect(costs.overlapping == 2)
    #expect(costs.costed == 3)
  }

  @Test func twoNumbersOfOneSortAreTwoMattersOfOneDay() throws {
    for isFirst in [true, false] {
      let costs = try costs { builder, child in
        let crimes = isFirst ? ["C8", "C9"] : ["C9", "C8"]
        for crime in crimes + ["C8"] {
          builder.fact(
            "police.offence.proven", of: child, date("2012-05-03"), with: [("crime", crime)])
        }
        builder.fact(
          "housing.antisocial.against", of: child, date("2012-05-03"), with: [("case", "7")])
        builder.fact("police.antisocial.incident", of: child, date("2012-05-03"))
      }
      #expect(costs.total == Pence(66_337 * 2))
      #expect(costs.overlapping == 3)
    }
  }

  @Test func theDearestOfEachSortIsOfOneMatter() throws {
    let costs = try costs { builder, child in
      builder.fact("police.domestic.incident", date("2012-05-03"), with: [("incident", "A1")])
      builder.fact("police.antisocial.incident", date("2012-05-03"), with: [("incident", "A0")])
      builder.fact(
        "police.offence.proven", of: child, date("2012-05-03"), with: [("crime", "C9")])
    }
    #expect(costs.total == Pence(283_648 + 4_713))
  }

  @Test func anotherDayIsAnotherIncident() throws {
    let costs = try costs { builder, _ in
      builder.fact("police.domestic.incident", date("2012-05-03"), with: [("incident", "A1")])
      builder.fact("police.domestic.incident", date("2012-05-04"), with: [("incident", "A2")])
    }
    #expect(costs.total == Pence(567_296))
  }

  @Test func whatHasNoCostIsSaidToHaveNone() throws {
    let costs = try costs { builder, child in
      builder.fact("social-care.protection-plan", of: child, date("2012-05-03"))
      builder.fact("social-care.referral", of: child, date("2012-05-03"))
    }
    #expect(costs.basis == "based on 1 of 2 events costed")
    #expect(costs.notCosted.map(\.kind) == [Shipped.kind("social-care.protection-plan")])
  }

  @Test func anEpisodeIsPaidByItsDaysAndCutWhereTheJourneyIs() throws {
    let costs = try costs { builder, child in
      builder.fact("education.exclusion.fixed", of: child, date("2012-01-10"))
      builder.fact(
        "housing.temporary", of: child, date("2012-01-01"), to: date("2012-01-14"))
    }
    // Fourteen days at 117.04 a week, nine of them before the first sign.
    #expect(costs.total(in: .before) == Pence(15_048))
    #expect(costs.total(in: .between) == Pence(8_360))
  }

  @Test func aPlanIsTheFamilysAndPaidOnce() throws {
    let costs = try costs { builder, child in
      for group in ["G1", "G1", "G2"] {
        builder.fact(
          "early-help.plan", of: child, date("2012-05-03"), to: date("2012-09-03"),
          with: [("group", group)])
      }
    }
    #expect(costs.total == Pence(165_027 * 2))
  }

  @Test func benefitsAreInNoSum() throws {
    let costs = try costs { builder, child in
      builder.fact("dwp.benefit.out-of-work", of: child, date("2012-05-03"))
    }
    #expect(costs.events == 0)
  }

  @Test func truancyCountsFromTheShareOfTheTable() throws {
    func absence(_ part: Int) throws -> Pence {
      try costs { builder, child in
        builder.fact(
          "education.absence.unauthorised", of: child, date("2012-01-01"), to: date("2012-03-13"),
          part: part, whole: 100)
      }.total
    }
    #expect(try absence(14) == .zero)
    // Seventy-three days are a fifth of a year.
    #expect(try absence(15) == Pence(37_559))
  }
}
