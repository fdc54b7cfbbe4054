/// The place of a file or folder, as text with `/` between its parts.
public struct Path: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path as the system takes it.
  public let text: String

  /// Makes a path from its text.
  ///
  /// Repeated and closing slashes and `.` parts are dropped, so that one place has one text as
  /// far as the text alone can tell. `..` stays: what it means depends on links.
  public init(_ text: String) {
    precondition(!text.utf8.contains(0), "a path holds no zero byte")
    let parts = text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    self.text = text.hasPrefix("/") ? "/" + parts : (parts.isEmpty ? "." : parts)
  }

  /// The path itself.
  public var description: String { text }

  /// Whether the path begins at the root.
  public var isAbsolute: Bool { text.hasPrefix("/") }

  /// The parts between the slashes.
  public var components: [String] {
    text == "." ? [] : text.split(separator: "/").map(String.init)
  }

  /// The last part; empty for the root and for `.`.
  public var lastComponent: String { components.last ?? "" }

  /// The folder that the path lies in; the root and `.` lie in themselves.
  public var parent: Path {
    let parts = components.dropLast().joined(separator: "/")
    return Path((isAbsolute ? "/" : "") + parts)
  }

  /// A path below this one, written by the program itself.
  public func joining(_ name: String) -> Path {
    name.hasPrefix("/") ? Path(name) : Path(text + "/" + name)
  }

  /// A path below this one by a name from elsewhere, or nil where the name leads out of here.
  ///
  /// Refused are the empty name, absolute names, `..`, and zero bytes.
  public func joining(untrusted name: String) -> Path? {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0) else { return nil }
    guard !name.split(separator: "/").contains("..") else { return nil }
    let path = joining(name)
    return path == self ? nil : path
  }

  /// The path seen from a folder that it lies in; nil where it does not lie in there.
  public func relative(to folder: Path) -> Path? {
    guard isAbsolute == folder.isAbsolute else { return nil }
    let own = components
    let other = folder.components
    guard own.starts(with: other), !own.contains(".."), !other.contains("..") else { return nil }
    return Path(own.dropFirst(other.count).joined(separator: "/"))
  }

  /// Orders paths by their bytes, whatever the language of the machine.
  public static func < (one: Path, other: Path) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}
