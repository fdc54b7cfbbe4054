import Families
import Testing
import Vocabulary

@Suite("Forming families")
struct FamilyFormingTests {
  /// Mel with two children in one house, by what a school says.
  private var browns: Village {
    var village = Village()
    village.add("Mel Brown", born: "1972-12-06", female: true)
    village.add("Ruby Brown", born: "2002-10-24", female: true)
    village.add("Kieran Brown", born: "2004-09-11", female: false)
    village.see(["Mel Brown", "Ruby Brown", "Kieran Brown"], at: "first", from: "2008-10-01")
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    village.say("Mel Brown", "parent-of", "Kieran Brown")
    return village
  }

  private let two = [
    "Kieran Brown: dependent-child", "Mel Brown: parent", "Ruby Brown: dependent-child",
  ]

  @Test("a mother and her children are a family")
  func mother() {
    #expect(browns.family(of: "Ruby Brown") == two)
  }

  @Test("a child is of the family from birth, and grown up from the eighteenth birthday")
  func grownUp() {
    var village = browns
    village.add("Tom Brown", born: "1994-01-10", female: false)
    village.see("Tom Brown", at: "first", from: "2008-10-01")
    village.say("Mel Brown", "parent-of", "Tom Brown")
    #expect(village.family(of: "Ruby Brown").isEmpty == false)
    #expect(
      village.family(of: "Tom Brown", on: "2012-01-09").contains("Tom Brown: dependent-child"))
    #expect(village.family(of: "Tom Brown", on: "2012-01-10").contains("Tom Brown: adult-child"))
  }

  @Test("three generations live as one family")
  func threeGenerations() {
    var village = browns
    village.add("Linda Brown", born: "1950-06-17", female: true)
    village.see("Linda Brown", at: "first", from: "2008-10-01")
    village.say("Linda Brown", "parent-of", "Mel Brown")
    #expect(village.family(of: "Ruby Brown") == (two + ["Linda Brown: grandparent"]).sorted())
  }

  @Test("a grandmother whom no row names is known by home, name and age")
  func grandmotherByAge() {
    var village = browns
    village.add("Linda Brown", born: "1949-06-17", female: true)
    village.see("Linda Brown", at: "first", from: "2008-10-01")
    #expect(village.family(of: "Ruby Brown").contains("Linda Brown: grandparent"))
  }

  @Test("a mother's partner is of the family, and no parent of children of another name")
  func stepFamily() {
    var village = browns
    village.add("Carl Hope", born: "1980-02-01", female: false)
    village.see("Carl Hope", at: "first", from: "2011-05-01")
    village.say("Carl Hope", "jointly-liable", "Mel Brown", since: "2011-05-01")
    #expect(village.family(of: "Ruby Brown") == (two + ["Carl Hope: partner"]).sorted())
  }

  /// Dan is the children's father and has moved to a flat.
  private var parted: Village {
    var village = browns
    village.add("Dan Brown", born: "1970-03-03", female: false)
    village.see("Dan Brown", at: "first", from: "2008-10-01")
    village.see("Dan Brown", at: "flat", from: "2012-03-01", source: 1)
    village.say("Dan Brown", "parent-of", "Ruby Brown")
    village.say("Dan Brown", "parent-of", "Kieran Brown")
    village.see("Mel Brown", at: "first", from: "2008-10-01", source: 3, isKept: true)
    return village
  }

  @Test("a father who moved out is seen where the children live, as one who does not")
  func separated() {
    #expect(parted.family(of: "Ruby Brown") == (two + ["Dan Brown: non-resident-parent"]).sorted())
    #expect(
      parted.family(of: "Ruby Brown", on: "2011-01-01") == (two + ["Dan Brown: parent"]).sorted())
  }

  @Test("children whom a landlord lists at the father's too stay with the mother")
  func twoHomes() {
    var village = parted
    village.see("Ruby Brown", at: "flat", from: "2012-03-01", source: 4, isKept: true)
    village.say("Ruby Brown", "jointly-liable", "Dan Brown")
    #expect(village.family(of: "Ruby Brown", head: "Mel Brown").contains("Mel Brown: parent"))
  }

  @Test("a grown-up son elsewhere has left")
  func left() {
    var village = browns
    village.add("Tom Brown", born: "1990-01-10", female: false)
    village.see("Tom Brown", at: "first", from: "2008-10-01")
    village.see("Tom Brown", at: "his own", from: "2011-09-01", source: 1)
    village.say("Mel Brown", "parent-of", "Tom Brown")
    #expect(village.family(of: "Ruby Brown") == two)
    #expect(village.family(of: "Ruby Brown", on: "2010-06-01").contains("Tom Brown: adult-child"))
  }

  @Test("a looked-after child stays with its own family and is not drawn into the carers'")
  func lookedAfter() {
    var village = browns
    village.add("Tia Brown", born: "2006-02-08", female: true)
    village.add("Joan Carer", born: "1960-01-01", female: true)
    village.see("Tia Brown", at: "first", from: "2008-10-01")
    village.see("Tia Brown", at: "carers", from: "2010-01-01", source: 2, isKept: true)
    village.see("Joan Carer", at: "carers", from: "2001-01-01")
    village.say("Mel Brown", "parent-of", "Tia Brown")
    village.say("Joan Carer", "guardian-of", "Tia Brown")
    village.takeIntoCare("Tia Brown", from: "2010-01-01")
    #expect(village.family(of: "Tia Brown") == (two + ["Tia Brown: looked-after-child"]).sorted())
    #expect(village.everTogether(with: "Joan Carer").isEmpty)
    #expect(
      village.family(of: "Tia Brown", on: "2009-06-01").contains("Tia Brown: dependent-child"))
  }

  @Test("a change of placement is no return: the child is away since the first episode")
  func placements() {
    var village = browns
    village.add("Tia Brown", born: "2006-02-08", female: true)
    village.see("Tia Brown", at: "first", from: "2008-10-01")
    village.say("Mel Brown", "parent-of", "Tia Brown")
    village.takeIntoCare("Tia Brown", from: "2008-12-01", until: "2009-01-31")
    village.takeIntoCare("Tia Brown", from: "2013-02-01")
    village.takeIntoCare("Tia Brown", from: "2010-01-01", until: "2011-03-31")
    village.takeIntoCare("Tia Brown", from: "2011-04-01", until: "2013-02-01")
    #expect(
      village.days(of: "Tia Brown", with: "Mel Brown") == [
        "dependent-child 2006-02-08...2009-12-31", "looked-after-child 2010-01-01...",
      ])
  }

  @Test(
    "whoever may still be a child is one", arguments: [1994, 1995, 1996])
  func bornInYear(_ year: Int) {
    var village = browns
    village.add("Tom Brown", female: false, bornIn: year)
    village.see("Tom Brown", at: "first", from: "2008-10-01")
    village.say("Mel Brown", "parent-of", "Tom Brown")
    let grown = "\(year + 18)-12-31"
    let days = village.days(of: "Tom Brown", with: "Mel Brown")
    let child = "dependent-child \(year)-01-01..."
    #expect(
      days == (year > 1994 ? [child] : [child + "2012-12-30", "adult-child \(grown)..."]))
  }

  @Test(
    "two who lived in one home are a couple only where nobody else was grown up",
    arguments: [([], true), (["Ann Hall"], false), (["Ann Hall", "Ben Moss"], false)]
      as [([String], Bool)])
  func housemates(_ others: [String], _ isCouple: Bool) {
    var village = Village()
    village.add("Amy West", born: "1980-01-01", female: true)
    village.add("Ned East", born: "1979-01-01", female: false)
    for name in others { village.add(name, born: "1981-01-01") }
    village.see(["Amy West", "Ned East"] + others, at: "house", from: "2005-01-01")
    village.see("Amy West", at: "one", from: "2009-01-01", source: 1)
    village.see("Ned East", at: "two", from: "2010-01-01", source: 1)
    for name in others { village.see(name, at: "at \(name)", from: "2011-01-01", source: 1) }
    #expect(village.everTogether(with: "Amy West").contains("Ned East") == isCouple)
  }

  @Test("a house that was shared says nothing of those who left it, whoever lives there now")
  func sharedThen() {
    var village = Village()
    let names = ["Amy West", "Ned East", "Ann Hall"]
    for name in names { village.add(name, born: "1980-01-01") }
    village.see(names, at: "first", from: "2003-01-01")
    village.see(names, at: "second", from: "2006-01-01", source: 1)
    for name in names { village.see(name, at: "at \(name)", from: "2010-01-01", source: 2) }
    #expect(village.formed.families.isEmpty)
  }

  @Test("the ages are those of the settings")
  func ages() {
    var village = Village()
    village.add("Ann Price", born: "1990-01-01", female: true)
    village.add("Ryan Price", born: "2001-06-01", female: false)
    village.add("Ann  Price")
    village.see(["Ann Price", "Ryan Price"], at: "home", from: "2009-01-01")
    village.see("Ann  Price", at: "home", from: "2012-01-01", isDated: false)
    village.say("Ann  Price", "parent-of", "Ryan Price")
    var settings = Village.settings
    settings.ages.parentLeast = 10
    let families = FamilyFormer(settings).families(of: village.input).families
    #expect(families.map { Set($0.members.map(\.person)) } == [[0, 1]])
  }

  @Test("the young are listed in two homes until the settings' age", arguments: [18, 25])
  func listedTwice(_ grownUp: Int) {
    var village = browns
    village.add("Tom Brown", born: "1992-01-10", female: false)
    village.add("Dan Brown", born: "1970-03-03", female: false)
    village.see("Dan Brown", at: "flat", from: "2009-03-01")
    village.see("Tom Brown", at: "first", from: "2008-10-01")
    village.see("Tom Brown", at: "first", from: "2012-06-01", source: 3)
    village.see("Tom Brown", at: "flat", from: "2012-03-01", source: 4, isKept: true)
    var settings = Village.settings
    settings.ages.grownUp = grownUp
    let families = FamilyFormer(settings).families(of: village.input).families
    let home = families.first { $0.home.contains(village.place("Mel Brown")) }?.home ?? []
    #expect(home.contains(village.place("Tom Brown")) == (grownUp == 25))
  }

  @Test("a looked-after child of whom no row names a parent stays with those it lived with")
  func lookedAfterByHome() {
    var village = browns
    village.add("Tia Brown", born: "2006-02-08", female: true)
    village.see("Tia Brown", at: "first", from: "2008-10-01")
    village.takeIntoCare("Tia Brown", from: "2010-01-01")
    #expect(village.family(of: "Tia Brown").contains("Tia Brown: looked-after-child"))
  }

  @Test("who is only a name beside a child is whoever lives there under that name")
  func namesake() {
    var other = Village()
    other.add("Ann Price", born: "1980-01-01", female: true)
    other.add("Ryan Price", born: "2001-01-01", female: false)
    other.add("Ann  Price")
    other.see(["Ann Price", "Ryan Price"], at: "home", from: "2009-01-01")
    other.see("Ann  Price", at: "home", from: "2012-01-01", isDated: false)
    other.say("Ann  Price", "parent-of", "Ryan Price")
    #expect(other.family(of: "Ryan Price") == ["Ann Price: parent", "Ryan Price: dependent-child"])
  }

  @Test("a mother known only beside the child's name does not live with the grandparents")
  func kinship() {
    var village = Village()
    village.add("Ann Price", born: "1951-08-04", female: true)
    village.add("Ryan Price", born: "1999-10-09", female: false)
    village.add("Caroline Price", born: "1976-12-01", female: true)
    village.see(["Ann Price", "Ryan Price"], at: "home", from: "2008-03-15")
    village.see("Caroline Price", at: "home", from: "2012-05-01", isDated: false)
    village.say("Caroline Price", "parent-of", "Ryan Price")
    let family = village.family(of: "Ryan Price")
    #expect(family.contains("Caroline Price: non-resident-parent"))
    #expect(family.contains { $0.hasPrefix("Ann Price") })
  }

  @Test("a young mother heads her own family")
  func youngMother() {
    var village = Village()
    village.add("Kyra Oliver", born: "1995-09-14", female: true)
    village.add("Morgan Oliver", born: "2012-02-16", female: false)
    village.see(["Kyra Oliver", "Morgan Oliver"], at: "flat", from: "2012-03-01")
    village.say("Kyra Oliver", "parent-of", "Morgan Oliver")
    #expect(
      village.family(of: "Morgan Oliver") == [
        "Kyra Oliver: parent", "Morgan Oliver: dependent-child",
      ])
  }
}

