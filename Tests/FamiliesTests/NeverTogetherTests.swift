import Families
import TestSupport
import Testing
import Vocabulary

@Suite("Who is never of one family")
struct NeverTogetherTests {
  @Test("people of a hostel are no family, by list and by number", arguments: [true, false])
  func institution(_ isListed: Bool) {
    var village = Village()
    village.home("hostel", institution: isListed)
    for number in 0..<24 {
      village.add("Guest\(number) Smith", born: "19\(60 + number)-01-01")
      village.see("Guest\(number) Smith", at: "hostel", from: "2013-01-01")
    }
    #expect(village.formed.families.isEmpty)
    #expect(village.formed.crowdedHomes == (isListed ? 0 : 1))
  }

  @Test("a family in a hostel is one by what rows say")
  func familyInHostel() {
    var village = Village()
    village.home("hostel", institution: true)
    village.add("Mel Brown", born: "1982-12-06", female: true)
    village.add("Ruby Brown", born: "2002-10-24", female: true)
    village.add("Joe Brown", born: "1970-10-24", female: false)
    village.see(["Mel Brown", "Ruby Brown", "Joe Brown"], at: "hostel", from: "2013-01-01")
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    #expect(
      village.family(of: "Ruby Brown") == ["Mel Brown: parent", "Ruby Brown: dependent-child"])
  }

  @Test("sharers of a house are no family")
  func sharers() {
    var village = Village()
    for (number, name) in ["Ann Hall", "Ben Moss", "Cat Lane", "Dov Katz"].enumerated() {
      village.add(name, born: "198\(number)-01-01")
      village.see(name, at: "shared", from: "2012-0\(number + 1)-01")
    }
    #expect(village.formed.families.isEmpty)
  }

  @Test("neighbours in the flats of one building are no family, nor through the building's address")
  func flats() {
    var village = Village()
    village.home("flat 1", building: 7, flat: true)
    village.home("flat 2", building: 7, flat: true)
    village.home("building", building: 7)
    village.add("Ann Brown", born: "1980-01-01", female: true)
    village.add("Ben Brown", born: "2005-01-01", female: false)
    village.add("Cat Brown", born: "1979-01-01", female: true)
    village.see("Ann Brown", at: "flat 1", from: "2009-01-01")
    village.see("Ben Brown", at: "building", from: "2009-01-01")
    village.see("Cat Brown", at: "flat 2", from: "2009-01-01")
    #expect(village.formed.families.isEmpty)
  }

  /// Jess fled with Sara from Craig, the father; Jack is her grown-up son elsewhere.
  private var fled: Village {
    var village = Village()
    village.add("Jess Ford", born: "1975-12-06", female: true, protected: "2010-07-01")
    village.add("Sara Ford", born: "1996-09-11", female: true, protected: "2010-07-01")
    village.add("Craig Mills", born: "1972-02-09", female: false)
    village.add("Ben Ford", born: "2008-12-06", female: false)
    village.see(
      ["Jess Ford", "Sara Ford", "Craig Mills", "Ben Ford"], at: "first", from: "2005-01-01")
    village.say("Jess Ford", "parent-of", "Sara Ford")
    village.say("Jess Ford", "parent-of", "Ben Ford")
    village.say("Craig Mills", "parent-of", "Sara Ford")
    village.say("Craig Mills", "parent-of", "Ben Ford")
    village.say("Craig Mills", "jointly-liable", "Jess Ford")
    return village
  }

  @Test("who is protected is not joined with, nor shown to, the one who was left behind")
  func protected() {
    #expect(!fled.everTogether(with: "Jess Ford").contains("Craig Mills"))
    #expect(!fled.everTogether(with: "Craig Mills").contains("Sara Ford"))
    #expect(fled.family(of: "Sara Ford").contains("Jess Ford: parent"))
  }

  @Test("a small child whom no row tells of since is with the mother who fled")
  func protectedWithMother() {
    #expect(fled.family(of: "Ben Ford").contains("Jess Ford: parent"))
    #expect(!fled.everTogether(with: "Craig Mills").contains("Ben Ford"))
  }

  @Test("a family in a room of a house of rooms is where it is safe")
  func room() {
    var village = Village()
    village.home("room 3", building: 9, flat: true, room: true)
    village.add("Mel Brown", born: "1982-12-06", female: true)
    village.add("Ruby Brown", born: "2002-10-24", female: true)
    village.add("Dan Brown", born: "1980-03-03", female: false)
    village.see(["Mel Brown", "Ruby Brown", "Dan Brown"], at: "first", from: "2008-10-01")
    village.see(["Mel Brown", "Ruby Brown"], at: "room 3", from: "2013-03-01", source: 1)
    village.say("Mel Brown", "parent-of", "Ruby Brown")
    village.say("Dan Brown", "parent-of", "Ruby Brown")
    #expect(village.everTogether(with: "Ruby Brown") == ["Mel Brown", "Ruby Brown"])
    #expect(village.everTogether(with: "Dan Brown").isEmpty)
  }

  @Test("who was ruled apart is, whatever the records say; who was ruled together is one family")
  func rulings() {
    var village = fled
    village.rule("Ben Ford", .apart, "Jess Ford")
    #expect(!village.everTogether(with: "Ben Ford").contains("Jess Ford"))
    var other = Village()
    other.add("Mel Brown", born: "1982-12-06", female: true)
    other.add("Ruby Brown", born: "2002-10-24", female: true)
    other.see("Mel Brown", at: "here", from: "2009-01-01")
    other.see("Ruby Brown", at: "there", from: "2009-01-01")
    #expect(other.formed.families.isEmpty)
    other.rule("Ruby Brown", .together, "Mel Brown")
    #expect(other.family(of: "Ruby Brown").count == 2)
  }

  @Test("a chain of weak ties makes no family of forty")
  func chain() {
    var village = Village()
    for number in 0..<18 {
      village.add("Child\(number) Smith", born: "200\(number % 10)-01-01")
      village.see("Child\(number) Smith", at: "house", from: "2010-01-01")
    }
    village.add("Ann Smith", born: "1970-01-01", female: true)
    village.see("Ann Smith", at: "house", from: "2010-01-01")
    #expect(village.formed.families.allSatisfy { Set($0.members.map(\.person)).count <= 16 })
    #expect(village.formed.notes.contains { $0.kind == .oversized })
  }

  // MARK: Whatever the records

  /// A village of chance: some families, some rulings, some who fled.
  private static func village(_ seed: UInt64) -> (Village, apart: [(String, String)]) {
    var chance = SplitMix64(seed: seed)
    var village = Village()
    var names: [String] = []
    for number in 0..<14 {
      let name = "P\(number) S\(Int.random(in: 0..<3, using: &chance))"
      let isProtected = Int.random(in: 0..<6, using: &chance) == 0
      village.add(
        // No two have one birthday: of one surname they could be one person.
        name, born: "\(1950 + Int.random(in: 0..<62, using: &chance))-03-\(10 + number)",
        female: Bool.random(using: &chance), protected: isProtected ? "2011-01-01" : nil)
      names.append(name)
    }
    for name in names {
      for step in 0..<Int.random(in: 1..<4, using: &chance) {
        village.see(
          name, at: "home\(Int.random(in: 0..<4, using: &chance))",
          from: "20\(10 + step)-0\(Int.random(in: 1..<8, using: &chance))-01", source: UInt16(step))
      }
    }
    var apart: [(String, String)] = []
    for _ in 0..<12 {
      guard let one = names.randomElement(using: &chance),
        let other = names.randomElement(using: &chance), one != other
      else { continue }
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: village.say(one, "parent-of", other)
      case 1: village.say(one, "jointly-liable", other)
      case 2: village.rule(one, .together, other)
      default:
        village.rule(one, .apart, other)
        apart.append((one, other))
      }
    }
    return (village, apart)
  }

  @Test("two ruled apart are never in one family, and no family is too large", arguments: 0..<60)
  func apartByChance(_ seed: Int) {
    let (village, apart) = Self.village(UInt64(seed))
    for (one, other) in apart { #expect(!village.everTogether(with: one).contains(other)) }
    #expect(village.formed.families.allSatisfy { Set($0.members.map(\.person)).count <= 16 })
  }

  @Test("who is protected is in no family with a grown-up who is not", arguments: 0..<60)
  func protectedByChance(_ seed: Int) {
    let (village, _) = Self.village(UInt64(seed))
    let input = village.input
    for family in village.formed.families {
      let people = Set(family.members.map(\.person)).sorted()
      for one in people where input.people[one].protected != nil {
        for other in people where input.people[other].protected == nil {
          let isGrown = input.people[other].born.map { $0.latest.adding(months: 216) <= input.asOf }
          let isOwnChild = input.relations.contains {
            Int($0.from) == one && Int($0.to) == other && $0.kind == 0
          }
          // A mother goes along with the child whose address is withheld.
          let isMother =
            input.people[other].isFemale == true
            && input.relations.contains {
              Int($0.from) == other && Int($0.to) == one && $0.kind == 0
            }
          #expect(isOwnChild || isMother || isGrown == false)
        }
      }
    }
  }

  @Test("families do not depend on the order of the records", arguments: 0..<30)
  func order(_ seed: Int) {
    let (village, _) = Self.village(UInt64(seed))
    var chance = SplitMix64(seed: UInt64(seed) + 1)
    var turned = village.input
    turned.sightings.shuffle(using: &chance)
    turned.relations.shuffle(using: &chance)
    turned.rulings.shuffle(using: &chance)
    let former = FamilyFormer(Village.settings)
    let one = former.families(of: village.input)
    let other = former.families(of: turned)
    #expect(one.families.map(\.members) == other.families.map(\.members))
    #expect(one.families.map(\.evidence) == other.families.map(\.evidence))
  }
}
