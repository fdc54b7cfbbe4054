import Reports
import Store
import Vocabulary

extension ReportContext {
  /// What a pipeline says that reports need, for a run.
  init(_ definition: PipelineDefinition, run: RunName) {
    self.init()
    self.run = run.description
    areas = definition.areas?.table
    outlines = definition.areas?.outlines ?? []
  }
}

extension EarlierConcern {
  /// What an earlier run knew; nil where it followed no journeys.
  init?(_ run: RunName, _ file: inout RunFile) throws {
    guard try file.hasJourneys() else { return nil }
    let known = try file.familiesOfConcern()
    self.init(
      run: run.description, asOf: run.asOf, families: known.families, people: known.people)
  }
}
