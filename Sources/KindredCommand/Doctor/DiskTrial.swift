import Disk

/// Tries on the workspace's own disk what publishing depends on, with the very calls that runs use.
///
/// Some network file systems take a lock without holding it, or rename without replacing; better to
/// know before the first night.
enum DiskTrial {
  /// What is tried, in this order.
  enum Step: String, CaseIterable, Sendable {
    case makeFolder = "making a folder"
    case write = "writing"
    case sync = "fsync"
    case lock = "locks"
    case rename = "renaming a file over another"
    case switchLink = "switching a link"
    case remove = "removing"
  }

  /// Tries each step in a new folder, and gives those that failed.
  static func run(in workspace: String) -> [Step: DiskError] {
    let folder = Path(workspace).joining(".doctor-\(Account.process)")
    let (old, new) = (folder.joining("old"), folder.joining("new"))
    var failures: [Step: DiskError] = [:]
    func attempt(_ step: Step, _ work: () throws(DiskError) -> Void) {
      do throws(DiskError) { try work() } catch { failures[step] = error }
    }
    attempt(.makeFolder) { () throws(DiskError) in try Files.createFolder(folder) }
    guard failures.isEmpty else { return failures }
    attempt(.write) { () throws(DiskError) in
      for path in [old, new] { try AppendingFile(path).append(Array("doctor\n".utf8).span) }
    }
    attempt(.sync) { () throws(DiskError) in try FileSync.synchronise(new) }
    attempt(.lock) { () throws(DiskError) in try lock(folder.joining("lock")) }
    attempt(.rename) { () throws(DiskError) in try Files.move(new, to: old) }
    attempt(.switchLink) { () throws(DiskError) in
      for target in ["old", "new"] { try Files.replaceLink(folder.joining("link"), to: target) }
    }
    attempt(.remove) { () throws(DiskError) in try Files.removeTree(folder) }
    return failures
  }

  /// The second of two locks on one file has to be refused.
  private static func lock(_ path: Path) throws(DiskError) {
    do throws(LockError) {
      let first = try LockFile(path)
      defer { extendLifetime(first) }
      _ = try LockFile(path)
    } catch {
      switch error {
      case .held: return
      case .failed(let error): throw error
      }
    }
    throw DiskError.noLocks(path)
  }
}
