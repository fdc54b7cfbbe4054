import TestSupport
import Testing

@testable import Linkage

/// A pair by the ids of its records, whichever comes first.
private struct NamedPair: Hashable {
  let one: String
  let other: String

  init(_ pair: ScoredPair, _ table: RecordTable) {
    let ids = [table.id(pair.left), table.id(pair.right)].sorted()
    (one, other) = (ids[0], ids[1])
  }
}

@Suite struct LinkerTests {
  private func found(
    _ rows: [[String]], size: Int, threads: Int
  ) async throws -> (weights: [NamedPair: Double], people: Set<Set<String>>, model: LinkageModel) {
    let linker = try await MadeRecords.linker(rows, size: size, threads: threads)
    let model = await linker.train().model
    let scored = await linker.score(with: model)
    let scores = linker.scores(model)
    var weights: [NamedPair: Double] = [:]
    for (pair, pattern) in zip(scored.pairs, scored.patterns) {
      weights[NamedPair(pair, linker.table)] = scores.weight(
        ofPattern: pattern, pair.left, pair.right, linker.table)
    }
    #expect(weights.count == scored.pairs.count, "a pair came twice")
    let clusters = linker.cluster(scored, with: model).clusters
    var people: [Int32: Set<String>] = [:]
    for (record, cluster) in clusters.enumerated() {
      people[cluster, default: []].insert(linker.table.id(RecordNumber(record)))
    }
    return (weights, Set(people.values), model)
  }

  @Test func `the result is the same for every cut and number of threads`() async throws {
    let rows = MadeRecords.rows(300, seed: 5)
    let once = try await found(rows, size: 1_000, threads: 1)
    #expect(!once.weights.isEmpty)
    for (size, threads) in [(7, 1), (64, 2), (50, 5)] {
      let again = try await found(rows, size: size, threads: threads)
      #expect(again.weights == once.weights)
      #expect(again.people == once.people)
      #expect(again.model == once.model)
    }
  }

  @Test func `the result is the same whatever the order of the records`() async throws {
    let rows = MadeRecords.rows(300, seed: 6)
    let once = try await found(rows, size: 64, threads: 1)
    let turned = try await found(Array(rows.reversed()), size: 64, threads: 2)
    #expect(turned.model == once.model)
    #expect(turned.weights == once.weights)
    #expect(turned.people == once.people)
  }

  @Test func `blocks make the pairs that agree on a rule, each once`() async throws {
    let rows = MadeRecords.rows(250, seed: 7)
    let linker = try await MadeRecords.linker(rows)
    let walk = PairWalk(plan: linker.plan, table: linker.table, mode: .deduplicate)
    var made: [[RecordNumber]] = []
    for piece in walk.pieces(ofRules: 0..<linker.plan.rules.count) {
      walk.forEachPair(in: piece) { made.append([$0, $1]) }
    }
    var expected: [[RecordNumber]] = []
    for left in 0..<RecordNumber(rows.count) {
      for right in (left + 1)..<max(left + 1, RecordNumber(rows.count)) {
        let agrees = linker.plan.rules.contains { linker.table.agree(left, right, on: $0) }
        if agrees { expected.append([left, right]) }
      }
    }
    #expect(made.sorted { $0.lexicographicallyPrecedes($1) } == expected)
  }

  @Test func `records that share a rare value and a common one meet at the rare one, once`()
    async throws
  {
    let text = """
      \(MadeRecords.columnsText)
      comparisons: [born]
      blocking: [others, "others, surname"]
      budget: { largest_block: 12, pairs_at_least: 1000000 }
      """
    var random = SplitMix64(seed: 21)
    let rows = MadeRecords.rows(150, seed: 22).map { row in
      let values = (0..<Int(random.next() % 4)).map { _ in
        random.next() % 3 == 0 ? "Common" : "Rare\(random.next() % 20)"
      }
      return Array(row.dropLast()) + [values.joined(separator: ";")]
    }
    let linker = try await MadeRecords.linker(rows, text: text)
    let (plan, table) = (linker.plan, linker.table)
    #expect(plan.tooLarge[0].count > 0)
    var made: [[RecordNumber]] = []
    let walk = PairWalk(plan: plan, table: table, mode: .deduplicate)
    for piece in walk.pieces(ofRules: 0..<plan.rules.count) {
      walk.forEachPair(in: piece) { made.append([$0, $1]) }
    }
    // Block by block, without a plan.
    var expected: Set<[RecordNumber]> = []
    let surname = linker.builder.place(.column("surname"))
    for hasSurname in [false, true] {
      var blocks: [String: [RecordNumber]] = [:]
      for row in RecordNumber(0)..<RecordNumber(rows.count) {
        let code = hasSurname ? table.code(row, surname) : -1
        guard code != 0 else { continue }
        for value in Set(rows[Int(row)][6].split(separator: ";")) {
          blocks["\(value) \(code)", default: []].append(row)
        }
      }
      for block in blocks.values where block.count <= 12 {
        for (place, left) in block.enumerated() {
          for right in block[(place + 1)...] { expected.insert([left, right]) }
        }
      }
    }
    #expect(Set(made).count == made.count)
    #expect(Set(made) == expected)
  }

