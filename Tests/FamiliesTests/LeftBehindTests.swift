@testable import Families
import Testing
import Vocabulary

@Suite("Who fled and who was left behind, though rows say little of it")
struct LeftBehindTests {
  @Test("who was left behind is not shown with others of the home that somebody fled")
  func formerHome() {
    var village = Village()
    village.add("Sara Ford", born: "1996-09-11", female: true, protected: "2010-07-01")
    village.add("Jack Ford", born: "1993-10-24", female: false)
    village.add("Craig Mills", born: "1972-02-09", female: false)
    village.see(["Sara Ford", "Jack Ford", "Craig Mills"], at: "first", from: "2005-01-01")
    village.see("Craig Mills", at: "next", from: "2009-10-01")
    village.see("Jack Ford", at: "flat", from: "2010-05-01")
    village.see("Sara Ford", at: "new", from: "2010-07-01")
    #expect(village.everTogether(with: "Craig Mills").isEmpty)
  }

  /// Nina is in a refuge with Dominic, but the school's row of her was not recognised as hers.
  private func split(_ name: String, born: String? = nil) -> Village {
    var village = Village()
    village.home("room 2", building: 9, flat: true, room: true)
    village.add("Nina Bailey", born: "1975-05-09", female: true)
    village.add(name, born: born, female: true)
    village.add("Dominic Bailey", born: "2006-11-27", female: false)
    village.add("Michael Malfield", born: "1975-02-01", female: false)
    village.see(
      ["Nina Bailey", "Dominic Bailey", "Michael Malfield"], at: "first", from: "2006-12-01")
    for name in ["Nina Bailey", "Michael Malfield"] {
      village.see(name, at: "first", from: "2012-11-01", source: 2)
    }
    village.see("Dominic Bailey", at: "room 2", from: "2013-05-30", source: 1)
    village.see(name, at: "room 2", from: "2013-05-30", source: 1)
    village.say("Nina Bailey", "parent-of", "Dominic Bailey")
    village.say(name, "parent-of", "Dominic Bailey")
    village.say("Michael Malfield", "jointly-liable", "Nina Bailey")
    return village
  }

  @Test(
    "a mother is safe where a part of her records is",
    arguments: [("N2 Bailey", "1975-05-09"), ("Bailey Nina", "1978-01-01")])
  func partOfHerRecords(_ name: String, _ born: String) {
    #expect(!split(name, born: born).everTogether(with: "Nina Bailey").contains("Michael Malfield"))
    #expect(!split(name, born: born).everTogether(with: name).contains("Michael Malfield"))
  }

  @Test("somebody of whom only an initial is known may be the one who fled")
  func initialAlone() {
    var village = Village()
    village.add("Philippa Lanvean", born: "1978-01-03", female: true, protected: "2012-09-03")
    village.add("P Lanvean", female: true)
    village.add("Keith Lanvean", born: "1971-07-04", female: false)
    village.see(
      ["Philippa Lanvean", "P Lanvean", "Keith Lanvean"], at: "first", from: "2008-01-01")
    village.see("Philippa Lanvean", at: "new", from: "2012-09-03")
    #expect(village.everTogether(with: "P Lanvean").isEmpty)
  }

  @Test("somebody of another initial than the one who fled was left behind")
  func otherInitial() {
    var village = Village()
    village.add("Philippa Lanvean", born: "1978-01-03", female: true, protected: "2012-09-03")
    village.add("K Lanvean", female: false)
    village.add("Tom Lanvean", born: "2006-11-14", female: false, protected: "2012-09-03")
    village.see(["Philippa Lanvean", "K Lanvean", "Tom Lanvean"], at: "first", from: "2008-01-01")
    village.see("Philippa Lanvean", at: "new", from: "2012-09-03")
    #expect(!village.family(of: "Tom Lanvean").contains("K Lanvean: parent"))
  }

