import Testing

@Suite("Families of a town without relations")
struct TownTests {
  @Test(
    "names, birth dates and addresses over time make better families than addresses",
    arguments: [3, 14, 159])
  func withoutRelations(_ seed: UInt64) {
    let town = Town(households: 600, seed: seed)
    let actual = town.truePairs
    let byAddress = Town.f1(town.addressPairs, actual)
    let byFamily = Town.f1(town.familyPairs, actual)
    #expect((0.80...0.92).contains(byAddress), "\(byAddress)")
    #expect(byFamily >= 0.93, "\(byFamily), and by address \(byAddress)")
  }
}
