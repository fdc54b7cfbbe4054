import Synthesis
import Testing
import Vocabulary

@Suite("The people are as various as real ones")
struct VarietyTests {
  private static let people = Samples.worlds.flatMap(\.people)

  @Test("surnames: many, and the commonest is borne by about one in eighty")
  func surnames() {
    let counts = Dictionary(grouping: Self.people, by: { $0.names[0].surname }).mapValues(\.count)
    #expect(counts.count * 100 / Self.people.count >= 15)
    #expect((counts.values.max() ?? 0) * 1_000 / Self.people.count <= 25)
  }

  @Test("each shape of family, origin and kind of dwelling is there")
  func everySort() {
    let shapes = Set(Samples.worlds.flatMap(\.families).map(\.shape))
    #expect(shapes == Set(Family.Shape.allCases))
    #expect(Set(Self.people.map(\.origin)) == Set(Origin.allCases))
    let kinds = Set(Samples.worlds.flatMap(\.dwellings).map(\.kind))
    #expect(kinds == Set(Dwelling.Kind.allCases))
  }

  @Test("there are twins with near names, and sons of their father's name")
  func nearNames() {
    let worlds = Samples.worlds
    let twins = Self.people.filter { $0.twin != nil }
    #expect(twins.count >= 20)
    for twin in twins {
      guard let other = twin.twin.map({ worlds[$0.neighbourhood][$0] }) else { continue }
      #expect(other.twin == twin.id && other.born == twin.born)
      #expect(other.names[0].forename != twin.names[0].forename)
    }
    let namesakes = Self.people.filter { person in
      guard person.sex == .male, let father = person.father else { return false }
      return worlds[father.neighbourhood][father].names[0].forename == person.names[0].forename
    }
    #expect(namesakes.count >= 3)
  }

  @Test("names change by marriage, divorce, a stepfather and flight")
  func changes() {
    let reasons = Set(Self.people.flatMap(\.names).map(\.reason))
    #expect(reasons.isSuperset(of: [.birth, .marriage, .divorce, .stepfamily, .fleeing]))
  }

  @Test("each kind of happening happens")
  func everyHappening() {
    let kinds = Set(
      Samples.worlds.flatMap(\.events).map { event in
        String(String(describing: event.happening).prefix { $0 != "(" })
      })
    #expect(kinds.count >= 31, "\(kinds.sorted())")
  }
}
