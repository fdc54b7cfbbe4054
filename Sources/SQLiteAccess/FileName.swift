import Glibc

/// A database's path as SQLite takes it.
enum FileName {
  static func text(_ path: String, _ mode: Connection.Mode) -> String {
    switch mode {
    case .create, .readWrite: inRealFolder(path)
    case .memory: ":memory:"
    case .readOnlyImmutable: immutable(inRealFolder(path))
    }
  }

  /// The path with the links followed that lead to its folder.
  ///
  /// SQLite, told to follow none, refuses a link anywhere in a path (https://sqlite.org/c3ref/open.html), and many a
  /// machine's /srv is one. A folder that is not there is left to SQLite to complain of.
  static func inRealFolder(_ path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let real = unsafe realpath(folder, nil) else { return path }
    defer { unsafe free(real) }
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    let resolved = unsafe String(cString: real)
    return (resolved == "/" ? "" : resolved) + "/" + name
  }

  /// Says `immutable` as it has to be said, in a URI, with a few characters escaped.
  ///
  /// See https://sqlite.org/uri.html
  private static func immutable(_ path: String) -> String {
    var uri = "file:"
    for character in path.unicodeScalars {
      switch character {
      case "%": uri += "%25"
      case "?": uri += "%3f"
      case "#": uri += "%23"
      default: uri.unicodeScalars.append(character)
      }
    }
    // Two slashes at the beginning would name a host.
    if path.hasPrefix("//") { uri = "file://" + uri.dropFirst("file:".count) }
    return uri + "?immutable=1"
  }
}
