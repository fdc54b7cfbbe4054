import SQLiteAccess
import TestSupport
import Testing
import Vocabulary

@testable import Store

/// However little the writer remembers, what is settled is what came first of everything.
@Suite struct SettlingTests {
  /// What one extract states: numbers of a small pool, so that most come again.
  private struct Statements {
    var people: [Int] = []
    var places: [Int] = []
    var facts: [Int] = []
    var relations: [Int] = []

    init(_ random: inout SplitMix64, pool: Int) {
      for _ in 0..<random.below(40) { people.append(random.below(pool) + 1) }
      for _ in 0..<random.below(40) { places.append(random.below(pool) + 1) }
      for _ in 0..<random.below(40) { facts.append(random.below(pool) + 1) }
      for _ in 0..<random.below(40) { relations.append(random.below(pool) + 1) }
    }

    /// The same statement of another extract differs in its line and in what it says beside its key.
    func batch(_ extract: Int) -> RecordBatch {
      var batch = RecordBatch()
      batch.text = Array("extract \(extract)".utf8)
      let said = TextRange(start: 0, count: UInt32(batch.text.count))
      for (line, number) in places.enumerated() {
        var place = PlaceEntry(key: Self.key(number))
        place.uprn = Int64(line + 1)
        batch.places.append(place)
      }
      for (line, number) in people.enumerated() {
        var person = PersonEntry()
        person.key = Self.key(number)
        person.line = UInt32(line)
        person.surname = said
        batch.people.append(person)
      }
      for (line, number) in facts.enumerated() {
        var fact = FactEntry()
        fact.key = Self.key(number)
        fact.line = UInt32(line)
        fact.attributes = said
        batch.facts.append(fact)
      }
      for (line, number) in relations.enumerated() {
        batch.relations.append(
          RelationEntry(
            key: Self.key(1_000 + number), line: UInt32(line), kind: 0, from: 1, to: 2, since: said,
            until: .none))
      }
      return batch
    }

    private static func key(_ number: Int) -> UInt64 {
      var random = SplitMix64(seed: UInt64(number))
      return random.next()
    }
  }

  /// Everything that is settled, in the order of the keys.
  private struct Settled: Equatable {
    var people: [String]
    var mentions: [String]
    var places: [String]
    var facts: [String]
    var relations: [String]
    var repeated: [Int]

    init(_ extracts: [Statements], bits: Int) throws {
      self = try withTemporaryFolder { folder in
        var file = try RunFile.create(at: "\(folder)/run.db")
        try file.begin()
        var writer = try RecordWriter(&file, bits: bits)
        for (number, statements) in extracts.enumerated() {
          writer.begin(source: 0, extract: number)
          try writer.write(statements.batch(number))
          try writer.pause(for: &file)
          try file.addExtract(
            ExtractRow(
              number: number, source: 0, fileName: "\(number)", sha256: "", bytes: 0,
              delivered: "", state: "read", encoding: nil, delimiter: nil, read: 0, accepted: 0,
              quarantined: 0, skipped: 0, statedTotal: nil, repeatedFacts: writer.repeatedFacts))
          try writer.goOn(after: &file)
        }
        try file.settle(try writer.finish())
        try file.commit()
        #expect(try file.connection.integrityProblems() == [])
        return try Settled(&file)
      }
    }

    private init(_ file: inout RunFile) throws {
      people = try Self.rows(
        "SELECT key, extract_id || ' ' || line || surname FROM person_record ORDER BY 1, 2", &file)
      mentions = try Self.rows(
        "SELECT record_key, extract_id || ' ' || line FROM mention ORDER BY 1, 2", &file)
      places = try Self.rows("SELECT key, uprn FROM place ORDER BY 1, 2", &file)
      facts = try Self.rows(
        "SELECT key, extract_id || ' ' || line || attributes FROM fact ORDER BY 1, 2", &file)
      relations = try Self.rows(
        "SELECT key, extract_id || ' ' || line || since FROM relation ORDER BY 1, 2", &file)
      repeated = try file.extractSummaries().map(\.repeatedFacts)
    }

    private static func rows(
      _ sql: String, _ file: inout RunFile
    ) throws(DatabaseError) -> [String] {
      try file.connection.query("\(raw: sql)") { (row) throws(DatabaseError) in
        "\(row.integer64(0)): \(row.text(1))"
      }
    }
  }

  @Test(arguments: 1...12)
  func `a writer that forgets comes to the same as one that does not`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let extracts = (0..<6).map { _ in Statements(&random, pool: 5 * seed) }
    let long = try Settled(extracts, bits: 12)
    for bits in 0...2 { #expect(try Settled(extracts, bits: bits) == long) }

    // And both to what is plainly so: of everything the first, and every appearance of people.
    let people = extracts.flatMap(\.people)
    #expect(long.people.count == Set(people).count)
    #expect(long.mentions.count == people.count)
    #expect(long.places.count == Set(extracts.flatMap(\.places)).count)
    #expect(long.relations.count == Set(extracts.flatMap(\.relations)).count)
    let facts = extracts.flatMap(\.facts)
    #expect(long.facts.count == Set(facts).count)
    #expect(long.repeated.reduce(0, +) == facts.count - Set(facts).count)
  }
}
