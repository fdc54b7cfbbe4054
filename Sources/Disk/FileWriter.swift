import Glibc

/// Writes a file that appears under its name whole, or not at all.
///
/// The bytes go to a file beside it; `finish` waits for the disk, renames, and waits for the folder.
/// A writer that goes without being finished leaves nothing behind.
public struct FileWriter: ~Copyable {
  private let destination: Path
  private let file: File
  private var pending: [UInt8] = []
  private var isFinished = false

  /// How many bytes are gathered before they are written.
  private static let bufferSize = 256 << 10

  /// Starts a file that only its owner may read and write, unless another mode is given.
  public init(replacing destination: Path, mode: UInt32 = 0o600) throws(DiskError) {
    self.destination = destination
    file = try FileWriter.makeFile(beside: destination, mode: mode)
    pending.reserveCapacity(FileWriter.bufferSize)
  }

  deinit {
    if !isFinished { unsafe unlink(file.path.text) }
  }

  /// Adds bytes.
  public mutating func write(_ bytes: Span<UInt8>) throws(DiskError) {
    if pending.count + bytes.count > FileWriter.bufferSize { try flush() }
    if bytes.count >= FileWriter.bufferSize {
      try file.write(bytes)
    } else {
      unsafe bytes.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
    }
  }

  /// Adds text.
  public mutating func write(_ text: String) throws(DiskError) {
    try write(Array(text.utf8).span)
  }

  /// Puts the file under its name.
  public consuming func finish() throws(DiskError) {
    try flush()
    try file.synchronise()
    _ = try retrying("rename", destination) {
      unsafe rename(file.path.text, destination.text)
    }
    isFinished = true
    try Files.synchroniseFolder(destination.parent)
  }

  /// Puts the file under its name unless there is one already.
  consuming func finishUnlessThere() throws(DiskError) {
    try flush()
    try file.synchronise()
    // The file's own name goes with the writer, which is not finished: then it has the other alone, or none.
    do throws(DiskError) {
      _ = try retrying("link", destination) { unsafe link(file.path.text, destination.text) }
    } catch {
      guard error.number == EEXIST else { throw error }
    }
    try Files.synchroniseFolder(destination.parent)
  }

  private mutating func flush() throws(DiskError) {
    try file.write(pending.span)
    pending.removeAll(keepingCapacity: true)
  }

  private static func makeFile(beside destination: Path, mode: UInt32) throws(DiskError) -> File {
    var attempt = 0
    while true {
      let path = temporaryPath(beside: destination, attempt: attempt)
      do throws(DiskError) {
        let descriptor = try retrying("open", path) {
          unsafe open(path.text, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        let file = File(path: path, descriptor: descriptor)
        // The mode that was asked for, whatever the process's mask takes away.
        if mode != 0o600 { _ = try retrying("fchmod", path) { fchmod(descriptor, mode) } }
        return file
      } catch {
        guard error.number == EEXIST, attempt < 1_000 else { throw error }
        attempt += 1
      }
    }
  }

  /// A name that a run of this process has not taken yet; hidden, so that nobody reads it.
  static func temporaryPath(beside destination: Path, attempt: Int) -> Path {
    destination.parent.joining(".\(destination.lastComponent).\(getpid())-\(attempt).part")
  }
}
