import Testing
import Vocabulary

@testable import Journeys

/// Shares are compared exactly, however large the numbers of a file are.
@Suite struct MeasureTests {
  @Test(arguments: [(1_000_000, true), (1_900_000_000, false)])
  func aShareRisesByPointsHoweverLargeItsParts(_ before: Int, _ occurs: Bool) throws {
    var builder = CaseBuilder()
    let child = builder.person(
      born: date("2002-03-15"), role: .dependentChild, days: days("2002-03-15"))
    let largest = Int(Int32.max)
    builder.fact(
      "education.absence.authorised", of: child, date("2012-09-03"), to: date("2012-10-26"),
      part: before, whole: largest)
    for _ in 0..<3 {
      builder.fact(
        "education.absence.authorised", of: child, date("2012-11-05"), to: date("2012-12-21"),
        part: 2_000_000_000, whole: largest)
    }
    builder.endFamily()
    builder.cover(days("2000-01-01", "2013-07-22"))
    let rules = try Shipped.rules()
    var engine = JourneyEngine(
      rules, costs: nil, vocabulary: Shipped.vocabulary, file: builder.file,
      asOf: day("2013-07-22"))
    let journey = engine.journey(of: builder.file.families[0])
    let risen = journey.occurrences.contains { rules.triggers[$0.trigger].id == "W03" }
    #expect(risen == occurs)
  }
}
