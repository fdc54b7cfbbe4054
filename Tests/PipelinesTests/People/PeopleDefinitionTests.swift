import Disk
import Linkage
import Store
import Testing
import YAMLFiles

@testable import Pipelines

/// Mistakes in the files by which records become people.
@Suite struct PeopleDefinitionTests {
  private func mistakes(_ change: (TinyPipeline) throws -> Void) async throws -> [YAMLMistake] {
    try await withTiny { tiny in
      try tiny.addPeople("")
      try change(tiny)
      do {
        _ = try tiny.load()
        return []
      } catch let problem as PipelineMistakes {
        return problem.mistakes
      }
    }
  }

  @Test func `settings and model that fit are read, and are part of what names a run`() async throws
  {
    #expect(try await mistakes { _ in } == [])
    try await withTiny { tiny in
      try tiny.addPeople("")
      let plan = try await tiny.plan()
      #expect(plan.configuration.map(\.path).contains("../people.model.json"))
      try tiny.edit("people.model.json", "\"version\": 3", "\"version\": 4")
      #expect(try await tiny.plan().name != plan.name)
    }
  }

  @Test func `a model that is not there is asked for`() async throws {
    let found = try await mistakes { try Files.remove($0.root.joining("people.model.json")) }
    #expect(found.count == 1)
    #expect(found[0].file.hasSuffix("people.model.json"))
    #expect(found[0].suggestion?.contains("train") == true)
  }

  @Test func `a column that records do not have is told with its place and the nearest`()
    async throws
  {
    let found = try await mistakes {
      try $0.edit("people.yaml", "  surname: name", "  surnam: name\n  surname: name")
    }
    #expect(found.map(\.what) == ["people's records have no column 'surnam'"])
    #expect(found.map(\.line) == [5])
    #expect(found[0].suggestion == "did you mean 'surname'?")
  }

  @Test func `a mistake in the settings is told with its place`() async throws {
    let found = try await mistakes {
      try $0.edit("people.yaml", "exact(address)]", "exakt(address)]")
    }
    #expect(found.contains { $0.what.contains("exakt") && $0.line == 13 }, "\(found)")
  }

  @Test func `a model for other comparisons is refused`() async throws {
    let found = try await mistakes { try $0.edit("people.model.json", "birth date", "born") }
    #expect(found.count == 1)
    #expect(found[0].what.contains("does not fit"))
  }

  @Test func `the columns are those of the view`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let columns = try tiny.query("SELECT name FROM pragma_table_info('linkage_record')", in: run)
      #expect(columns == ["number", "id", "source_id", "source"] + RunFile.linkageColumns)
    }
  }
}