  @Test func `equal pairs are as many as comparing every pair finds`() async throws {
    let rows = MadeRecords.rows(160, seed: 11)
    let chunks =
      MadeRecords.chunks(Array(rows[..<90]), size: 30)
      + MadeRecords.chunks(Array(rows[90...]), size: 30, source: 1)
    for mode in ["deduplicate", "link", "link-and-deduplicate"] {
      let settings = try MadeRecords.settings(MadeRecords.settingsText + "\nmode: \(mode)")
      let linker = await Linker(settings, chunks: chunks, sources: ["a", "b"], threads: 1)
      let table = linker.table
      let planner = Linker.planner(settings, table, linker.mode, 1, linker.builder)
      for columns in [["surname"], ["forename", "surname"], ["born", "postcode", "address"]] {
        let places = columns.map { linker.builder.place(.column($0)) }
        var expected = 0
        for left in 0..<RecordNumber(rows.count) {
          for right in (left + 1)..<max(left + 1, RecordNumber(rows.count)) {
            if mode == "link", table.sourceOf[Int(left)] == table.sourceOf[Int(right)] { continue }
            let areEqual = places.allSatisfy {
              table.code(left, $0) != 0 && table.code(left, $0) == table.code(right, $0)
            }
            expected += areEqual ? 1 : 0
          }
        }
        #expect(planner.equalPairs(in: places) == expected)
        #expect(expected > 0)
      }
      #expect(planner.equalPairs(in: [linker.builder.place(.column("others"))]) == nil)
    }
  }

  @Test func `remembered levels are those found anew`() async throws {
    let linker = try await MadeRecords.linker(MadeRecords.rows(120, seed: 8))
    var comparer = PairComparer(linker.comparisons, table: linker.table)
    let shape = linker.comparisons.shape
    for _ in 0..<2 {
      for left in 0..<RecordNumber(120) {
        var batch = PairBatch()
        for right in 0..<RecordNumber(120) where left != right { batch.add(left, right) }
        comparer.compare(&batch)
        for index in 0..<batch.count {
          let (one, other) = (batch.left[index], batch.right[index])
          let levels = linker.comparisons.programs.map { $0.level(one, other, linker.table) }
          #expect(shape.levels(of: batch.patterns[index]) == levels)
        }
      }
    }
  }

  @Test func `a value in every record does not compare everyone with everyone`() async throws {
    let text = MadeRecords.settingsText + "\nbudget: { pairs_at_least: 1000, pairs_per_record: 1 }"
    var rows = MadeRecords.rows(400, seed: 9)
    for index in rows.indices {
      rows[index][2] = "Smith"
      rows[index][3] = "1980-01-03"
    }
    let linker = try await MadeRecords.linker(rows, text: text)
    let large = try #require(linker.largeBlocks.first)
    #expect(large.records > 300)
    #expect(large.value == "SMITH, 1980")
    #expect(linker.estimates.reduce(0) { $0 + $1.pairs } < 400 * 399 / 2)
    // The pairs that were made are still made once.
    let walk = PairWalk(plan: linker.plan, table: linker.table, mode: .deduplicate)
    var made: Set<[RecordNumber]> = []
    var count = 0
    for piece in walk.pieces(ofRules: 0..<linker.plan.rules.count) {
      walk.forEachPair(in: piece) {
        made.insert([$0, $1])
        count += 1
      }
    }
    #expect(made.count == count)
  }

  @Test func `linked files are only compared across`() async throws {
    let rows = MadeRecords.rows(200, seed: 10)
    let text = MadeRecords.settingsText + "\nmode: link\nkeep: 0.000001"
    let settings = try MadeRecords.settings(text)
    let chunks =
      MadeRecords.chunks(Array(rows[..<100]), size: 30)
      + MadeRecords.chunks(Array(rows[100...]), size: 30, source: 1)
    let linker = await Linker(settings, chunks: chunks, sources: ["a", "b"], threads: 2)
    let scored = await linker.score(with: await linker.train().model)
    #expect(!scored.pairs.isEmpty)
    for pair in scored.pairs {
      #expect(linker.table.sourceOf[Int(pair.left)] != linker.table.sourceOf[Int(pair.right)])
    }
  }
}
