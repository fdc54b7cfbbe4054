import Testing
import TestSupport
import Vocabulary

@testable import Claims

@Suite("Each child's schooling")
struct SchoolingTests {
  private func family(missed: [Int?], of whole: Int = 100) -> Household {
    var home = Household.small()
    home.cover()
    home.attends("ann", missed: missed, of: whole)
    return home
  }

  @Test(
    "15% is too much and a session less is not",
    arguments: [
      ([15, 15, 15], 100, FrozenElement.Answer.notAchieved), ([15, 15, 14], 100, .achieved),
      ([0, 0, 45], 100, .notAchieved), ([0, 0, 44], 100, .achieved),
      ([0, 0, 0], 100, .achieved), ([3, 3, 3], 20, .notAchieved), ([3, 3, 2], 20, .achieved),
    ])
  func threshold(missed: [Int], whole: Int, answer: FrozenElement.Answer) throws {
    let found = try family(missed: missed, of: whole).element("education")
    #expect(found.answer == answer)
    #expect(found.lines.filter { $0.outOf != nil }.map(\.count) == missed)
    #expect(found.rows.count == 3)
  }

  @Test("a term that no school sent cannot be told, in whichever place")
  func missingTerm() throws {
    for place in 0..<3 {
      var missed: [Int?] = [0, 0, 0]
      missed[place] = nil
      let found = try family(missed: missed).element("education")
      #expect(found.answer == .cannotTell)
      let term = ["Autumn 2012/13", "Spring 2012/13", "Summer 2012/13"][place]
      #expect(found.missing.contains { $0.contains(term) })
    }
  }

  @Test("an academy on whose roll the child is and that sends nothing is a hole")
  func academy() throws {
    var home = family(missed: [0, 0, 0])
    home.fact(
      "education.enrolment", of: "ann", on: "2012-09-03", until: "2013-03-28",
      [("school", "8201")])
    home.fact("education.enrolment", of: "ann", on: "2013-04-15", [("school", "8299")])
    let found = try home.element("education")
    #expect(found.answer == .cannotTell)
    #expect(found.missing.contains { $0.contains("school 8299") })
  }

  @Test("half of a term is not a term")
  func halfTerm() throws {
    var home = family(missed: [0, 0, nil])
    home.fact(
      "education.absence.unauthorised", of: "ann", on: "2013-04-15", until: "2013-05-24", part: 0,
      whole: 60, [("school", "8201")])
    #expect(try home.element("education").answer == .cannotTell)
    home.fact(
      "education.absence.unauthorised", of: "ann", on: "2013-06-03", until: "2013-07-23", part: 0,
      whole: 70, [("school", "8201")])
    #expect(try home.element("education").answer == .achieved)
  }

  @Test(
    "exclusion periods, not days: three are too many",
    arguments: [
      (["2012-10-01", "2013-02-01"], FrozenElement.Answer.achieved),
      (["2012-10-01", "2013-02-01", "2013-05-01"], .notAchieved),
      // The same period told twice.
      (["2012-10-01", "2013-02-01", "2013-02-01"], .achieved),
      // Before the first of the three terms, and after the last.
      (["2012-09-02", "2013-02-01", "2013-05-01"], .achieved),
      (["2013-07-24", "2013-02-01", "2013-05-01"], .achieved),
      (["2012-09-03", "2013-02-01", "2013-07-23"], .notAchieved),
    ])
  func exclusions(days: [String], answer: FrozenElement.Answer) throws {
    var home = family(missed: [0, 0, 0])
    for day in days {
      home.fact(
        "education.exclusion.fixed", of: "ann", on: day, [("school", "8201"), ("sessions", "10")])
    }
    #expect(try home.element("education").answer == answer)
  }

  @Test("a third exclusion whose month straddles the first day cannot be told")
  func vagueExclusion() throws {
    var home = family(missed: [0, 0, 0])
    home.fact("education.exclusion.fixed", of: "ann", on: "2012-10-01")
    home.fact("education.exclusion.fixed", of: "ann", on: "2013-02-01")
    home.fact("education.exclusion.fixed", of: "ann", on: "2012-09-15", precision: .month)
    #expect(try home.element("education").answer == .cannotTell)
  }

  @Test(
    "exclusions of which only the month is known, or nothing, are as many as they may be",
    arguments: [
      (["2013-03", "2013-03"], FrozenElement.Answer.achieved),
      (["2013-03", "2013-03", "2013-03"], .cannotTell),
      (["2013-03", "2013-03-04", "2013-03-20"], .cannotTell),
      (["2013-03", "2013-02", "2013-05"], .notAchieved),
      (["2013-03-04", "2013-03-04", ""], .achieved),
      (["2013-03-04", "2013-03-05", ""], .cannotTell),
    ])
  func undated(dates: [String], answer: FrozenElement.Answer) throws {
    var home = family(missed: [0, 0, 0])
    for date in dates {
      let isDay = date.count == 10
      home.fact(
        "education.exclusion.fixed", of: "ann",
        on: isDay ? date : "\(date.isEmpty ? "2013-03" : date)-01",
        precision: isDay ? .day : .month)
      if date.isEmpty { home.facts[home.facts.count - 1].starts = nil }
    }
    #expect(try home.element("education").answer == answer)
  }

