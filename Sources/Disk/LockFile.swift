import Glibc

/// Who holds a lock.
public struct LockHolder: Equatable, Sendable, CustomStringConvertible {
  /// The process.
  public let process: Int32
  /// The machine's name.
  public let host: String
  /// Which start of the machine it is, as Linux numbers them.
  public let boot: String
  /// When the lock was taken.
  public let since: String

  /// Process, machine and time in one line.
  public var description: String { "process \(process) on \(host) since \(since)" }

  var text: String { "\(process)\n\(host)\n\(boot)\n\(since)\n" }

  init(process: Int32, host: String, boot: String, since: String) {
    self.process = process
    self.host = host
    self.boot = boot
    self.since = since
  }

  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4, let process = Int32(lines[0]) else { return nil }
    self.init(process: process, host: lines[1], boot: lines[2], since: lines[3])
  }

  static func current() -> LockHolder {
    var name = [CChar](repeating: 0, count: 256)
    let isNamed = unsafe gethostname(&name, name.count - 1) == 0
    let host = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let boot = (try? Files.read(Path("/proc/sys/kernel/random/boot_id"))) ?? []
    return LockHolder(
      process: getpid(), host: isNamed ? String(decoding: host, as: UTF8.self) : "unknown",
      boot: String(decoding: boot.prefix { $0 != 0x0A }, as: UTF8.self),
      since: SystemClock.now().text)
  }
}

/// Why a lock was not taken.
public enum LockError: Error, Equatable, Sendable {
  /// Another process has it; who, if that could be read.
  case held(by: LockHolder?)
  /// The file could not be opened or written.
  case failed(DiskError)
}

/// A lock that one process at a time holds, for as long as the value lives.
///
/// The lock is the kernel's (flock(2)) and goes with the process, however that ends: there are no
/// stale locks. The text in the file only says who holds it. The file itself stays, since removing
/// it would let two processes lock two files of one name.
public struct LockFile: ~Copyable {
  private let file: File

  /// Takes the lock, or says at once who has it.
  public init(_ path: Path) throws(LockError) {
    let file = try LockFile.open(path)
    do throws(DiskError) {
      _ = try retrying("flock", path) { flock(file.descriptor, LOCK_EX | LOCK_NB) }
    } catch {
      throw error.number == EWOULDBLOCK ? .held(by: LockFile.holder(path)) : .failed(error)
    }
    do throws(DiskError) {
      _ = try retrying("ftruncate", path) { ftruncate(file.descriptor, 0) }
      try file.write(Array(LockHolder.current().text.utf8).span)
    } catch {
      throw .failed(error)
    }
    self.file = file
  }

  private static func open(_ path: Path) throws(LockError) -> File {
    do throws(DiskError) {
      let descriptor = try retrying("open", path) {
        unsafe Glibc.open(path.text, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      }
      return File(path: path, descriptor: descriptor)
    } catch {
      throw .failed(error)
    }
  }

  deinit {
    // An empty file says that nobody holds it; closing gives the lock back.
    _ = ftruncate(file.descriptor, 0)
  }

  private static func holder(_ path: Path) -> LockHolder? {
    guard let bytes = try? Files.read(path, atMost: 4_096) else { return nil }
    return LockHolder(text: String(decoding: bytes, as: UTF8.self))
  }
}
