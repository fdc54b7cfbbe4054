import Testing
import Vocabulary

@testable import Families

@Suite("Two of one name in one building, and a register without birth dates")
struct NamesakesTests {
  /// Who knows that the other Olive lives in flat 5.
  private enum Neighbour { case known, unknown, ofAnotherName }

  /// Olive of 1931 has moved to the building; the tax account of flat 5 was taken to be hers.
  private func building(_ neighbour: Neighbour, isSeenHerself: Bool = false) -> Village {
    var village = Village()
    village.home("flat 5", building: 7, flat: true)
    village.add("Olive Tomley", born: "1931-12-04", female: true)
    village.add("Douglas Milton", born: "1935-09-01", female: false)
    village.see("Olive Tomley", at: "Sandringham Road", from: "1990-08-22", source: 1)
    village.see("Douglas Milton", at: "flat 5", from: "2013-02-23", source: 1)
    village.see(
      "Olive Tomley", at: "flat 5", from: "2013-02-23", source: 2, isKept: true, isBare: true)
    village.say(
      "Douglas Milton", "jointly-liable", "Olive Tomley", since: "2013-02-23", inRowBefore: true)
    if isSeenHerself { village.see("Olive Tomley", at: "flat 5", from: "2013-03-01", source: 3) }
    if neighbour != .unknown {
      village.add(
        neighbour == .known ? "Olive Tomley" : "Iris Tomley", born: "1940-01-03", female: true)
      village.see(
        neighbour == .known ? "Olive Tomley" : "Iris Tomley", at: "flat 5", from: "2013-02-23",
        source: 1)
    }
    return village
  }

  /// The people, by the year of birth, who are ever in a family with Douglas.
  private func withDouglas(_ village: Village) -> Set<Int> {
    let place = village.place("Douglas Milton")
    let families = village.formed.families.filter { family in
      family.members.contains { $0.person == place }
    }
    let people = Set(families.flatMap { $0.members.map(\.person) }).subtracting([place])
    return Set(people.compactMap { village.input.people[$0].born?.earliest.year })
  }

  @Test("the row is not hers where another of the name is known in that home")
  func namesake() {
    #expect(withDouglas(building(.known)) == [1940])
  }

  @Test("the row is hers where nobody of the name is known there, or only a relative")
  func nobodyElse() {
    #expect(withDouglas(building(.unknown)) == [1931])
    #expect(withDouglas(building(.ofAnotherName)).contains(1931))
  }

  @Test("the row is hers where another row has her there with her birth date")
  func seenHerself() {
    #expect(withDouglas(building(.known, isSeenHerself: true)).contains(1931))
  }
}
