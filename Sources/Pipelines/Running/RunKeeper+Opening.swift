import Disk
public import Store

/// A run that came to an end, opened to be read.
public struct OpenedRun: ~Copyable {
  /// The run.
  public let run: RunName
  /// Its file, which nobody changes any more.
  public var file: RunFile
}

extension RunKeeper {
  /// Opens the run that the first letters of a name mean; without letters, the live run.
  ///
  /// A run that is still being built, or broke off, has no manifest yet and can't be read.
  public func open(_ letters: String?) throws -> OpenedRun {
    let run = try find(letters)
    let folder = workspace.folder(of: run)
    guard try Manifest.read(in: folder) != nil else { throw RunProblem.notBuilt(run) }
    let file = try RunFile.open(at: folder.joining(RunBuilder.runFileName).text)
    return OpenedRun(run: run, file: file)
  }
}
