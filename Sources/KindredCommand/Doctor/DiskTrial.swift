import Glibc

/// Tries on the workspace's own disk what publishing depends on.
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
    case syncFolder = "fsync of a folder"
    case remove = "removing"
  }

  /// Tries each step in a new folder, and gives those that failed.
  static func run(in workspace: String) -> [Step: SystemError] {
    let folder = "\(workspace)/.doctor-\(getpid())"
    var failures: [Step: SystemError] = [:]
    func attempt(_ step: Step, _ work: () throws(SystemError) -> Void) {
      do throws(SystemError) { try work() } catch { failures[step] = error }
    }
    attempt(.makeFolder) { () throws(SystemError) in
      try check(unsafe mkdir(folder, 0o700))
    }
    guard failures.isEmpty else { return failures }
    attempt(.write) { () throws(SystemError) in try write(to: "\(folder)/old") }
    attempt(.write) { () throws(SystemError) in try write(to: "\(folder)/new") }
    attempt(.sync) { () throws(SystemError) in try sync("\(folder)/new", O_WRONLY) }
    attempt(.lock) { () throws(SystemError) in try lock("\(folder)/old") }
    attempt(.rename) { () throws(SystemError) in
      try check(unsafe rename("\(folder)/new", "\(folder)/old"))
    }
    attempt(.switchLink) { () throws(SystemError) in try switchLink(in: folder) }
    attempt(.syncFolder) { () throws(SystemError) in try sync(folder, O_RDONLY | O_DIRECTORY) }
    for name in ["new", "old", "link", "next"] { _ = unsafe unlink("\(folder)/\(name)") }
    attempt(.remove) { () throws(SystemError) in try check(unsafe rmdir(folder)) }
    return failures
  }
}

// MARK: - The steps

extension DiskTrial {
  private static func write(to path: String) throws(SystemError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try check(file)
    defer { close(file) }
    let bytes: [UInt8] = Array("doctor was here\n".utf8)
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(file, buffer.baseAddress, buffer.count)
    }
    guard written == bytes.count else {
      throw SystemError(number: written < 0 ? errno : ENOSPC)
    }
  }

  private static func sync(_ path: String, _ flags: Int32) throws(SystemError) {
    let file = unsafe open(path, flags | O_CLOEXEC)
    try check(file)
    defer { close(file) }
    try check(fsync(file))
  }

  /// The second of two locks on one file has to be refused.
  private static func lock(_ path: String) throws(SystemError) {
    let first = unsafe open(path, O_RDWR | O_CLOEXEC)
    try check(first)
    defer { close(first) }
    let second = unsafe open(path, O_RDWR | O_CLOEXEC)
    try check(second)
    defer { close(second) }
    try check(flock(first, LOCK_EX | LOCK_NB))
    guard flock(second, LOCK_EX | LOCK_NB) != 0 else { throw SystemError(number: ENOLCK) }
  }

  private static func switchLink(in folder: String) throws(SystemError) {
    try check(unsafe symlink("old", "\(folder)/link"))
    try check(unsafe symlink("new", "\(folder)/next"))
    try check(unsafe rename("\(folder)/next", "\(folder)/link"))
  }

  private static func check(_ answer: Int32) throws(SystemError) {
    if answer < 0 { throw SystemError(number: errno) }
  }
}

extension SystemError: CustomStringConvertible {
  /// The system's own words, as "No space left on device".
  var description: String { unsafe String(cString: strerror(number)) }
}
