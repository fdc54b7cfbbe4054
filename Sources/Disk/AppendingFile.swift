import Glibc

/// A file to whose end lines are added, such as a log.
public struct AppendingFile: ~Copyable {
  private let file: File

  /// Opens the file, making it where it is missing.
  public init(_ path: Path, mode: UInt32 = 0o600) throws(DiskError) {
    let descriptor = try retrying("open", path) {
      unsafe open(path.text, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    file = File(path: path, descriptor: descriptor)
  }

  /// Adds bytes at the end.
  public func append(_ bytes: Span<UInt8>) throws(DiskError) {
    try file.write(bytes)
  }

  /// Takes away what comes after the last line end: the line that a crash or a full disk cut short.
  ///
  /// What is added next would otherwise make one unreadable line with it.
  public func dropTornLine() throws(DiskError) {
    let size = try file.size()
    var end = size
    var buffer = [UInt8](repeating: 0, count: 4096)
    while end > 0 {
      let start = max(0, end - buffer.count)
      let count = try read(into: &buffer, from: start, upTo: end)
      if let line = buffer[..<count].lastIndex(of: UInt8(ascii: "\n")) {
        end = start + line + 1
        break
      }
      end = start
    }
    guard end < size else { return }
    _ = try retrying("ftruncate", file.path) { ftruncate(file.descriptor, end) }
  }

  private func read(
    into buffer: inout [UInt8], from start: Int, upTo end: Int
  ) throws(DiskError) -> Int {
    try retrying("read", file.path) {
      unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(file.descriptor, $0.baseAddress, end - start, start)
      }
    }
  }
}
