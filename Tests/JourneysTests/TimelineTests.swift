import Journeys
import Testing
import Vocabulary

/// What a timeline tells, and what it never does.
@Suite struct TimelineTests {
  private func engine(
    covering kinds: [String]? = nil, _ describe: (inout CaseBuilder, Int, Int) -> Void
  ) throws -> (JourneyEngine, Journey, CaseFile) {
    var builder = CaseBuilder()
    let mother = builder.person(
      born: date("1980-06-01"), role: .parent, isFemale: true, days: days("2000-01-01"))
    let baby = builder.person(
      born: date("2011-09-01"), role: .dependentChild, days: days("2011-09-01"))
    describe(&builder, mother, baby)
    builder.endFamily()
    builder.cover(days("2000-01-01", "2013-07-22"), kinds)
    var engine = JourneyEngine(
      try Shipped.rules(), costs: try Shipped.costs(), vocabulary: Shipped.vocabulary,
      file: builder.file, asOf: day("2013-07-22"))
    let journey = engine.journey(of: builder.file.families[0])
    return (engine, journey, builder.file)
  }

  @Test func itIsInTheOrderOfDatesAndAsExactAsTheyAre() throws {
    let (engine, journey, _) = try engine { builder, mother, baby in
      builder.fact("social-care.referral", of: baby, date("2012-05"), with: [("outcome", "none")])
      builder.fact("health.appointment.missed", of: baby, date("2012-05-01"))
      builder.fact("housing.condition", of: mother, date("2012"))
    }
    let timeline = engine.timeline(of: journey)
    #expect(timeline.map(\.date.text) == ["2012", "2012-05-01", "2012-05"])
    #expect(timeline.map(\.weight) == [1, 1, 2])
    #expect(timeline.map(\.cost?.text) == [nil, "£114.47", "£130.97"])
  }

  @Test func benefitsAreNeverShown() throws {
    let (engine, journey, _) = try engine { builder, mother, _ in
      for kind in Shipped.vocabulary.kinds where kind.sensitivity == .benefit {
        builder.fact(kind.name, of: mother, date("2012-05-01"))
      }
    }
    #expect(engine.timeline(of: journey).isEmpty)
    #expect(journey.occurrences.isEmpty)
    #expect(journey.involvement.isEmpty)
    #expect(journey.costs?.events == 0)
  }

  @Test func aVisitIsDueSixWeeksAfterTheFamilyCame() throws {
    let (engine, journey, _) = try engine { builder, mother, _ in
      builder.fact("housing.tenancy", of: mother, date("2012-06-04"))
      builder.fact("housing.visit", of: mother, date("2012-07-16"))
    }
    let visit = try #require(engine.visits(of: journey).first)
    #expect(visit.due == day("2012-07-16"))
    #expect(visit.isMade == .yes)
    let ids = visit.notRegistered.map { engine.rules.triggers[$0].id }
    #expect(ids == ["W09", "W10"])
  }

  @Test func aVisitADayLateWasNotMade() throws {
    let (engine, journey, _) = try engine { builder, mother, _ in
      builder.fact("housing.tenancy", of: mother, date("2012-06-04"))
      builder.fact("housing.visit", of: mother, date("2012-07-17"))
    }
    #expect(engine.visits(of: journey).first?.isMade == .no)
  }

  @Test func withNoVisitsDeliveredNobodyCanTell() throws {
    let (engine, journey, _) = try engine(covering: ["housing.tenancy"]) { builder, mother, _ in
      builder.fact("housing.tenancy", of: mother, date("2012-06-04"))
    }
    #expect(engine.visits(of: journey).first?.isMade == .cannotTell)
  }
}
