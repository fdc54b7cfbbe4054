import Disk
import SQLiteAccess
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The sample council of 2,000 people, against the truth.
@Suite struct SamplePeopleTests {
  private static let package = Path(
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/"))

  @Test func `the people of the sample council are found, and the laws hold`() async throws {
    try await withTemporaryFolder { folder in
      let pipeline = try LoadedPipeline.load(Self.package.joining("pipelines/solentshire"))
      let keeper = RunKeeper(Workspace(Path(folder)))
      let plan = try await keeper.plan(pipeline, asOf: day("2013-07-22"), RunOptions())
      let outcome = try await keeper.run(plan, of: pipeline, RunOptions())
      let file = outcome.folder.joining("run.db").text
      let truth = try SampleTruth(Self.package.joining("sample-data/truth"), file)
      let figures = truth.figures(try SampleTruth.people(in: file))
      #expect(figures.precision >= 0.995, "\(figures)")
      #expect(figures.f1 >= 0.99, "\(figures)")
      try checkLaws(file, truth)
      try SampleFamilies.check(file, Self.package.joining("sample-data"))
      try SampleReports.check(outcome.folder, keeper)
      try SampleProgramme.check(outcome, keeper, pipeline)
    }
  }

  /// Nobody has two valid numbers of one kind, or stands twice in one row; twins are two.
  private func checkLaws(_ file: String, _ truth: SampleTruth) throws {
    for number in ["nhs_number", "upn", "nino", "pnc", "cro", "uln"] {
      #expect(
        try rows(
          """
          SELECT count(*) FROM (SELECT person_id FROM person_member
            JOIN linkage_record ON id = record_key
            GROUP BY person_id HAVING count(DISTINCT \(number)) > 1)
          """, in: file) == ["0"], "\(number)")
    }
    #expect(
      try rows(
        """
        SELECT count(*) FROM (SELECT extract_id, line, person_id FROM mention
          JOIN person_member ON person_member.record_key = mention.record_key
          GROUP BY extract_id, line, person_id HAVING count(DISTINCT mention.record_key) > 1)
        """, in: file) == ["0"])
    let people = try SampleTruth.people(in: file)
    #expect(!truth.twins.isEmpty)
    for (one, other) in truth.twins {
      let (first, second) = (truth.mostOf(one, people), truth.mostOf(other, people))
      #expect(first == nil || first != second, "twins \(one) and \(other) are one person")
    }
  }
}

/// Who is in which row, as the invented council knows it.
struct SampleTruth {
  /// The true person of each record.
  private var truth: [Int64: String] = [:]
  private(set) var twins: [(String, String)] = []

  init(_ folder: Path, _ file: String) throws {
    var mentions: [String: String] = [:]
    for line in try readText(folder.joining("mentions.csv").text).split(separator: "\n").dropFirst()
    {
      let cells = line.split(separator: ",")
      mentions[cells.dropLast().joined(separator: "|")] = String(cells[3])
    }
    let places = try rows(
      """
      SELECT mention.record_key, file_name, line, slot.name FROM mention
        JOIN extract ON extract.id = mention.extract_id
        JOIN slot ON slot.source_id = extract.source_id AND slot.number = mention.slot
      """, in: file)
    for place in places {
      let cells = place.split(separator: "|")
      guard let key = Int64(cells[0]) else { continue }
      truth[key] = mentions[cells.dropFirst().joined(separator: "|")]
    }
    for line in try readText(folder.joining("people.csv").text).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if !cells[13].isEmpty, cells[0] < cells[13] { twins.append((cells[0], cells[13])) }
    }
  }

  /// Whose each record is, as a run found.
  static func people(in file: String) throws -> [Int64: Int64] {
    var people: [Int64: Int64] = [:]
    for row in try rows("SELECT record_key, person_id FROM person_member", in: file) {
      let cells = row.split(separator: "|").compactMap { Int64($0) }
      people[cells[0]] = cells[1]
    }
    return people
  }

  struct Figures {
    let precision: Double
    let recall: Double
    var f1: Double { 2 * precision * recall / (precision + recall) }
  }

  /// Precision and recall of pairs of records.
  func figures(_ people: [Int64: Int64]) -> Figures {
    var (both, found, real): ([String: Int], [Int64: Int], [String: Int]) = ([:], [:], [:])
    for (key, person) in truth {
      guard let cluster = people[key] else { continue }
      both["\(cluster) \(person)", default: 0] += 1
      found[cluster, default: 0] += 1
      real[person, default: 0] += 1
    }
    let pairs = { (counts: [Int]) in Double(counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
    let right = pairs(Array(both.values))
    return Figures(
      precision: right / pairs(Array(found.values)), recall: right / pairs(Array(real.values)))
  }

  /// The true person of each found one, by most of the records.
  func trueOf(_ people: [Int64: Int64]) -> [Int64: String] {
    var counts: [Int64: [String: Int]] = [:]
    for (key, person) in truth {
      if let cluster = people[key] { counts[cluster, default: [:]][person, default: 0] += 1 }
    }
    return counts.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// The person that most of somebody's records were given to.
  func mostOf(_ person: String, _ people: [Int64: Int64]) -> Int64? {
    var counts: [Int64: Int] = [:]
    for (key, owner) in truth where owner == person {
      if let cluster = people[key] { counts[cluster, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
