/// One file in an archive.
public struct ArchiveMember: Equatable, Sendable {
  /// The name, with `/` between folders; `data` for the one content of a `.gz` file.
  public let name: String
  /// How many bytes the archive says that the file has; nil where it does not say.
  public let declaredByteCount: Int?
}

/// Which names a member may have.
enum MemberName {
  /// Whether a name stays in the folder it is unpacked to, on this system or any other.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1_024 else { return false }
    guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
      return false
    }
    let isDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !isDrive && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// Whether bytes begin as an archive does: an archive in an archive is not opened.
  static func opensArchive(_ bytes: Span<UInt8>) -> Bool {
    let beginnings: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B, 0x08],
      Array("7z".utf8) + [0xBC, 0xAF], Array("Rar!".utf8), [0xFD] + Array("7zXZ".utf8),
      Array("BZh".utf8), [0x28, 0xB5, 0x2F, 0xFD],
    ]
    return beginnings.contains { beginning in
      bytes.count >= beginning.count && beginning.indices.allSatisfy { bytes[$0] == beginning[$0] }
    }
  }
}
