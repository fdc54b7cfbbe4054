import Testing
import TestSupport
import Vocabulary

@testable import Claims

/// What could be claimed next, and who can help with what is missing.
@Suite("What could be claimed")
struct ProspectTests {
  private func sound() -> Household {
    var home = Household.small()
    home.cover()
    home.attends("ann", missed: [1, 1, 1])
    return home
  }

  private func prospect(_ home: Household) throws -> ClaimProspect? {
    home.claimCase.prospect(under: try Shipped.scheme("tf1-2012"), try Shipped.windows())
  }

  @Test("a sound family is ready for the window that is open or comes next")
  func ready() throws {
    let found = try #require(try prospect(sound()))
    #expect(found.isReady && found.isAnswerable && found.claim.gaps == [])
    let windows = try Shipped.windows()
    let window = try #require(windows.window(named: found.window))
    #expect(window.days.last >= sound().asOf)
    #expect(
      !windows.windows.contains {
        $0.days.last >= sound().asOf && $0.days.last < window.days.last
          && $0.schemes.contains("tf1-2012")
      })
    var late = sound()
    late.asOf = day("2019-07-31")
    #expect(try prospect(late) == nil)
    var other = sound()
    other.life.attachment?.snapshot.pack = "sf-2022"
    #expect(try prospect(other) == nil)
  }

  @Test(
    "a family that declined or moved away is not claimed for; one whose work was closed is",
    arguments: [
      (CohortStatus.declined, "2013-07-31", true), (.movedOut, "2013-07-31", true),
      (.movedOut, "2013-08-01", false), (.closed, "2013-07-01", false),
    ])
  func left(status: CohortStatus, ended: String, isLeft: Bool) throws {
    var home = sound()
    (home.life.status, home.life.ended) = (status, day(ended))
    let claim = home.claimCase.prepared(under: try Shipped.scheme("tf1-2012"))
    #expect(claim.gaps.map(\.code) == (isLeft ? ["left"] : []))
    #expect(try (prospect(home) == nil) == isLeft)
  }

  @Test(
    "each thing that is missing, and who can help",
    arguments: [
      ("no plan", "no-plan", ClaimProspect.Helper.lead),
      ("no ground", "no-lawful-basis", .team), ("in question", "open-questions", .analysts),
      ("silent", "cannot-tell", .source), ("excluded", "not-achieved", .nobody),
    ])
  func needs(name: String, code: String, helper: ClaimProspect.Helper) throws {
    var home = sound()
    switch name {
    case "no plan": home.life.planned = nil
    case "no ground": home.life.lawfulBasis = ""
    case "in question": home.openQuestions = 1
    case "silent": home.facts.removeAll { $0.starts == PartialDate(day("2013-04-15")) }
    default: home.fact("education.exclusion.permanent", of: "ann", on: "2013-02-04")
    }
    let found = try #require(try prospect(home))
    #expect(found.needs.map(\.code) == [code])
    #expect(found.needs.map(\.helper) == [helper])
    #expect(!found.isReady && found.isAnswerable == (helper != .nobody))
  }

  @Test("a problem of which data is missing is not one that nobody answered")
  func unanswered() throws {
    let scheme = try Shipped.scheme("tf2-2015")
    let result = try #require(scheme.results.first { $0.coversAllProblems })
    var home = Household.small(met: ["crime", "help"])
    home.cover(except: ["social-care.section-47"])
    func codes() -> Set<String> {
      let found = home.claimCase.judge(result, of: scheme, problems: ["crime", "children"])
      return Set(found.gaps.map(\.code))
    }
    #expect(codes().contains("cannot-tell") && !codes().contains("problem-unanswered"))
    home.fact("social-care.in-need", of: "ann", on: "2013-05-01", until: "2013-06-01")
    #expect(codes().isSuperset(of: ["not-achieved", "problem-unanswered"]))
  }

  @Test("what a measure asks, in words")
  func words() throws {
    let kinds = Shipped.vocabulary.kinds.map(\.title)
    let scheme = try Shipped.scheme("tf1-2012")
    let schooling = try #require(scheme.element(named: "education")).measure.words(kinds)
    #expect(
      schooling
        == "Each child of school age over the last 3 completed terms: less than 15% of the sessions "
        + "missed, fewer than 3 exclusion periods, no permanent exclusion.")
    let offending = try #require(scheme.element(named: "offending")).measure.words(kinds)
    #expect(offending.contains("3 × now ≤ 2 × before"))
    let antisocial = try #require(scheme.element(named: "antisocial")).measure.words(kinds)
    #expect(antisocial.contains("5 × now ≤ 2 × before"))
    let employment = try #require(scheme.element(named: "employment")).measure.words(kinds)
    #expect(employment.contains("26 weeks within 30 after JSA, 13 weeks in a row after ESA"))
    for name in ["tf2-2015", "sf-2022"] {
      for element in try Shipped.scheme(name).elements {
        #expect(!element.measure.words(kinds).contains("kind "), "\(element.name)")
      }
    }
  }

  @Test("people whose ids have become others are the same by their records")
  func renamed() {
    var locked = Claiming.frozen(people: [1])
    locked.people[0].records = [RecordKey(7)]
    var today = Claiming.frozen(people: [9])
    today.people[0].records = [RecordKey(7), RecordKey(8)]
    #expect(EvidenceChange.words(from: locked, to: today) == [])
    today.people[0].records = [RecordKey(8)]
    #expect(EvidenceChange.words(from: locked, to: today) == ["people counted: 1 more, 1 fewer"])
  }
}