  @Test("a small child whose parents no row names went with the mother who fled its home")
  func childWithoutTie() {
    var village = Village()
    village.home("room 2", building: 9, flat: true, room: true)
    village.add("Caroline Grant", born: "1976-01-05", female: true)
    village.add("Charlotte Grant", born: "2007-03-06", female: true)
    village.add("Matthew Grant", born: "2010-06-20", female: false)
    village.add("Stuart Grant", born: "1974-10-12", female: false)
    village.see(
      ["Caroline Grant", "Charlotte Grant", "Matthew Grant", "Stuart Grant"], at: "first",
      from: "2010-07-01")
    village.see(["Caroline Grant", "Charlotte Grant"], at: "room 2", from: "2012-12-05", source: 1)
    village.say("Caroline Grant", "parent-of", "Charlotte Grant")
    #expect(!village.everTogether(with: "Stuart Grant").contains("Matthew Grant"))
  }

  @Test("a woman in a room is taken for the mother of the child of her name with whom she lived")
  func womanAlone() {
    var village = Village()
    village.home("room 1", building: 9, flat: true, room: true)
    village.add("Annette Johnson", born: "1975-09-04", female: true)
    village.add("Thomas Johnson", born: "2006-12-28", female: false)
    village.add("Neil Johnson", born: "1975-08-28", female: false)
    village.see(
      ["Annette Johnson", "Thomas Johnson", "Neil Johnson"], at: "first", from: "2007-09-01")
    village.see("Neil Johnson", at: "first", from: "2013-07-02", source: 2)
    village.see("Annette Johnson", at: "room 1", from: "2013-04-02", source: 2)
    village.say("Annette Johnson", "jointly-liable", "Neil Johnson")
    #expect(village.everTogether(with: "Neil Johnson").isEmpty)
  }

