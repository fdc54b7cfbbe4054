import Glibc

/// Why the system would not do something with a file or folder.
public struct DiskError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller treats in different ways.
  public enum Kind: String, Sendable {
    /// There is no such file or folder.
    case missing
    /// The user may not do it.
    case notPermitted
    /// A file or folder cannot be made: the name is taken, or its folder is no folder.
    case cannotCreate
    /// The disk, or the user's part of it, is full.
    case full
    /// Reading or writing failed.
    case inputOutput
  }

  /// What was tried: the system call's name.
  public let operation: String
  /// Where it was tried.
  public let path: Path
  /// The system's number for the failure.
  public let number: Int32

  /// Makes an error of a call's number.
  public init(_ operation: String, _ path: Path, number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// What to say of a disk on which a second lock is granted while the first is held.
  public static func noLocks(_ path: Path) -> DiskError {
    DiskError("flock", path, number: ENOLCK)
  }

  /// What kind of failure the number stands for.
  public var kind: Kind {
    switch number {
    case ENOENT: .missing
    case EACCES, EPERM, EROFS, ELOOP: .notPermitted
    case EEXIST, ENOTDIR, EISDIR, ENAMETOOLONG, ENOTEMPTY, EMFILE, ENFILE: .cannotCreate
    case ENOSPC, EDQUOT, EFBIG: .full
    default: .inputOutput
    }
  }

  /// The exit status that sysexits.h has for the failure of a program that writes.
  public var exitStatus: Int32 {
    switch kind {
    case .notPermitted: 77
    case .missing, .cannotCreate: 73
    case .full, .inputOutput: 74
    }
  }

  /// The system's own words, as in "No space left on device".
  public var reason: String { unsafe String(cString: strerror(number)) }

  /// The number's name, as in `ENOSPC`.
  public var name: String {
    DiskError.names[number] ?? "error \(number)"
  }

  /// The names of errno(3) that files and folders bring about.
  private static let names: [Int32: String] = [
    EACCES: "EACCES", EBADF: "EBADF", EBUSY: "EBUSY", EDQUOT: "EDQUOT", EEXIST: "EEXIST",
    EFBIG: "EFBIG", EILSEQ: "EILSEQ", EINVAL: "EINVAL", EIO: "EIO", EISDIR: "EISDIR",
    ELOOP: "ELOOP", EMFILE: "EMFILE", ENAMETOOLONG: "ENAMETOOLONG", ENFILE: "ENFILE",
    ENODEV: "ENODEV", ENOENT: "ENOENT", ENOLCK: "ENOLCK", ENOMEM: "ENOMEM", ENOSPC: "ENOSPC",
    ENOTDIR: "ENOTDIR", ENOTEMPTY: "ENOTEMPTY", ENXIO: "ENXIO", EPERM: "EPERM", EROFS: "EROFS",
    ETXTBSY: "ETXTBSY", EWOULDBLOCK: "EWOULDBLOCK", EXDEV: "EXDEV",
  ]

  /// Operation, path, and the system's words.
  public var description: String {
    "\(operation) \(path): \(reason) (\(name))"
  }
}

/// Repeats a call that a signal interrupts, and throws what else goes wrong.
func retrying<Number: FixedWidthInteger>(
  _ operation: String, _ path: Path, _ call: () -> Number
) throws(DiskError) -> Number {
  while true {
    let result = call()
    if result >= 0 { return result }
    let number = errno
    if number != EINTR { throw DiskError(operation, path, number: number) }
  }
}
