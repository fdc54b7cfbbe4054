internal import CXLSXWriter
import Glibc

/// A file that lies in memory alone, for a library that can only write to a path.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  init() throws(WorkbookError) {
    descriptor = xlsx_memory_file()
    guard descriptor >= 0 else { throw .system(operation: "memfd_create", number: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// The name by which this process, and no other, can open it.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that was written to it.
  func contents() throws(WorkbookError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .system(operation: "fstat", number: errno)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe pread(
          descriptor, $0.baseAddress.map { unsafe $0 + filled }, $0.count - filled, off_t(filled))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system(operation: "pread", number: count < 0 ? errno : EIO) }
      filled += count
    }
    return bytes
  }
}