@Suite("Homes over time")
struct HomesOverTimeTests {
  @Test("a child of whom no row told since moves with its mother")
  func follows() {
    var village = Village()
    village.add("Mel Brown", born: "1972-12-06", female: true)
    village.add("Ruby Brown", born: "2002-10-24", female: true)
    village.add("Sue Wood", born: "1970-01-01", female: true)
    village.add("Jim Wood", born: "1999-01-01", female: false)
    village.see(["Mel Brown", "Ruby Brown"], at: "old", from: "2005-01-01")
    village.see("Mel Brown", at: "new", from: "2011-01-01", source: 1)
    village.see(["Sue Wood", "Jim Wood"], at: "old", from: "2011-02-01")
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    village.say("Sue Wood", "parent-of", "Jim Wood")
    #expect(
      village.family(of: "Ruby Brown") == ["Mel Brown: parent", "Ruby Brown: dependent-child"])
    #expect(village.family(of: "Jim Wood") == ["Jim Wood: dependent-child", "Sue Wood: parent"])
  }

  @Test("a family that left the county is none on the day, and was one before")
  func gone() {
    var village = Village()
    for name in ["Mel Brown", "Ruby Brown"] {
      village.add(
        name, born: name.hasPrefix("Mel") ? "1982-12-06" : "2002-10-24", female: true,
        left: "2010-05-05")
      village.see(name, at: "old", from: "2005-01-01", seen: "2013-07-01")
    }
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    #expect(village.family(of: "Ruby Brown").isEmpty)
    #expect(village.family(of: "Ruby Brown", on: "2010-05-05").count == 2)
  }

  @Test("one wrong address does not part a child from its mother")
  func strayAddress() {
    var village = Village()
    village.add("Mel Brown", born: "1972-12-06", female: true)
    village.add("Ruby Brown", born: "2002-10-24", female: true)
    village.see(["Mel Brown", "Ruby Brown"], at: "home", from: "2005-01-01")
    village.see("Ruby Brown", at: "misspelt", from: "2012-01-01", source: 1)
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    #expect(village.family(of: "Ruby Brown").count == 2)
  }

  @Test("without any relation, name, age and moving together make a family")
  func withoutRelations() {
    var village = Village()
    village.add("Amy West", born: "1980-01-01", female: true)
    village.add("Ned East", born: "1979-01-01", female: false)
    village.add("Kit East", born: "2004-01-01", female: false)
    let all = ["Amy West", "Ned East", "Kit East"]
    village.see(all, at: "one", from: "2005-01-01")
    village.see(all, at: "two", from: "2009-06-01")
    #expect(village.family(of: "Kit East").count == 3)
    #expect(village.family(of: "Amy West").contains("Kit East: dependent-child"))
  }
}
