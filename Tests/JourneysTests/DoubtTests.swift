import Testing
import Vocabulary

@testable import Journeys

/// A sign that may have been earlier than it certainly was says so.
@Suite struct DoubtTests {
  private func journey(
    _ describe: (inout CaseBuilder, Int) -> Void
  ) throws -> (Journey, JourneyRules) {
    var builder = CaseBuilder()
    let child = builder.person(
      born: date("2002-03-15"), role: .dependentChild, days: days("2002-03-15"))
    describe(&builder, child)
    builder.endFamily()
    builder.cover(days("2000-01-01", "2013-07-22"))
    let rules = try Shipped.rules()
    var engine = JourneyEngine(
      rules, costs: nil, vocabulary: Shipped.vocabulary, file: builder.file,
      asOf: day("2013-07-22"))
    return (engine.journey(of: builder.file.families[0]), rules)
  }

  private func seen(
    _ step: String, _ journey: Journey, _ rules: JourneyRules
  ) -> [String] {
    journey.occurrences.filter { rules.triggers[$0.trigger].steps[$0.step].id == step }
      .map { "\($0.date.dateText)\($0.isCertain ? "" : " perhaps")" }
  }

  @Test func aFirstOfTheFamilyThatMayCountBeforeOneThatDoesIsKept() throws {
    let (journey, rules) = try journey { builder, child in
      let late = builder.person(
        born: date("1980"), role: .partner, days: days("2009-01-15"))
      builder.fact("police.domestic.accused", of: late, date("2009-01"))
      builder.fact("police.domestic.incident", of: child, date("2010-05-06"))
    }
    #expect(seen("W19", journey, rules) == ["2009-01 perhaps", "2010-05-06"])
    #expect(journey.concern.mayBeFrom == day("2009-01-01"))
  }

  @Test func soManyThatMayLieWithinAWindowBeforeTheyDoAreKept() throws {
    let (journey, rules) = try journey { builder, child in
      for on in ["2009-05", "2009-10", "2009-11", "2012-01-03", "2012-02-03", "2012-03-03"] {
        builder.fact("housing.antisocial.against", of: child, date(on))
      }
    }
    #expect(seen("W18r", journey, rules) == ["2009-11 perhaps", "2012-03-03"])
    let untold = journey.untold.filter { rules.triggers[$0.trigger].id == "W18" }
    #expect(untold.isEmpty)
  }

  @Test func ofOneIncidentTheFactThatIsCertainStands() throws {
    for isFirst in [true, false] {
      let (journey, rules) = try journey { builder, child in
        let late = builder.person(
          born: date("1980"), role: .partner, days: days("2009-01-15"))
        let person = isFirst ? late : child
        builder.fact(
          "police.domestic.accused", of: person, date("2009-01"), with: [("incident", "A1")])
        builder.fact(
          "police.domestic.incident", of: nil, date("2009-01-20"), with: [("incident", "A1")])
        builder.fact(
          "police.domestic.incident", of: nil, date("2009-03-20"), with: [("incident", "A2")])
      }
      #expect(seen("W19r", journey, rules) == ["2009-03-20"])
    }
  }
}
