import Disk

/// What lies in a run's folder.
enum RunFolder {
  static let log = "log.jsonl"

  /// What stays when a run is begun anew.
  static let kept: Set<String> = [log, RequestRecord.fileName]

  /// The files that have times in them, and so differ between equal runs.
  static let volatile: Set<String> = [
    log, RunResults.fileName, RequestRecord.fileName,
  ]

  /// Every file of a run's folder, as seen from it, in the order of their bytes.
  static func files(in folder: Path) throws(DiskError) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let current = folders.popLast() {
      for name in try Files.list(current.isEmpty ? folder : folder.joining(current)) {
        let path = current.isEmpty ? name : "\(current)/\(name)"
        if try Files.kind(of: folder.joining(path)) == .folder {
          folders.append(path)
        } else {
          found.append(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Takes away files that were being written when an earlier attempt ended.
  static func sweep(_ folder: Path) throws(DiskError) {
    for path in try files(in: folder) where path.hasSuffix(".part") {
      try Files.remove(folder.joining(path))
    }
  }

  /// Takes away folders in which nothing lies any more.
  static func removeEmptyFolders(in folder: Path) throws(DiskError) {
    for name in try Files.list(folder) {
      let path = folder.joining(name)
      guard try Files.kind(of: path) == .folder else { continue }
      if try files(in: path).isEmpty {
        try Files.removeTree(path)
      } else {
        try removeEmptyFolders(in: path)
      }
    }
  }
}