  @Test(
    "a mother is safe with her children whose address is withheld, though rows have the old one")
  func motherOfWithheld() {
    var village = Village()
    village.add("Samantha Saler", born: "1989-12-02", female: true)
    village.add("Harrison Fair", born: "2007-06-16", female: false, protected: "2013-05-30")
    village.add("Lee Fair", born: "1991-02-19", female: false)
    village.see(["Samantha Saler", "Harrison Fair", "Lee Fair"], at: "first", from: "2008-02-21")
    village.see(["Samantha Saler", "Lee Fair"], at: "first", from: "2013-07-02", source: 1)
    village.see("Harrison Fair", at: "first", from: "2013-07-10", source: 2)
    for parent in ["Samantha Saler", "Lee Fair"] {
      village.say(parent, "parent-of", "Harrison Fair")
    }
    village.say("Samantha Saler", "jointly-liable", "Lee Fair")
    #expect(village.everTogether(with: "Lee Fair").isEmpty)
    #expect(
      village.family(of: "Harrison Fair") == [
        "Harrison Fair: dependent-child", "Samantha Saler: parent",
      ])
  }

  @Test(
    "a child of whom no row says that it is protected is where its brother and their mother are")
  func brotherOfWithheld() {
    var village = Village()
    village.add("Samantha Saler", born: "1989-12-02", female: true)
    village.add("Joshua Fair", born: "2007-03-17", female: false)
    village.add("Harrison Fair", born: "2010-04-30", female: false, protected: "2013-05-30")
    village.add("Lee Fair", born: "1986-02-19", female: false)
    let family = ["Samantha Saler", "Joshua Fair", "Harrison Fair", "Lee Fair"]
    village.see(family, at: "first", from: "2007-06-23")
    village.see(["Lee Fair", "Joshua Fair"], at: "first", from: "2013-07-02", source: 1)
    for (parent, child) in [
      ("Samantha Saler", "Joshua Fair"), ("Samantha Saler", "Harrison Fair"),
      ("Lee Fair", "Joshua Fair"), ("Lee Fair", "Harrison Fair"),
    ] { village.say(parent, "parent-of", child) }
    #expect(village.everTogether(with: "Lee Fair").isEmpty)
    #expect(
      village.family(of: "Joshua Fair") == [
        "Harrison Fair: dependent-child", "Joshua Fair: dependent-child", "Samantha Saler: parent",
      ])
  }

  @Test("a child is where its mother fled with its brother, though its school has the old address")
  func brotherInARoom() {
    var village = Village()
    village.home("room 3", building: 9, flat: true, room: true)
    village.add("Tracy Ashcombe", born: "1979-07-22", female: true)
    village.add("Tom Chatland", born: "1982-03-19", female: false)
    village.add("Joshua Ashcombe", born: "2007-03-17", female: false)
    village.add("Harry Ashcombe", born: "2010-04-30", female: false, protected: "2012-11-02")
    let family = ["Tracy Ashcombe", "Tom Chatland", "Joshua Ashcombe", "Harry Ashcombe"]
    village.see(family, at: "first", from: "2007-06-23")
    village.see(["Tom Chatland", "Joshua Ashcombe"], at: "first", from: "2013-05-30", source: 1)
    village.see("Tracy Ashcombe", at: "room 3", from: "2013-01-02", source: 2)
    for parent in family.prefix(2) {
      for child in family.suffix(2) { village.say(parent, "parent-of", child) }
    }
    #expect(village.everTogether(with: "Tom Chatland").isEmpty)
    #expect(
      village.family(of: "Joshua Ashcombe") == [
        "Harry Ashcombe: dependent-child", "Joshua Ashcombe: dependent-child",
        "Tracy Ashcombe: parent",
      ])
  }

  @Test(
    "a child kept secret is not brought home to a parent who was left, though both go by one name",
    arguments: ["Liam Tomson", "Lloyd Philkins"])
  func aloneInARoom(_ name: String) {
    let child = name + " "  // The village tells people apart by what they are called there.
    var village = Village()
    village.home("room 1", building: 9, flat: true, room: true)
    village.add("Lloyd Philkins", born: "1976-04-21", female: false)
    village.add(child, born: "2006-11-14", female: false, protected: "2013-04-15")
    village.see(["Lloyd Philkins", child], at: "first", from: "2006-11-26")
    village.see("Lloyd Philkins", at: "first", from: "2013-07-02", source: 1)
    village.see(child, at: "room 1", from: "2013-05-30", source: 1)
    village.say("Lloyd Philkins", "parent-of", child)
    #expect(village.everTogether(with: "Lloyd Philkins").isEmpty)
  }

  @Test("nobody is taken along to where a child is kept secret")
  func followedToARoom() {
    var village = Village()
    village.home("room 1", building: 9, flat: true, room: true)
    village.add("Claire Tomson", born: "1977-01-19", female: true)
    village.add("Lloyd Philkins", born: "1976-04-21", female: false)
    village.add("Liam Tomson", born: "2006-11-14", female: false, protected: "2013-04-15")
    village.see(
      ["Claire Tomson", "Lloyd Philkins", "Liam Tomson"], at: "first", from: "2006-11-26")
    village.see("Claire Tomson", at: "room 1", from: "2013-05-30", source: 1)
    village.see("Liam Tomson", at: "room 1", from: "2013-05-30", source: 1)
    for parent in ["Claire Tomson", "Lloyd Philkins"] {
      village.say(parent, "parent-of", "Liam Tomson")
    }
    #expect(village.everTogether(with: "Lloyd Philkins").isEmpty)
  }

  // MARK: Neighbours

  /// A list of one office puts Marjorie into a neighbour's flat besides her own.
  private func neighbours(ownSince: String, neighbourSince: String) -> Village {
    var village = Village()
    village.home("flat 2", building: 7, flat: true)
    village.home("flat 6", building: 7, flat: true)
    village.add("Marjorie Taylor", born: "1964-09-20", female: true)
    village.add("Margaret Taylor", born: "1943-06-26", female: true)
    village.see("Marjorie Taylor", at: "flat 2", from: ownSince, source: 1, isKept: true)
    village.see("Marjorie Taylor", at: "flat 2", from: "2013-06-01", source: 2)
    village.see("Marjorie Taylor", at: "flat 6", from: neighbourSince, source: 3, isKept: true)
    village.see("Margaret Taylor", at: "flat 6", from: "2005-05-29", source: 2)
    return village
  }

  @Test(
    "neighbours of one surname are two, whichever flat a list puts one of them into, and when",
    arguments: [("2006-04-22", "2005-05-17"), ("2006-04-22", "2013-03-08")])
  func neighbourTakenForAnother(_ own: String, _ neighbour: String) {
    let village = neighbours(ownSince: own, neighbourSince: neighbour)
    for name in ["Margaret Taylor", "Marjorie Taylor"] {
      #expect(village.family(of: name).count <= 1, "nobody lives with a neighbour")
    }
  }

  @Test("who moved back into a home lives there, whatever was between")
  func movedBack() {
    var village = Village()
    village.add("Elaine McLean", born: "1965-05-15", female: true)
    village.add("Charles McLean", born: "2001-07-04", female: false)
    for since in ["2000-05-29", "2010-04-17"] {
      village.see("Elaine McLean", at: "home", from: since, source: 1, isKept: true)
    }
    village.see("Elaine McLean", at: "elsewhere", from: "2009-04-18", source: 2, isKept: true)
    village.see("Charles McLean", at: "home", from: "2001-07-04", source: 3)
    #expect(village.family(of: "Charles McLean").contains("Elaine McLean: parent"))
  }

  @Test("of two families in one home while one moves out each stays by itself")
  func changeover() {
    var village = Village()
    village.add("Guy Barnes", born: "1974-06-10", female: false)
    village.see("Guy Barnes", at: "house", from: "2013-05-13")
    for (parent, child, from) in [
      ("Donna Marer", "Richard Burnmere", "1997-06-06"),
      ("Sophie Barnes", "Aimee Barnes", "2013-05-13"),
    ] {
      village.add(parent, born: "1975-06-15", female: true)
      village.add(child, born: "2001-11-26", female: true)
      village.see([parent, child], at: "house", from: from)
      village.see([parent, child], at: "house", from: "2013-07-01", source: 1)
      village.say(parent, "parent-of", child)
    }
    village.say("Guy Barnes", "parent-of", "Aimee Barnes")
    #expect(
      village.family(of: "Aimee Barnes") == [
        "Aimee Barnes: dependent-child", "Guy Barnes: parent", "Sophie Barnes: parent",
      ])
  }

  @Test(
    "who lived in a home before a couple came with its child belongs to them if two lists say so",
    arguments: [0, 1, 2])
  func formerTenant(_ lists: Int) {
    var village = Village()
    village.add("Amy Mills", born: "1981-12-07", female: true)
    village.see("Amy Mills", at: "house", from: "2003-09-30")
    for list in 0..<lists {
      village.see("Amy Mills", at: "house", from: "2013-06-01", source: UInt16(list + 1))
    }
    village.add("Karen Reid", born: "1971-10-13", female: true)
    village.add("Ben Reid", born: "1968-10-01", female: false)
    village.add("Leila Reid", born: "2002-02-21", female: true)
    village.see(["Karen Reid", "Ben Reid", "Leila Reid"], at: "house", from: "2013-04-12")
    for parent in ["Karen Reid", "Ben Reid"] { village.say(parent, "parent-of", "Leila Reid") }
    #expect((village.family(of: "Amy Mills").count > 1) == (lists > 1))
    let family = Set(village.everTogether(with: "Karen Reid"))
    #expect(family.isSuperset(of: ["Ben Reid", "Leila Reid"]))
  }
}
