public import Disk
public import Store

/// Why a run can't be made, resumed or found: the user's problem, not the program's.
public enum RunProblem: Error, Equatable, Sendable {
  /// The folder of `pipeline.yaml` is not there.
  case noPipeline(Path)
  /// The folder in which extracts arrive is not there.
  case noExtractsFolder(Path)
  /// Contracts claim the same files.
  case claimedTwice([SharedFiles])
  /// The account that runs may not read these extracts.
  case mayNotBeRead([String], in: Path)
  /// There is no source of this name.
  case unknownSource(String, nearest: String?)
  /// There is no stage of this name.
  case unknownStage(String, nearest: String?)
  /// The extract's records don't add up: a fault of ours.
  case doesNotBalance(String)
  /// The extract was written while it was read.
  case changedWhileRead(String)
  /// Another run holds the workspace.
  case locked(LockHolder?)
  /// There is no run like that.
  case noRun(String)
  /// Several runs begin like that.
  case severalRuns(String)
  /// The run never became whole.
  case notBuilt(RunName)
  /// What went into the run has changed since it was begun.
  case changed(RunName, [String])
  /// The ledger is not as it was written.
  case ledgerDamaged(LedgerFault)
  /// The run from which ids are carried on is gone, or not as it was.
  case previousGone(RunName)
  /// There is no such report; the nearest name.
  case unknownReport(String, String?)
  /// The key of public references is damaged.
  case badReferenceKey(Path)
  /// The key of public references is gone, or another than the live run's.
  case referenceKeyLost(Path)
  /// In the folder for a backup there is something already.
  case backupThere(Path)
  /// The workspace has no live run.
  case nothingLive
  /// No run was live before the one that is.
  case nothingBefore(RunName)
  /// The live run is of a later day than the one that would take its place.
  case laterIsLive(RunName, than: RunName)
}

/// Files that the same several contracts claim.
public struct SharedFiles: Hashable, Sendable {
  /// The names of the contracts.
  public var contracts: [String]
  /// The files, in their order.
  public var fileNames: [String]
}
