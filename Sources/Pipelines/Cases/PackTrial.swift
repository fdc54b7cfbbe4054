public import Criteria
public import Disk
public import Vocabulary
import YAMLFiles

/// A pack asked of families in plain tables, without a run: to try a reading, or to measure.
public struct PackTrial: Sendable {
  /// The pack.
  public var pack: CriteriaPack
  /// How many families came to what, for each criterion.
  public var counts: [[FindingStateCount]]
  /// How many families there were.
  public var families = 0
  /// How many facts there were.
  public var facts = 0
  /// How long the asking itself took, without the reading: the time of all cores together.
  public var asking = Duration.zero

  /// How many families a criterion came out so for.
  public struct FindingStateCount: Hashable, Sendable {
    /// What came out, in words.
    public var state: String
    /// For how many families.
    public var families: Int
  }

  /// Reads the pack and asks it of `people.csv` and `facts.csv` in a folder, on so many cores at once.
  public static func ask(
    _ packFile: Path, of tables: Path, _ definition: PipelineDefinition, at date: Day, threads: Int
  ) async throws -> PackTrial {
    let pack = try read(packFile, definition)
    guard let authority = try? LocalAuthorityCode(definition.localAuthority) else {
      preconditionFailure("the pipeline was loaded with a council's number")
    }
    let engine = CriteriaEngine(
      CriteriaProgram(pack, vocabulary: definition.vocabulary),
      terms: CouncilTerms(definition.calendar, of: authority))
    var counts = [[FindingState: Int]](repeating: [:], count: pack.criteria.count)
    var trial = PackTrial(pack: pack, counts: [])
    try await FamilyTables.forEach(of: tables, definition.vocabulary, threads: threads) { cases in
      PackTally(of: engine, for: cases, at: date)
    } handOn: { tally in
      trial.asking += tally.asking
      trial.families += tally.families
      trial.facts += tally.facts
      for (place, states) in tally.counts.enumerated() {
        counts[place].merge(states, uniquingKeysWith: +)
      }
    }
    trial.counts = counts.map { counts in
      FindingState.allCases.map {
        FindingStateCount(state: $0.rawValue, families: counts[$0] ?? 0)
      }
    }
    return trial
  }

  private static func read(_ file: Path, _ definition: PipelineDefinition) throws -> CriteriaPack {
    var mistakes: [YAMLMistake] = []
    let bytes = try Files.read(file)
    var pack: CriteriaPack?
    do throws(YAMLError) {
      pack = CriteriaPack.read(
        try YAMLDocument.parse(bytes, name: file.text), vocabulary: definition.vocabulary,
        collecting: &mistakes)
    } catch {
      mistakes.append(error.asMistake)
    }
    guard let pack, mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return pack
  }
}

/// What a pack came to for some of the families.
private struct PackTally: Sendable {
  var counts: [[FindingState: Int]]
  let families: Int
  let facts: Int
  let asking: Duration

  init(of engine: CriteriaEngine, for cases: CaseFile, at date: Day) {
    let clock = ContinuousClock()
    let start = clock.now
    let findings = engine.findings(for: cases, at: date)
    asking = clock.now - start
    (families, facts) = (cases.families.count, cases.facts.count)
    counts = Array(repeating: [:], count: engine.program.pack.criteria.count)
    for finding in findings.findings {
      counts[Int(finding.criterion)][finding.state, default: 0] += 1
    }
  }
}
