import Testing
import Vocabulary

@testable import Criteria

/// What more or less data may do to an answer.
struct MonotonicityTests {
  /// A case file without what one source says of a kind, whether of a fact or of silence.
  private func without(kind: UInt16, _ file: CaseFile) -> CaseFile {
    var less = file
    less.coverage.removeAll { $0.kind == kind }
    less.facts = []
    for place in file.families.indices {
      let first = less.facts.count
      less.facts += file.facts[file.families[place].facts].filter { $0.kind != kind }
      less.families[place].facts = first..<less.facts.count
    }
    return less
  }

  /// Whether the rule only counts what happened: more facts can only help it.
  private func onlyCounts(_ rule: Rule, _ pack: CriteriaPack) -> Bool {
    switch rule {
    case .criterion(let name):
      pack.place(of: name).map { onlyCounts(pack.criteria[$0].rule, pack) } ?? false
    case .atLeast(_, let rules): rules.allSatisfy { onlyCounts($0, pack) }
    case .some(_, let rule), .perhaps(let rule): onlyCounts(rule, pack)
    case .facts, .spell, .member, .covered, .decision: true
    case .allRelevant, .not, .every, .latest, .measure, .share, .fall, .unanswered, .notComputable:
      false
    }
  }

  @Test(arguments: ShippedPacks.names)
  func `a missing source never makes more certain`(name: String) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack(name, vocabulary)
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    var invented = InventedFamilies(pack, vocabulary, terms, seed: 7)
    let date = pack.setting.date
    let file = invented.file(at: date, families: 12)
    let all = engine.findings(for: file, at: date).findings
    var changed = 0
    for kind in Set(file.facts.map(\.kind)).sorted() {
      let less = engine.findings(for: without(kind: kind, file), at: date).findings
      for (finding, fewer) in zip(all, less) {
        let criterion = pack.criteria[Int(finding.criterion)]
        let place =
          "\(criterion.name), family \(finding.family), without \(vocabulary.kinds[Int(kind)].name)"
        if finding.state != fewer.state { changed += 1 }
        #expect(
          !(finding.state == .cannotTell && fewer.state == .met), "certain with less: \(place)")
        if onlyCounts(criterion.rule, pack) {
          #expect(
            !(fewer.state == .met && finding.state != .met), "no longer met with more: \(place)")
        }
      }
    }
    #expect(changed > 30)
  }
}
