import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("Continuous employment")
struct EmployingTests {
  private func adult(
    _ benefit: String = "jsa", work: [(String, String?)], traced: String? = "2013-07-20"
  ) -> Household {
    var home = Household.small()
    home.cover()
    home.fact(
      "dwp.benefit.out-of-work", of: "mother", on: "2012-06-01", [("benefit", benefit)])
    for (from, until) in work { home.fact("dwp.employment", of: "mother", on: from, until: until) }
    if let traced { home.fact("dwp.traced", of: "mother", on: traced) }
    return home
  }

  @Test(
    "26 weeks within 30 after JSA, 13 in a row after the others",
    arguments: [
      // 26 weeks from 1 January are over on 1 July.
      ("jsa", [("2013-01-01", "2013-07-01")], FrozenElement.Answer.achieved),
      ("jsa", [("2013-01-01", "2013-06-30")], .notAchieved),
      // 28 days without work fit into 30 weeks, 29 do not.
      ("jsa", [("2012-12-01", "2012-12-31"), ("2013-01-29", nil)], .achieved),
      ("jsa", [("2012-12-01", "2012-12-31"), ("2013-01-30", "2013-06-29")], .notAchieved),
      ("esa", [("2013-01-01", "2013-04-01")], .achieved),
      ("esa", [("2013-01-01", "2013-03-31")], .notAchieved),
      ("esa", [("2013-01-01", "2013-02-28"), ("2013-03-02", "2013-04-30")], .notAchieved),
      ("is", [("2013-01-01", nil)], .achieved), ("ib", [("2013-01-01", nil)], .achieved),
      ("sda", [("2013-01-01", nil)], .achieved), ("ca", [("2013-01-01", nil)], .achieved),
      ("dla", [("2013-01-01", nil)], .cannotTell),
      // Attached on 1 September 2012: work of the day before is none of the programme's doing, whatever job follows on it.
      ("esa", [("2012-09-01", nil)], .achieved), ("esa", [("2012-08-31", nil)], .notAchieved),
      ("esa", [("2012-07-01", "2013-01-10"), ("2013-01-11", nil)], .notAchieved),
      ("esa", [("2012-07-01", "2012-07-10"), ("2013-01-11", nil)], .achieved),
      // Not yet 13 weeks on 31 July.
      ("esa", [("2013-05-03", nil)], .notAchieved),
    ] as [(String, [(String, String?)], FrozenElement.Answer)])
  func weeks(benefit: String, work: [(String, String?)], answer: FrozenElement.Answer) throws {
    #expect(try adult(benefit, work: work).element("employment").answer == answer)
  }

  @Test("a match after the weeks closes it; one before them does not")
  func closing() throws {
    let work: [(String, String?)] = [("2013-01-01", nil)]
    #expect(try adult(work: work, traced: nil).element("employment").answer == .cannotTell)
    #expect(
      try adult(work: work, traced: "2013-06-30").element("employment").answer == .cannotTell)
    #expect(try adult(work: work, traced: "2013-07-01").element("employment").answer == .achieved)
    let found = try adult(work: work, traced: nil).element("employment")
    #expect(found.missing == ["a benefit match on or after 2013-07-01"])
  }

  @Test("work of which only the month of attachment is known")
  func vague() throws {
    var home = adult("esa", work: [])
    home.life.attachedOn = day("2012-09-15")
    home.fact("dwp.employment", of: "mother", on: "2012-09-15", precision: .month)
    let found = try home.element("employment")
    #expect(found.answer == .cannotTell)
    #expect(found.missing == ["when the work began, before attachment or after it"])
  }

  @Test("a benefit still open, another scheme, a note instead of a source")
  func refused() throws {
    var open = adult(work: [("2013-01-01", nil)])
    open.fact(
      "dwp.benefit.out-of-work", of: "mother", on: "2013-04-02", [("benefit", "jsa")])
    #expect(try open.element("employment").answer == .notAchieved)
    #expect(try open.element("employment").reasons.contains { $0.contains("still open") })

    var other = adult(work: [("2013-01-01", nil)])
    other.fact("dwp.work-programme", of: "mother", on: "2012-11-01")
    #expect(try other.element("employment").answer == .notAchieved)
    #expect(try other.element("employment").reasons.contains { $0.contains("another scheme") })

    var note = adult(work: [])
    note.life.progress.append(
      .init(
        element: "employment", on: day("2013-01-01"), entered: day("2013-01-02"), by: "kw",
        reference: "case note"))
    let found = try note.element("employment")
    #expect(found.answer == .cannotTell)
    #expect(found.missing.contains { $0.contains("from a source and not from a note") })
  }

  @Test("one adult in work is enough; nobody on benefits is not relevant")
  func family() throws {
    var home = adult(work: [("2013-01-01", nil)])
    home.add("father", born: "1979-01-01", .parent)
    home.fact("dwp.benefit.out-of-work", of: "father", on: "2013-07-01", [("benefit", "esa")])
    #expect(try home.element("employment").answer == .achieved)
    #expect(try home.element("employment").reasons == [])
    var none = Household.small()
    none.cover()
    #expect(try none.element("employment").answer == .notRelevant)
    var child = Household.small()
    child.cover()
    child.fact("dwp.benefit.out-of-work", of: "ann", on: "2012-06-01", [("benefit", "jsa")])
    #expect(try child.element("employment").answer == .notRelevant)
  }

  @Test("progress to work adds to the main result and never to employment")
  func addition() throws {
    var home = Household.small()
    home.cover()
    home.attends("ann", missed: [1, 1, 1])
    home.fact("dwp.work-programme", of: "mother", on: "2013-05-01")
    let scheme = try Shipped.scheme("tf1-2012")
    let claim = home.claimCase.prepared(under: scheme)
    #expect(claim.gaps == [])
    #expect(claim.results == ["crime-education", "progress-to-work"])
    #expect(claim.amount == Pence(80_000))
  }
}
