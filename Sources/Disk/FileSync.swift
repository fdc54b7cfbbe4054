import Glibc

/// Waiting for the disk, for files that others have written.
public enum FileSync {
  /// Waits until a file's bytes and its name are on the disk.
  public static func synchronise(_ path: Path) throws(DiskError) {
    try File(reading: path).synchronise()
    try Files.synchroniseFolder(path.parent)
  }
}
