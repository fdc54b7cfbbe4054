import Synthesis
import Testing
import Vocabulary

@Suite("The county looks like a county")
struct CountyShapeTests {
  /// How many residents in a thousand are in each ten years of age.
  @Test("every age is there in about its share")
  func ages() {
    var counts = Array(repeating: 0, count: 10)
    for world in Samples.worlds {
      for person in Samples.residents(of: world, on: Samples.asOf) {
        counts[min(9, world[person].age(on: Samples.asOf) / 10)] += 1
      }
    }
    let all = counts.reduce(0, +)
    let shares = counts.map { $0 * 1_000 / all }
    let expected = [
      90...180, 90...180, 80...170, 120...230, 110...200, 70...150, 40...120, 30...100,
    ]
    for (share, range) in zip(shares, expected) { #expect(range.contains(share), "\(shares)") }
  }

  @Test("one household in four to six has a child; one or two in six are in social housing")
  func homes() {
    let dwellings = Samples.worlds.flatMap(\.dwellings)
    let social = dwellings.count { $0.tenure == .council || $0.tenure == .registeredProvider }
    #expect((15...45).contains(social * 100 / dwellings.count))
    let families = Samples.worlds.flatMap(\.families)
    let withChildren = families.count { family in
      family.members.contains { $0.role == .child && $0.holds(on: Samples.asOf) }
    }
    #expect((15...40).contains(withChildren * 100 / families.count))
  }

  @Test("about one in so many families with children is troubled", arguments: [4, 20, 60])
  func troubled(oneIn count: Int) {
    let county = County(CountySettings(people: 6_000, seed: 9, familiesPerTroubledFamily: count))
    let families = (1..<county.neighbourhoodCount).flatMap { county.neighbourhood($0).families }
    let withChildren = families.count { family in
      family.members.contains { $0.role == .child && $0.holds(on: county.settings.asOf) }
    }
    let expected = withChildren / count
    let found = families.count(where: \.isTroubled)
    #expect((expected / 2...expected * 2).contains(found), "\(found) of \(withChildren)")
  }

  @Test("a neighbourhood that doesn't exist is a programmer's mistake")
  func noSuchNeighbourhood() async {
    await #expect(processExitsWith: .failure) {
      _ = County(CountySettings(people: 300, seed: 1)).neighbourhood(1)
    }
  }
}
