import Journeys
import Testing
import Vocabulary

/// Every example of the shipped pack, which is how the pack documents itself.
@Suite struct ExampleTests {
  @Test func everyExampleComesOutAsThePackSays() throws {
    let rules = try Shipped.rules()
    #expect(rules.triggers.reduce(0) { $0 + $1.examples.count } > 120)
    for (place, trigger) in rules.triggers.enumerated() {
      for example in trigger.examples {
        let outcome = example.run(of: place, in: rules, Shipped.vocabulary)
        #expect(
          outcome == example.outcome, "\(trigger.id) \(example.step ?? ""): \(example.title)")
      }
    }
  }

  @Test func theCatalogueIsWhole() throws {
    let rules = try Shipped.rules()
    let expected = (1...40).map { $0 < 10 ? "W0\($0)" : "W\($0)" }
    #expect(rules.triggers.map(\.id) == expected)
  }

  @Test func everyTriggerShowsBothSides() throws {
    for trigger in try Shipped.rules().triggers {
      let outcomes = trigger.examples.map(\.outcome)
      let occurs = outcomes.contains { if case .occurs = $0 { true } else { false } }
      let isUntold = trigger.steps.allSatisfy { if case .untold = $0.rule { true } else { false } }
      #expect(occurs || isUntold, "\(trigger.id) has no example that occurs")
      #expect(
        outcomes.contains(.doesNotOccur) || isUntold, "\(trigger.id) has none that does not")
    }
  }

  @Test func withNoDataNothingIsSaidNotToOccur() throws {
    let rules = try Shipped.rules()
    var file = CaseFile()
    file.families = [CaseFamily(id: FamilyID(1), people: 0..<0, facts: 0..<0)]
    let asOf = try #require(Day(iso: "2013-07-22"))
    let engine = JourneyEngine(
      rules, costs: nil, vocabulary: Shipped.vocabulary, file: file, asOf: asOf)
    let untold = Set(engine.unfed.map(\.trigger))
    let fromMembership = rules.triggers.indices.filter { place in
      rules.triggers[place].steps.allSatisfy { step in
        switch step.rule {
        case .departure, .load, .missed, .uncoordinated: true
        default: false
        }
      }
    }
    #expect(untold.union(fromMembership) == Set(rules.triggers.indices))
  }
}
