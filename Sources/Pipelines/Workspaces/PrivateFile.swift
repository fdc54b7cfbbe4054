import Disk

/// Files that SQLite writes, made beforehand so that only their owner may read them.
///
/// SQLite makes a file with whatever rights the account usually gives, and journals with the rights of their database.
enum PrivateFile {
  /// Makes an empty file unless there is one.
  static func make(_ path: Path) throws(DiskError) {
    guard try Files.kind(of: path) == nil else { return }
    _ = try AppendingFile(path, mode: 0o600)
  }
}
