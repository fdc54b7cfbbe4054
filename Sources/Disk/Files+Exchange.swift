import Glibc

extension Files {
  /// Lets two files or folders change places in one step, and waits for the disk.
  ///
  /// Whoever looks sees the one or the other under either name, never nothing: renameat2(2).
  public static func exchange(_ one: Path, _ other: Path) throws(DiskError) {
    _ = try retrying("renameat2", other) { exchangeNames(one.text, other.text) }
    try synchroniseFolder(one.parent)
    try synchroniseFolder(other.parent)
  }

  private typealias RenameAt2 =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// The headers declare the call only for programs in C that ask for GNU's own, so it is looked up by its name.
  private static func exchangeNames(_ one: String, _ other: String) -> Int32 {
    let exchange: UInt32 = 2  // RENAME_EXCHANGE
    guard let symbol = unsafe dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return -1
    }
    let call = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    return unsafe call(AT_FDCWD, one, AT_FDCWD, other, exchange)
  }
}
