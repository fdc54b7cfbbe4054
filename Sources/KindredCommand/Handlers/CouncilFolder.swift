import Disk
import Sealing
import Synchronization

/// The files of an invented council as they are written, piece by piece.
final class CouncilFolder: Sendable {
  private let folder: Path
  private let digests = Mutex<[String: SHA256]>([:])

  init(_ folder: Path) {
    self.folder = folder
  }

  /// How many files there are.
  var count: Int { digests.withLock { $0.count } }

  /// Adds bytes to the end of a file.
  func append(_ bytes: [UInt8], to path: String) throws {
    let isNew = digests.withLock { digests in
      let isNew = digests[path] == nil
      digests[path, default: SHA256()].update(bytes.span)
      return isNew
    }
    let file = folder.joining(path)
    if isNew { try Files.createFolder(file.parent) }
    try AppendingFile(file, mode: 0o644).append(bytes.span)
  }

  /// Writes the extracts' digests beside them, by which a file cut short on the way is known.
  func writeSums() throws {
    let sums = digests.withLock { digests in
      digests.filter { $0.key.hasPrefix("extracts/") }
        .map { (name: String($0.key.dropFirst("extracts/".count)), digest: $0.value.digest.hex) }
        .sorted { $0.name < $1.name }
    }
    let text = sums.map { "\($0.digest)  \($0.name)\n" }.joined()
    try Files.writeAtomically(
      Array(text.utf8), to: folder.joining("extracts/SHA256SUMS"), mode: 0o644)
  }
}
