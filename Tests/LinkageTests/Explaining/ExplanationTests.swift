import TestSupport
import Testing
import YAMLFiles

@testable import Linkage

@Suite struct ExplanationTests {
  private struct Linked {
    let linker: Linker
    let model: LinkageModel
    let scored: ScoredPairs
    let clustering: Clustering

    /// Records of which a third are copies of others with a cell or two changed.
    init(_ count: Int, seed: UInt64) async throws {
      var rows = MadeRecords.rows(count, seed: seed)
      let others = MadeRecords.rows(count, seed: seed + 1)
      for index in stride(from: 2, to: count, by: 3) {
        let id = rows[index][0]
        rows[index] = rows[index - 1 - index % 2]
        rows[index][0] = id
        rows[index][1 + index % 6] = others[index][1 + index % 6]
      }
      linker = try await MadeRecords.linker(
        rows,
        text: MadeRecords.settingsText + "\nclusters: { join: 0.5, never_two: [postcode] }")
      model = await linker.train().model
      scored = await linker.score(with: model)
      clustering = linker.cluster(scored, with: model)
    }

    /// Trained once for all tests, since that takes longest.
    private static let shared = Task { try await Linked(210, seed: 31) }

    static func one() async throws -> Linked { try await shared.value }
  }

  @Test func `the parts add up to the weight that is written`() async throws {
    let linked = try await Linked.one()
    let explainer = linked.linker.explainer(linked.model, linked.clustering)
    let weights = linked.scored.weights
    #expect(weights.count == linked.scored.pairs.count && weights.count > 120)
    var rare = 0
    for (pair, written) in zip(linked.scored.pairs, weights) {
      let explained = explainer.explain(pair.left, pair.right)
      #expect(abs(explained.weight - written) < 1e-9)
      let sum =
        explained.steps.reduce(explained.prior) { $0 + $1.weight }
        + (explained.lookAlikes?.weight ?? 0)
      #expect(abs(sum - written) < 1e-9)
      #expect(explained.wasCompared)
      rare += explained.steps.count { $0.rarity != nil }
    }
    #expect(rare > 50, "rarity was never looked at")
  }

  @Test func `each level has the model's m and u, and a missing value says nothing`() async throws {
    let linked = try await Linked.one()
    let explainer = linked.linker.explainer(linked.model, linked.clustering)
    for left in 0..<RecordNumber(40) {
      for right in (left + 1)..<RecordNumber(60) {
        let explained = explainer.explain(right, left)
        #expect(explained == explainer.explain(left, right))
        for (step, comparison) in zip(explained.steps, linked.model.comparisons) {
          guard step.number > 0 else {
            #expect(step.weight == 0 && step.m == nil && step.level == nil)
            continue
          }
          let level = comparison.levels[step.number - 1]
          #expect(step.m == level.m && step.u == level.u && step.level == level.label)
          #expect(step.levelWeight == Evidence.weight(m: level.m, u: level.u))
        }
      }
    }
  }

