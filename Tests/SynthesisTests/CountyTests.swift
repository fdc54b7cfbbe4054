import Synthesis
import Testing
import Vocabulary

@Suite("A county")
struct CountyTests {
  @Test("is the same for the same seed, in any order")
  func sameAgain() {
    let county = County(CountySettings(people: 1_200, seed: 11))
    let forwards = (0..<4).map { String(describing: county.neighbourhood($0)) }
    let again = County(CountySettings(people: 1_200, seed: 11))
    let backwards = (0..<4).reversed().map { String(describing: again.neighbourhood($0)) }
    #expect(county.neighbourhoodCount == 4)
    #expect(forwards == backwards.reversed())
  }

  @Test("is another for another seed")
  func another() {
    let one = County(CountySettings(people: 300, seed: 11)).neighbourhood(0)
    let other = County(CountySettings(people: 300, seed: 12)).neighbourhood(0)
    #expect(String(describing: one.people) != String(describing: other.people))
  }

  @Test("has about as many residents as asked", arguments: [60, 300, 1_000, 5_000])
  func size(people: Int) {
    let county = County(CountySettings(people: people, seed: 3))
    var residents = 0
    for number in 0..<county.neighbourhoodCount {
      let world = county.neighbourhood(number)
      residents += Samples.residents(of: world, on: county.settings.asOf).count
    }
    // Norwich is always there whole, and the last family is never cut.
    #expect(residents >= people)
    #expect(residents <= people + 80 + 12 * county.neighbourhoodCount)
  }
}

/// Counties that several tests look at, made once.
enum Samples {
  static let county = County(CountySettings(people: 6_000, seed: 7, familiesPerTroubledFamily: 3))
  static let worlds = (0..<county.neighbourhoodCount).map { county.neighbourhood($0) }
  static let asOf = county.settings.asOf

  static func residents(of world: Neighbourhood, on day: Day) -> Set<Person.ID> {
    Set(world.residences.filter { !$0.isSecondHome && $0.holds(on: day) }.map(\.person))
  }
}
