public import Disk
import Reports
import Store
import YAMLFiles

extension RunKeeper {
  /// Makes the reports of a published run anew, into a folder of their own; the run stays as it is.
  ///
  /// The pipeline’s files are taken as they are now: its areas, profile, targets and schemes.
  ///
  /// - Parameters:
  ///   - letters: The first letters of the run’s name; nil for the live run.
  ///   - names: The reports wanted; empty for all, with the pages of what was read.
  ///   - folder: Where to write; a folder `reports` is made in it.
  /// - Returns: The run, and how many files were written.
  /// - Throws: ``RunProblem``, and what the disk and the run file throw.
  public func writeReports(
    of letters: String?, only names: [String], to folder: Path
  ) throws -> (run: RunName, files: Int) {
    var opened = try open(letters)
    let run = opened.run
    guard let request = try RequestRecord.read(in: workspace.folder(of: run)) else {
      throw RunProblem.notBuilt(run)
    }
    let pipeline = try LoadedPipeline.load(
      Path(request.pipeline), extracts: request.extracts.map { Path($0) })
    var context = try ReportContext(pipeline.definition, run: run, &opened.file)
    // Without the run before there is nothing to compare with, which is said on the pages.
    if let previous = request.basis?.basis?.previous?.run,
      var before = try? open(previous.id)
    {
      try context.compare(with: previous, &before.file)
    }
    context.only = Set(names)
    let made = try RunReports.made(for: &opened.file, in: context)
    if let unknown = names.first(where: { !made.names.contains($0) }) {
      throw RunProblem.unknownReport(
        unknown, NearestWord.suggestion(for: unknown, among: made.names))
    }
    for file in made.files {
      let path = folder.joining(file.path)
      try Files.createFolder(path.parent)
      try Files.writeAtomically(try file.written(in: folder, created: run.asOf), to: path)
    }
    return (run, made.files.count)
  }
}
