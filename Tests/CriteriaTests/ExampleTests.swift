import Testing
import Vocabulary

@testable import Criteria

/// The examples of every shipped pack, which are its tests and its documentation.
struct ExampleTests {
  @Test(arguments: ShippedPacks.names)
  func `comes to what each example says`(name: String) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack(name, vocabulary)
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    for (place, criterion) in pack.criteria.enumerated() {
      for example in criterion.examples {
        let file = pack.caseFile(of: example, vocabulary: vocabulary)
        let findings = engine.findings(for: file, at: example.date)
        let finding = findings.findings[place]
        #expect(
          finding.state == example.expected,
          "\(name).yaml:\(example.line) \(criterion.name): \(example.title): \(findings.gaps(of: finding).map(\.reason))"
        )
      }
    }
  }

  @Test(arguments: ShippedPacks.names)
  func `has examples on both sides of every rule`(name: String) throws {
    let pack = try ShippedPacks.pack(name, try ShippedPacks.vocabulary())
    for criterion in pack.criteria {
      if case .notComputable = criterion.rule { continue }
      let states = Set(criterion.examples.map(\.expected))
      let wanted: Set<FindingState> = [criterion.rule.canBeMet ? .met : .cannotTell, .notMet]
      #expect(states.isSuperset(of: wanted), "\(criterion.name)")
    }
  }
}

extension Rule {
  /// Whether the rule ever says more than that something points to it.
  fileprivate var canBeMet: Bool {
    switch self {
    case .perhaps, .notComputable: false
    case .some(_, let rule): rule.canBeMet
    default: true
    }
  }
}
