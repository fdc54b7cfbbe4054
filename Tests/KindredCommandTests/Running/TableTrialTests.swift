import Disk
import TestSupport
import Testing

@testable import KindredCommand

/// `criteria --tables`: packs and signs of need tried on plain tables, without a run.
@Suite struct TableTrialTests {
  private static let people = """
    family,person,role,born,since,until
    1,11,parent,1980-05-09,,
    1,12,dependent-child,2001-02-11,,
    2,21,parent,1979-03-02,,
    """
  private static let facts = """
    family,person,kind,starts,ends,part,whole,details
    1,12,education.exclusion.permanent,2013-02-01,,,,
    1,12,police.missing,2013-03-01,,,,
    2,21,dwp.benefit.out-of-work,2013-06-04,,,,
    """

  private func answer(to words: [String], facts: String = facts) async throws -> (
    code: ExitCode, output: String, messages: String
  ) {
    try await withTemporaryFolder { folder in
      try Files.writeAtomically(Array(Self.people.utf8), to: Path(folder).joining("people.csv"))
      try Files.writeAtomically(Array(facts.utf8), to: Path(folder).joining("facts.csv"))
      let pipeline = SampleCouncil.package.joining("pipelines/solentshire").text
      return await KindredProgram.trial(
        ["criteria", pipeline, "--tables", folder, "--as-of", "2013-07-22"] + words, .live)
    }
  }

  @Test func `a pack is asked of tables`() async throws {
    let pack = SampleCouncil.package.joining("pipelines/criteria/tf1-2012.yaml").text
    let seen = try await answer(to: ["--ask", pack, "--format", "json"])
    #expect(seen.code == .done, "\(seen.messages)")
    #expect(seen.output.contains(#"{"criterion":"education","met":1,"#))
    #expect(seen.output.contains(#"{"criterion":"work","met":1,"#))
    #expect(seen.output.contains(#"{"families":2,"facts":3,"asking_ms":"#))
  }

  @Test func `journeys are followed on tables`() async throws {
    let seen = try await answer(to: ["--format", "json"])
    #expect(seen.code == .done, "\(seen.messages)")
    #expect(seen.output.contains(#"{"families":2,"facts":3,"with_concern":1,"#))
    let text = try await answer(to: [])
    #expect(text.output.contains("2 families, 3 facts"))
    #expect(text.output.contains("Concern in 1 family"))
  }

  @Test func `a wrong line of a table is named`() async throws {
    let seen = try await answer(to: [], facts: Self.facts + "\n2,99,police.call,2013-01-01,,,,")
    #expect(seen.code == .dataRefused)
    #expect(seen.messages.contains("facts.csv, line 5"))
  }
}
