import Disk
import Intake
import Store
import TestSupport
import Vocabulary

@testable import Pipelines

/// A whole pipeline of three sources and a dozen rows in a folder of its own, so that a run takes milliseconds.
///
///     vocabulary.yaml  calendar.csv
///     council/         pipeline.yaml  sources/*.yaml  extracts/*
///     workspace/
struct TinyPipeline {
  let root: Path
  let workspace: Workspace

  var council: Path { root.joining("council") }
  var extracts: Path { council.joining("extracts") }

  /// Writes the pipeline with its first deliveries; the workspace is not made yet.
  init(in folder: String, workspace: String = "workspace") throws {
    root = Path(folder)
    self.workspace = Workspace(root.joining(workspace))
    try Files.createFolder(council.joining("sources"))
    try Files.createFolder(extracts)
    try write(TinyTexts.vocabulary, to: "vocabulary.yaml")
    try write(TinyTexts.calendar, to: "calendar.csv")
    try write(TinyTexts.pipeline, to: "council/pipeline.yaml")
    for (name, text) in TinyTexts.contracts {
      try write(text, to: "council/sources/\(name).yaml")
    }
    for (name, text) in TinyTexts.deliveries { try deliver(name, text) }
  }

  /// Writes a file below the pipeline's root.
  func write(_ text: String, to path: String) throws {
    try Files.writeAtomically(Array(text.utf8), to: root.joining(path))
  }

  /// Puts an extract into the folder of extracts.
  func deliver(_ name: String, _ text: String) throws {
    try write(text, to: "council/extracts/\(name)")
  }

  func withdraw(_ name: String) throws {
    try Files.remove(extracts.joining(name))
  }

  /// Replaces a piece of one of the pipeline's files.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try readText(root.joining(path).text)
    precondition(text.contains(old), "\(path) has no '\(old)'")
    try write(
      text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new),
      to: path)
  }

  // MARK: Running

  func load() throws -> LoadedPipeline { try LoadedPipeline.load(council) }

  func keeper(_ stages: [Stage] = Stage.all) -> RunKeeper {
    RunKeeper(workspace, stages: stages)
  }

  func plan(
    _ asOf: String = TinyTexts.asOf, _ change: (inout RunOptions) -> Void = { _ in }
  ) async throws -> RunPlan {
    var options = RunOptions()
    change(&options)
    return try await keeper().plan(try load(), asOf: day(asOf), options)
  }

  @discardableResult
  func run(
    _ asOf: String = TinyTexts.asOf, stages: [Stage] = Stage.all,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) async throws -> RunOutcome {
    var options = RunOptions()
    change(&options)
    let keeper = keeper(stages)
    let pipeline = try load()
    let plan = try await keeper.plan(pipeline, asOf: day(asOf), options)
    return try await keeper.run(plan, of: pipeline, options)
  }

  // MARK: Looking

  /// Every file of a run that has no time in it, by name.
  func files(of run: RunName) throws -> [String: [UInt8]] {
    try Self.files(in: workspace.folder(of: run))
  }

  static func files(in folder: Path) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try RunFolder.files(in: folder) where !RunFolder.volatile.contains(path) {
      files[path] = try Files.read(folder.joining(path))
    }
    return files
  }

  /// One number or text of each row that a query of a run's file gives, as text.
  func query(_ sql: String, in run: RunName) throws -> [String] {
    try rows(sql, in: workspace.folder(of: run).joining("run.db").text)
  }
}

func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("'\(iso)' is no day") }
  return day
}

/// The names of the files in which two sets of files differ.
func differences(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
  Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
}
