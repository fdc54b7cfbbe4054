import Glibc

/// A file to whose end lines are added, such as a log.
public struct AppendingFile: ~Copyable {
  private let file: File

  /// Opens the file, making it where it is missing.
  public init(_ path: Path, mode: UInt32 = 0o600) throws(DiskError) {
    let descriptor = try retrying("open", path) {
      unsafe open(path.text, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    file = File(path: path, descriptor: descriptor)
  }

  /// Adds bytes at the end.
  public func append(_ bytes: Span<UInt8>) throws(DiskError) {
    try file.write(bytes)
  }
}