  @Test func `a pair was compared exactly if a rule makes it`() async throws {
    let model = try await Linked.one().model
    let linker = try await MadeRecords.linker(
      MadeRecords.rows(80, seed: 33),
      text: MadeRecords.settingsText
        + "\nbudget: { pairs_at_least: 30, pairs_per_record: 1 }")
    let explainer = linker.explainer(model)
    let walk = PairWalk(plan: linker.plan, table: linker.table, mode: .deduplicate)
    var made: Set<[RecordNumber]> = []
    for piece in walk.pieces(ofRules: 0..<linker.plan.rules.count) {
      walk.forEachPair(in: piece) { made.insert([$0, $1]) }
    }
    var (tooLarge, apart) = (0, 0)
    for left in 0..<RecordNumber(80) {
      for right in (left + 1)..<max(left + 1, RecordNumber(80)) {
        let explained = explainer.explain(left, right)
        #expect(explained.wasCompared == made.contains([left, right]))
        #expect((explained.whyNeverCompared == nil) == explained.wasCompared)
        #expect(explainer.weight(right, left) == explained.weight)
        #expect(explained.meetings.count == linker.settings.blocking.count)
        for meeting in explained.meetings {
          switch meeting.outcome {
          case .tooLarge(let records):
            let rule = try #require(
              linker.plan.rules.first { $0.parent == nil && $0.text == meeting.rule })
            let agreeing = (0..<RecordNumber(80)).count { linker.table.agree(left, $0, on: rule) }
            // Of a rule with a list the block is that of one value, and others agree by another.
            #expect(rule.list == nil ? records == agreeing : (2...agreeing).contains(records))
            tooLarge += 1
          case .apart(let differs, let missing):
            #expect(!differs.isEmpty || !missing.isEmpty)
            apart += 1
          case .together: break
          }
        }
      }
    }
    #expect(!made.isEmpty && tooLarge > 0 && apart > 0)
  }

  @Test func `the verdict says what became of the pair`() async throws {
    let linked = try await Linked.one()
    let explainer = linked.linker.explainer(linked.model, linked.clustering)
    var verdicts: [String: Int] = [:]
    var pairs = linked.scored.pairs
    for left in 0..<RecordNumber(30) {
      for right in (left + 1)..<31 { pairs.append(ScoredPair(left, right, weight: 0)) }
    }
    for pair in pairs {
      let explained = explainer.explain(pair.left, pair.right)
      let verdict = try #require(explained.verdict)
      verdicts[verdict.word, default: 0] += 1
      let clusters = [pair.left, pair.right].map { linked.clustering.clusters[Int($0)] }
      let isEnough = explained.weight >= linked.linker.joinWeight
      switch verdict {
      case .joined(let cluster), .joinedThroughOthers(let cluster):
        #expect(clusters == [Int32(cluster - 1), Int32(cluster - 1)])
      case .tooLight(let lacking):
        #expect(clusters[0] != clusters[1] && !isEnough && lacking > 0)
      case .neverCompared: #expect(isEnough && !explained.wasCompared)
      case .keptApart(let why):
        #expect(clusters[0] != clusters[1] && isEnough && explained.wasCompared)
        #expect(!why.isEmpty)
      }
    }
    #expect(verdicts["joined", default: 0] > 0)
    #expect(verdicts["too-light", default: 0] > 0)
    #expect(verdicts["kept-apart", default: 0] > 0)
  }

  @Test func `the sentence names each part with its bits`() async throws {
    let linked = try await Linked.one()
    let explainer = linked.linker.explainer(linked.model, linked.clustering)
    let pair = try #require(linked.scored.pairs.max { $0.weight < $1.weight })
    let explained = explainer.explain(pair.left, pair.right)
    for step in explained.steps where step.number > 0 {
      #expect(explained.sentence.contains("\(step.words) \(Bits.signed(step.weight))"))
    }
    #expect(explained.sentence.hasSuffix("likely one person."))
    let differing = linked.scored.pairs.lazy.compactMap { pair in
      explainer.explain(pair.left, pair.right).steps.first { $0.isElse }
    }.first
    #expect(try #require(differing).words.hasSuffix("differs"))
  }

  @Test(arguments: [
    (0.99999, "over 99.9%"), (0.9951, "99.5%"), (0.97, "97%"), (0.5, "50%"), (0.0042, "0.4%"),
    (0.0001, "under 0.1%"),
  ])
  func `probabilities are never shown as certain`(probability: Double, words: String) {
    #expect(ProbabilityText.words(probability) == words)
  }

  @Test func `explanations are JSON`() async throws {
    let linked = try await Linked.one()
    let explainer = linked.linker.explainer(linked.model, linked.clustering)
    let pair = try #require(linked.scored.pairs.first)
    let explained = explainer.explain(pair.left, pair.right)
    let document = try YAMLDocument.parse(Array(explained.json.utf8), name: "why.json")
    #expect(document.root["weight"]?.text.flatMap { Double($0) } == explained.weight)
    #expect(document.root["verdict"]?.text == explained.verdict?.word)
    let person = linked.linker.explainPerson(
      of: pair.left, linked.model, linked.scored, linked.clustering)
    let other = try YAMLDocument.parse(Array(person.json.utf8), name: "how.json")
    #expect(other.root["cluster"]?.text == "\(person.cluster)")
  }

  @Test func `a person came together by one step fewer than records`() async throws {
    let linked = try await Linked.one()
    var isLarge = false
    for record in stride(from: RecordNumber(0), to: 210, by: 6) {
      let person = linked.linker.explainPerson(
        of: record, linked.model, linked.scored, linked.clustering)
      #expect(person.steps.count == person.records.count - 1)
      #expect(person.records.contains(linked.linker.table.name(record)))
      let weights = person.steps.map(\.pair.weight)
      #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 - 1e-4 })
      for step in person.steps { #expect(step.pair.weight >= linked.linker.joinWeight - 1e-4) }
      if person.records.count > 2 { isLarge = true }
    }
    #expect(isLarge)
  }

  @Test func `records are found by source and id, or by an id alone`() async throws {
    let rows = [["a:1", "Anna", "Smith", "", "", "", ""], ["2", "Bob", "Khan", "", "", "", ""]]
    let chunks =
      MadeRecords.chunks(rows, size: 9) + MadeRecords.chunks([rows[1]], size: 9, source: 1)
    let linker = await Linker(
      try MadeRecords.settings(), chunks: chunks, sources: ["a", "b"], threads: 1)
    #expect(linker.table.records(named: "a:1") == [0])
    #expect(linker.table.records(named: "a:a:1") == [0])
    #expect(linker.table.records(named: "2") == [1, 2])
    #expect(linker.table.records(named: "b:2") == [2])
    #expect(linker.table.records(named: "b:1") == [])
    #expect(linker.table.records(named: "") == [])
  }
}