  @Test("one permanent exclusion, and silence of who tells of exclusions")
  func permanent() throws {
    var home = family(missed: [0, 0, 0])
    home.fact("education.exclusion.permanent", of: "ann", on: "2013-05-01")
    #expect(try home.element("education").answer == .notAchieved)
    var silent = Household.small()
    silent.cover(except: ["education.exclusion.fixed"])
    silent.attends("ann", missed: [0, 0, 0])
    let found = try silent.element("education")
    #expect(found.answer == .cannotTell)
    #expect(found.missing.contains { $0.contains("education.exclusion.fixed") })
  }

  @Test("every child counts: a sibling over the threshold, or with no birth date")
  func siblings() throws {
    var home = family(missed: [0, 0, 0])
    home.add("ben", born: "2004-11-02", .dependentChild)
    #expect(try home.element("education").answer == .cannotTell)
    home.attends("ben", missed: [20, 20, 20])
    #expect(try home.element("education").answer == .notAchieved)
    var other = family(missed: [0, 0, 0])
    other.add("cat", born: nil, .dependentChild)
    #expect(try other.element("education").answer == .cannotTell)
    var small = family(missed: [0, 0, 0])
    small.add("dan", born: "2011-01-01", .dependentChild)
    #expect(try small.element("education").answer == .achieved)
  }

  @Test("a child who has left school is neutral; another can still be asked about")
  func leavers() throws {
    var home = Household()
    home.add("mother", born: "1970-05-09", .parent)
    home.add("eve", born: "1997-06-01", .dependentChild)
    home.cover()
    #expect(try home.element("education").answer == .neutral)
    home.add("ann", born: "2002-03-14", .dependentChild)
    home.attends("ann", missed: [1, 1, 1])
    #expect(try home.element("education").answer == .achieved)
  }

  @Test("a family whose problem it was not, and that has none now")
  func notRelevant() throws {
    var home = Household.small(met: ["crime", "work"])
    home.cover()
    home.attends("ann", missed: [1, 1, 1])
    #expect(try home.element("education").answer == .notRelevant)
    home.attends("ann", missed: [90, 90, 90], school: "8202")
    #expect(try home.element("education").answer == .notAchieved)
  }

  @Test("a child rightly at no school, and two kinds of absence for the second phase")
  func others() throws {
    var home = Household.small()
    home.cover()
    home.fact("education.home-educated", of: "ann", on: "2011-09-01")
    #expect(try home.element("education").answer == .achieved)
    let both = ["education.absence.unauthorised", "education.absence.authorised"]
    var second = Household.small(met: ["schooling"])
    second.cover()
    second.attends("ann", missed: [5, 5, 5], kinds: both)
    #expect(try second.element("attendance", "tf2-2015").answer == .notAchieved)
    second = Household.small(met: ["schooling"])
    second.cover()
    second.attends("ann", missed: [5, 5, 4], kinds: both)
    #expect(try second.element("attendance", "tf2-2015").answer == .achieved)
    second = Household.small(met: ["schooling"])
    second.cover()
    second.attends("ann", missed: [1, 1, 1])
    #expect(try second.element("attendance", "tf2-2015").answer == .cannotTell)
  }

  @Test(
    "compulsory school age",
    arguments: [
      ("2007-08-31", "2012-09-01", "2023-06-30"), ("2007-09-01", "2013-01-01", "2024-06-28"),
      ("2008-01-01", "2013-04-01", "2024-06-28"), ("2008-04-01", "2013-09-01", "2024-06-28"),
      ("1996-02-29", "2001-04-01", "2012-06-29"),
    ])
  func schoolAge(born: String, first: String, last: String) throws {
    let days = try #require(SchoolAge.days(born: day(born)))
    #expect(days == DayInterval(first: day(first), last: day(last)))
    #expect(days.last.weekday == .friday)
  }

  @Test("a plain count agrees on every small family")
  func oracle() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 {
      var home = Household.small()
      home.cover()
      let missed = (0..<3).map { _ in random.below(30) }
      let periods = random.below(5)
      home.attends("ann", missed: missed)
      for number in 0..<periods {
        home.fact("education.exclusion.fixed", of: "ann", on: "2013-02-0\(number + 1)")
      }
      let isKept = missed.reduce(0, +) * 100 < 15 * 300 && periods < 3
      #expect(try home.element("education").answer == (isKept ? .achieved : .notAchieved))
    }
  }
}
