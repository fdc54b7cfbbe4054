import Linkage
import SQLiteAccess
import Store
import Testing

@testable import Pipelines

/// Decisions of people about records go before the evidence.
@Suite struct PeopleDecisionTests {
  private static let rows = """
    ,Smith,John,01/02/2003,1 High Street,SO14 3AA,
    ,Smith,Jon,01/02/2003,1 High Street,SO14 3AA,
    V851200012001,Baker,Mary,06/11/2001,7 Low Road,SO16 9ZZ,
    R310299912345,Baker,Mary,06/11/2001,9 Low Road,SO16 9ZZ,

    """

  /// Runs with a stage that knows of decisions, given by the lines of their records.
  private func run(
    _ tiny: TinyPipeline, _ decisions: [(ruling: PersonDecision.Ruling, lines: (Int, Int))]
  ) async throws -> RunOutcome {
    let rulings = decisions
    let linkage = Stage(name: "linkage", title: "Find who is who") { work in
      guard let people = work.pipeline.definition.people else { return }
      let keys = try work.file.connection.query(
        """
        SELECT line, key FROM person_record JOIN source ON source.id = source_id
        WHERE source.name = 'pupils'
        """
      ) { (row) throws(DatabaseError) in (row.integer(0), row.integer64(1)) }
      let key = Dictionary(uniqueKeysWithValues: keys)
      let records = try PeopleRecords(
        people, &work,
        decisions: rulings.enumerated().map { number, decision in
          PersonDecision(
            number: Int32(number + 1), ruling: decision.ruling, left: key[decision.lines.0] ?? 0,
            right: key[decision.lines.1] ?? 0)
        })
      let linking = try await PeopleLinking(people, records, threads: work.threads)
      let identity = try PeopleIdentity(
        linking.clustering.clusters, count: linking.clustering.clusterCount, keys: records.keys,
        &work)
      try PeopleWriting(linking, records.keys, identity.carried).write(to: &work)
    }
    try tiny.addPeople(Self.rows)
    return try await tiny.run(stages: [.intake, .checks, linkage, .reports])
  }

  @Test func `records decided apart are two, and the pair names the decision`() async throws {
    try await withTiny { tiny in
      let outcome = try await run(tiny, [(.apart, (2, 3))])
      #expect(try tiny.people(of: outcome.run) == [])
      #expect(
        try tiny.query("SELECT is_joined, decision FROM pair WHERE decision", in: outcome.run)
          == ["0|1"])
      #expect(
        try tiny.query("SELECT kind, why, detail FROM cluster_note", in: outcome.run)
          .contains("split|decision|1"))
    }
  }

  @Test func `records decided together are one`() async throws {
    try await withTiny { tiny in
      let outcome = try await run(tiny, [(.together, (3, 4))])
      #expect(try tiny.people(of: outcome.run) == ["2pupil 3pupil 4pupil"])
    }
  }

  @Test func `a decision against two valid numbers is told and not followed`() async throws {
    try await withTiny { tiny in
      let outcome = try await run(tiny, [(.together, (4, 5))])
      #expect(try tiny.people(of: outcome.run) == ["2pupil 3pupil"])
      #expect(outcome.findings.map(\.code).contains("contradicting-decisions"))
      #expect(
        try tiny.query(
          "SELECT kind FROM cluster_note WHERE kind = 'contradiction'", in: outcome.run)
          == ["contradiction"])
    }
  }

  @Test func `two decisions that contradict one another are told`() async throws {
    try await withTiny { tiny in
      let outcome = try await run(tiny, [(.together, (2, 4)), (.apart, (2, 4))])
      let finding = try #require(outcome.findings.first { $0.code == "contradicting-decisions" })
      #expect(finding.message.contains("decision 2"))
    }
  }
}
