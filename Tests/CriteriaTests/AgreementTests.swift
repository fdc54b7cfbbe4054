import Glibc
import TestSupport
import Testing
import Vocabulary

@testable import Criteria

/// The engine beside a second evaluator that is written as plainly as the rules read.
struct AgreementTests {
  /// `CRITERIA_FAMILIES=100000` asks of as many families under each pack as the promise says.
  static let families = unsafe getenv("CRITERIA_FAMILIES").flatMap {
    unsafe Int(String(cString: $0))
  }

  @Test(arguments: ShippedPacks.names)
  func `agrees with the plain evaluator`(name: String) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack(name, vocabulary)
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    var invented = InventedFamilies(pack, vocabulary, terms, seed: 20_130_722)
    var seen: [FindingState: Int] = [:]
    let count = Self.families ?? 60
    for round in 0..<max(1, count / 20) {
      let date = pack.setting.date.adding(days: 40 - invented.random.below(120))
      let file = invented.file(at: date, families: 20)
      let findings = engine.findings(for: file, at: date)
      var plain = PlainEvaluator(pack, vocabulary, terms, file, at: date)
      for finding in findings.findings {
        plain.family = Int(finding.family)
        let expected = plain.state(of: Int(finding.criterion))
        seen[finding.state, default: 0] += 1
        guard finding.state != expected else { continue }
        let criterion = pack.criteria[Int(finding.criterion)].name
        Issue.record(
          "round \(round), family \(finding.family), \(criterion): \(finding.state), plainly \(expected)"
        )
        return
      }
    }
    // A test whose families all come to the same would say nothing.
    for state in FindingState.allCases { #expect(seen[state, default: 0] > count / 20, "\(state)") }
  }
}
