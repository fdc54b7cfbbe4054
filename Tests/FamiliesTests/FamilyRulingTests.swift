import Families
import Testing
import Vocabulary

@Suite("Decisions about who belongs to a family")
struct FamilyRulingTests {
  /// Mel with her daughter and a lodger of her name, who has been there for as long; Joan lives elsewhere.
  private var village: Village {
    var village = Village()
    village.add("Mel Brown", born: "1972-12-06", female: true)
    village.add("Ruby Brown", born: "2002-10-24", female: true)
    village.add("Carl Brown", born: "1975-02-01", female: false)
    village.add("Joan Price", born: "1980-05-05", female: true)
    village.see(["Mel Brown", "Ruby Brown", "Carl Brown"], at: "home", from: "2005-01-01")
    village.see("Joan Price", at: "flat", from: "2001-01-01")
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    return village
  }

  /// A decision as it is taken: who, since when, until when, as what.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var person: String
    var role: FamilyRole?
    var since: String?
    var until: String?
    var days: [String]
  }

  @Test(
    "whoever joins has the part and the days that the decision says",
    arguments: [
      Case(
        testDescription: "one who was elsewhere, with part and first day", person: "Joan Price",
        role: .other, since: "2012-01-01", days: ["other 2012-01-01..."]),
      Case(
        testDescription: "the part alone", person: "Carl Brown", role: .other,
        days: ["other 2005-01-01..."]),
      Case(
        testDescription: "one whom rows put there before, since the decision's day",
        person: "Carl Brown", role: .partner, since: "2012-01-01", days: ["partner 2012-01-01..."]),
      Case(
        testDescription: "the days alone", person: "Carl Brown", since: "2012-01-01",
        days: ["parent 2012-01-01..."]),
      Case(
        testDescription: "past days", person: "Joan Price", role: .partner, since: "2008-01-01",
        until: "2009-12-31", days: ["partner 2008-01-01...2009-12-31"]),
      Case(
        testDescription: "a part in past days, of one who is still there", person: "Carl Brown",
        role: .other, since: "2008-01-01", until: "2009-12-31",
        days: [
          "parent 2005-01-01...2007-12-31", "other 2008-01-01...2009-12-31", "parent 2010-01-01...",
        ]),
      Case(
        testDescription: "one who belongs to it and lives elsewhere", person: "Joan Price",
        role: .nonResidentParent, since: "2002-10-24", days: ["non-resident-parent 2002-10-24..."]),
    ])
  func joins(_ asked: Case) {
    var village = village
    village.rule(
      asked.person, .together, "Mel Brown", as: asked.role, since: asked.since, until: asked.until)
    #expect(village.days(of: asked.person, with: "Mel Brown") == asked.days)
    let evidence = village.formed.families.flatMap(\.evidence).filter {
      $0.evidence.kind == .ruling(1)
    }
    #expect(evidence.map(\.person) == [village.place(asked.person)])
    #expect(evidence.map(\.other) == [village.place("Mel Brown")])
  }

  @Test("nothing but the decision speaks for whoever lives elsewhere")
  func evidence() {
    var village = village
    village.rule("Joan Price", .together, "Mel Brown", as: .other, since: "2012-01-01")
    let kinds = village.formed.families.flatMap(\.evidence)
      .filter { $0.person == village.place("Joan Price") }.map(\.evidence.kind)
    #expect(kinds == [.ruling(1)])
    #expect(village.formed.families.flatMap(\.members).contains { $0.strength == 100 })
  }

  @Test(
    "whoever leaves was of the family before, and is after the decision's last day",
    arguments: [
      ("2013-07-01", nil, ["parent 2005-01-01...2013-06-30"]),
      ("2008-01-01", "2009-12-31", ["parent 2005-01-01...2007-12-31", "parent 2010-01-01..."]),
      (nil, "2009-12-31", ["parent 2010-01-01..."]),
      (nil, nil, []),
    ] as [(String?, String?, [String])])
  func leaves(_ since: String?, _ until: String?, _ days: [String]) {
    var village = village
    village.say("Carl Brown", "parent-of", "Ruby Brown")
    village.rule("Carl Brown", .apart, "Mel Brown", since: since, until: until)
    #expect(village.days(of: "Carl Brown", with: "Mel Brown") == days)
  }

  @Test("whoever no row ties to the family was of it until the decision's day, too")
  func leavesWithoutTie() {
    var village = village
    village.rule("Carl Brown", .apart, "Mel Brown", since: "2013-07-01")
    let days = village.days(of: "Carl Brown", with: "Mel Brown")
    #expect(days.count == 1 && days[0].hasSuffix("2005-01-01...2013-06-30"))
  }

  @Test("whoever joins a child in care joins the household of its parent")
  func joinsChildInCare() {
    var village = village
    village.takeIntoCare("Ruby Brown", from: "2010-01-01")
    village.rule("Joan Price", .together, "Ruby Brown", as: .other, since: "2012-01-01")
    #expect(village.days(of: "Joan Price", with: "Mel Brown") == ["other 2012-01-01..."])
    #expect(
      village.days(of: "Ruby Brown", with: "Mel Brown").contains("looked-after-child 2010-01-01...")
    )
  }

  @Test("a child in care joins a family as one that is looked after elsewhere")
  func childInCareJoins() {
    var village = village
    village.add("Tia Moss", born: "2006-02-08", female: true)
    village.takeIntoCare("Tia Moss", from: "2010-01-01")
    village.rule("Tia Moss", .together, "Mel Brown")
    #expect(
      village.days(of: "Tia Moss", with: "Mel Brown") == [
        "dependent-child 2006-02-08...2009-12-31", "looked-after-child 2010-01-01...",
      ])
  }

  @Test("a decision that joins somebody to whoever is of no household is to be looked at")
  func familyless() {
    var village = village
    village.add("Tia Moss", born: "2006-02-08", female: true)
    village.takeIntoCare("Tia Moss", from: "2010-01-01")
    village.rule("Joan Price", .together, "Tia Moss")
    let notes = village.formed.notes.filter { $0.kind == .familyless }
    #expect(notes.map(\.person) == [village.place("Joan Price")])
    #expect(notes.map(\.other) == [village.place("Tia Moss")])
  }

  @Test("a child of whom no family is known is to be looked at, unless it left")
  func childAlone() {
    var village = village
    village.add("Tia Moss", born: "2006-02-08", female: true)
    village.add("Kit Moss", born: "2006-02-09", female: true, left: "2011-01-01")
    village.see("Tia Moss", at: "nowhere", from: "2010-01-01")
    let notes = village.formed.notes.filter { $0.kind == .childAlone }
    #expect(notes.map(\.person) == [village.place("Tia Moss")])
  }
}
