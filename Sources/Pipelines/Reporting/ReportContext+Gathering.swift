import Reports
import Store
import Vocabulary

extension ReportContext {
  /// Gathers what reports need beside the run's file: from the pipeline, from the run before, and by asking case files,
  /// which `gathered` holds where they have been read.
  init(
    _ definition: PipelineDefinition, run: RunName, _ file: inout RunFile,
    gathered: GatheredCases? = nil
  ) throws {
    self.init()
    self.run = run.description
    areas = definition.areas?.table
    avoided = definition.journeys?.avoided
    outlines = definition.areas?.outlines ?? []
    profile = try ProfileGathering(definition: definition, asOf: run.asOf).picture(&file, gathered)
    income = try IncomeGathering(definition: definition, asOf: run.asOf).pictures(&file)
  }

  /// Adds what the run before knew.
  mutating func compare(with run: RunName, _ file: inout RunFile) throws {
    figuresBefore = try file.nightFigures()
    guard try file.hasJourneys() else { return }
    let known = try file.familiesOfConcern()
    before = EarlierConcern(
      run: run.description, asOf: run.asOf, families: known.families, people: known.people)
  }
}
