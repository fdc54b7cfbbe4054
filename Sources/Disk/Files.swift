import Glibc

/// What is done with files and folders as a whole.
public enum Files {
  /// What a path leads to, links themselves and not what they lead to.
  public enum Kind: String, Sendable {
    /// A file with bytes.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A pipe, socket or device.
    case other
  }

  // MARK: Asking

  /// What stands at a path, a link being a link; nil when there is nothing.
  public static func kind(of path: Path) throws(DiskError) -> Kind? {
    try kind { () throws(DiskError) in try status(of: path) }
  }

  /// What a path leads to in the end, whatever links are on the way; nil when there is nothing.
  ///
  /// It is asked of what the owner names: a folder in a setting may lie on another disk, and secrets are handed to
  /// containers as links.
  public static func target(of path: Path) throws(DiskError) -> Kind? {
    try kind { () throws(DiskError) in try followedStatus(of: path) }
  }

  private static func kind(_ status: () throws(DiskError) -> stat) throws(DiskError) -> Kind? {
    do throws(DiskError) {
      return switch try status().st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    } catch {
      guard error.number == ENOENT || error.number == ENOTDIR else { throw error }
      return nil
    }
  }

  /// What is read of a file, or nil where there is none; that it can't be read is an error.
  public static func unlessMissing<Value>(
    _ read: () throws(DiskError) -> Value
  ) throws(DiskError) -> Value? {
    do throws(DiskError) {
      return try read()
    } catch {
      guard error.kind == .missing else { throw error }
      return nil
    }
  }

  /// How many bytes a file has.
  public static func size(of path: Path) throws(DiskError) -> Int {
    Int(try status(of: path).st_size)
  }

  /// When a file was last changed.
  public static func modificationTime(of path: Path) throws(DiskError) -> Instant {
    let time = try status(of: path).st_mtim
    return Instant(milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
  }

  /// How many bytes are free for this user on the disk that a path lies on.
  public static func freeSpace(at path: Path) throws(DiskError) -> Int {
    var space = statvfs()
    _ = try retrying("statvfs", path) { unsafe statvfs(path.text, &space) }
    let (bytes, overflows) = Int(space.f_bavail).multipliedReportingOverflow(
      by: Int(space.f_frsize))
    return overflows ? .max : bytes
  }

  /// The names in a folder, ordered by their bytes.
  ///
  /// A name that is not UTF-8 is an error: passed over, its file would be lost in silence.
  public static func list(_ folder: Path) throws(DiskError) -> [String] {
    guard let stream = unsafe opendir(folder.text) else {
      throw DiskError("opendir", folder, number: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw DiskError("readdir", folder, number: errno) }
        break
      }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe Array($0.prefix { $0 != 0 })
      }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw DiskError("readdir", folder, number: EILSEQ)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Reading and writing

  /// The whole content of a file, as long as it has no more bytes than a limit.
  public static func read(_ path: Path, atMost limit: Int = 64 << 20) throws(DiskError) -> [UInt8] {
    let file = try File(reading: path)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = try file.read(into: &chunk)
      if count == 0 { return content }
      content += chunk[..<count]
      guard content.count <= limit else { throw DiskError("read", path, number: EFBIG) }
    }
  }

  /// Writes a file that appears whole or not at all.
  public static func writeAtomically(
    _ bytes: [UInt8], to path: Path, mode: UInt32 = 0o600
  ) throws(DiskError) {
    var writer = try FileWriter(replacing: path, mode: mode)
    try writer.write(bytes.span)
    try writer.finish()
  }

  /// Writes a file that appears whole, unless there is one already: of several at once, the first stays.
  public static func writeUnlessThere(_ bytes: [UInt8], to path: Path) throws(DiskError) {
    var writer = try FileWriter(replacing: path)
    try writer.write(bytes.span)
    try writer.finishUnlessThere()
  }

  /// Renames a file or folder, in place of a file that is there, and waits for the disk.
  public static func move(_ path: Path, to destination: Path) throws(DiskError) {
    _ = try retrying("rename", destination) { unsafe rename(path.text, destination.text) }
    try synchroniseFolder(destination.parent)
  }

  /// Removes a file or link; one that is not there is removed already.
  public static func remove(_ path: Path) throws(DiskError) {
    do throws(DiskError) {
      _ = try retrying("unlink", path) { unsafe unlink(path.text) }
    } catch {
      guard error.number == ENOENT else { throw error }
    }
  }

  // MARK: Folders

  /// Makes a folder and those above it, for their owner alone; one that is there is left as it is.
  public static func createFolder(_ path: Path) throws(DiskError) {
    if try target(of: path) == .folder { return }
    if path.parent != path { try createFolder(path.parent) }
    do throws(DiskError) {
      _ = try retrying("mkdir", path) { unsafe mkdir(path.text, 0o700) }
    } catch {
      guard error.number == EEXIST, try target(of: path) == .folder else { throw error }
    }
    // What lies in a folder is safe only where the folder is.
    try synchroniseFolder(path.parent)
  }

  /// Removes a folder with all that is in it; links are removed and not followed.
  public static func removeTree(_ path: Path) throws(DiskError) {
    switch try kind(of: path) {
    case nil: return
    case .folder:
      for name in try list(path) { try removeTree(path.joining(name)) }
      _ = try retrying("rmdir", path) { unsafe rmdir(path.text) }
    case .file, .link, .other: try remove(path)
    }
  }

  /// Waits until the names in a folder are on the disk.
  public static func synchroniseFolder(_ path: Path) throws(DiskError) {
    let descriptor = try retrying("open", path) {
      unsafe open(path.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    defer { close(descriptor) }
    _ = try retrying("fsync", path) { fsync(descriptor) }
  }

  // MARK: Links

  /// Where a symbolic link leads, as it is written; nil when there is no link.
  public static func linkTarget(_ path: Path) throws(DiskError) -> String? {
    guard try kind(of: path) == .link else { return nil }
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try retrying("readlink", path) {
      unsafe readlink(path.text, &target, target.count)
    }
    return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a link lead elsewhere in one step: whoever looks sees the old target or the new one.
  public static func replaceLink(_ path: Path, to target: String) throws(DiskError) {
    let temporary = FileWriter.temporaryPath(beside: path, attempt: 0)
    try remove(temporary)
    _ = try retrying("symlink", temporary) { unsafe symlink(target, temporary.text) }
    do throws(DiskError) {
      try move(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw error
    }
  }

  // MARK: Help

  private static func status(of path: Path) throws(DiskError) -> stat {
    var status = stat()
    _ = try retrying("lstat", path) { unsafe lstat(path.text, &status) }
    return status
  }

  private static func followedStatus(of path: Path) throws(DiskError) -> stat {
    var status = stat()
    _ = try retrying("stat", path) { unsafe stat(path.text, &status) }
    return status
  }
}
