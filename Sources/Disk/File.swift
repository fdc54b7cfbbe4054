import Glibc

/// An open file, closed when it goes.
public struct File: ~Copyable {
  /// Where the file was opened.
  public let path: Path
  let descriptor: Int32

  init(path: Path, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens a file to read it; a folder is refused at once, and a pipe is not waited for.
  public init(reading path: Path) throws(DiskError) {
    let descriptor = try retrying("open", path) {
      unsafe open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    let file = File(path: path, descriptor: descriptor)
    guard try file.status().st_mode & S_IFMT == S_IFREG else {
      throw DiskError("open", path, number: EISDIR)
    }
    self = file
  }

  deinit {
    // Nothing that was to be kept is lost here: whoever writes has synchronised before.
    close(descriptor)
  }

  /// Fills a buffer from where the last reading ended; 0 means the end of the file.
  ///
  /// The buffer's length is the most that is read; its content after the answer is left over.
  public func read(into buffer: inout [UInt8]) throws(DiskError) -> Int {
    let wanted = buffer.count
    var filled = 0
    while filled < wanted {
      let count = try retrying("read", path) {
        unsafe buffer.withUnsafeMutableBytes {
          unsafe Glibc.read(descriptor, $0.baseAddress.map { unsafe $0 + filled }, wanted - filled)
        }
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Writes all the bytes, however many calls that takes.
  public func write(_ bytes: Span<UInt8>) throws(DiskError) {
    var written = 0
    while written < bytes.count {
      written += try retrying("write", path) {
        unsafe bytes.withUnsafeBytes {
          unsafe Glibc.write(
            descriptor, $0.baseAddress.map { unsafe $0 + written }, $0.count - written)
        }
      }
    }
  }

  /// Waits until the file's bytes are on the disk.
  public func synchronise() throws(DiskError) {
    _ = try retrying("fsync", path) { fsync(descriptor) }
  }

  /// How many bytes the file has.
  public func size() throws(DiskError) -> Int {
    Int(try status().st_size)
  }

  func status() throws(DiskError) -> stat {
    var status = stat()
    _ = try retrying("fstat", path) { unsafe fstat(descriptor, &status) }
    return status
  }
}
