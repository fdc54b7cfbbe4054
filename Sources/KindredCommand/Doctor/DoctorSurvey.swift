import Disk
import FoundationEssentials
import Glibc
import Pipelines
import SQLiteAccess

/// Measures the machine and the workspace.
enum DoctorSurvey {
  static func machine() -> MachineFacts {
    MachineFacts(
      cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
      memory: sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)),
      secondsSince1970: Int(Date.now.timeIntervalSince1970),
      sqliteVersion: Connection.libraryVersion)
  }

  static func workspace(at path: String) -> WorkspaceFacts {
    let kind = kind(of: path)
    var facts = WorkspaceFacts(path: path, kind: kind)
    switch kind {
    case .folder:
      facts.freeBytes = freeBytes(at: path)
      facts.trial = DiskTrial.run(in: path)
      facts.current = current(in: path)
      facts.leftovers = leftovers(in: path)
    case .missing, .notAFolder, .unreadable:
      facts.freeBytes = freeBytes(at: nearestFolder(above: path))
    }
    return facts
  }
}

extension DoctorSurvey {
  private static func kind(of path: String) -> WorkspaceFacts.Kind {
    var found = stat()
    guard unsafe stat(path, &found) == 0 else {
      let error = DiskError("stat", Path(path), number: errno)
      guard error.number == ENOENT else { return .unreadable(error) }
      let parent = nearestFolder(above: path)
      return .missing(parentIsWritable: unsafe access(parent, W_OK | X_OK) == 0)
    }
    guard found.st_mode & S_IFMT == S_IFDIR else { return .notAFolder }
    return .folder(mode: found.st_mode & 0o7777, isOwn: found.st_uid == geteuid())
  }

  /// The nearest folder above the path that is there.
  private static func nearestFolder(above path: String) -> String {
    var path = path
    while let slash = path.lastIndex(of: "/") {
      path = String(path[..<slash])
      if !path.isEmpty, unsafe access(path, F_OK) == 0 { return path }
      if path.isEmpty { return "/" }
    }
    return "."
  }

  private static func freeBytes(at path: String) -> Int? {
    try? Files.freeSpace(at: Path(path))
  }

  private static func current(in workspace: String) -> WorkspaceFacts.CurrentLink {
    let path = Path(workspace).joining("current")
    guard (try? Files.kind(of: path)) != nil else { return .absent }
    guard let target = try? Files.linkTarget(path) else { return .notALink }
    return unsafe access(path.text, F_OK) == 0 ? .leads(to: target) : .leadsNowhere(target)
  }

  /// Counts files named `*.part`, since what is whole has been renamed, and folders in which something was built to be
  /// compared, since these go when it is done.
  private static func leftovers(in workspace: String) -> Int {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: workspace)
    let underWay = try? Workspace(Path(workspace)).countUnderWay()
    return (names ?? []).count { $0.hasSuffix(".part") } + (underWay ?? 0)
  }
}
